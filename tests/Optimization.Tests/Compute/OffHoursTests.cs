using Outlay.Inventory;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules;
using Outlay.Optimization.Rules.Compute;
using Outlay.Optimization.Tests.Given;

namespace Outlay.Optimization.Tests.Compute;

public sealed class OffHoursTests
{
    private const string Rule = "off-hours";
    private static readonly GivenPrices Prices = new GivenPrices().Machine("m5.large", 0.1m);

    [Fact]
    public void Nights_and_weekends_of_a_development_machine_are_saved()
    {
        // Twelve hours on each of five days are worked in: 108 of 168 are idle.
        var found = GivenVerdicts.Found(Rule, Context(IsWorkingHour));
        found.MonthlySaving.ShouldBe(73m * (108m / 168m), 1e-6m);
        found.MonthlyCost.ShouldBe(73m);
        found.Action.ShouldBe(ActionKind.Schedule);
        found.Proposed.ShouldBe("on 60 of 168 hours of the week");
        found.Excludes.ShouldBe("hours");
    }

    [Fact]
    public void Production_is_left_alone() =>
        GivenVerdicts.IsSilent(Rule, Context(IsWorkingHour, isProduction: true));

    [Fact]
    public void Machines_that_a_group_makes_or_that_boot_from_a_local_disk_are_left_alone()
    {
        var machine = Machine(Cpu(IsWorkingHour));
        GivenVerdicts.IsSilent(
            Rule,
            GivenScan.Context([machine with { ManagedBy = "asg" }], Prices)
        );
        GivenVerdicts.IsSilent(
            Rule,
            GivenScan.Context([machine with { HasLocalRoot = true }], Prices)
        );
    }

    [Fact]
    public void Idle_hours_in_blocks_of_three_are_no_schedule() =>
        GivenVerdicts.IsSilent(Rule, Context(at => at.Hour % 4 == 0));

    [Fact]
    public void A_machine_that_is_always_idle_is_for_another_rule() =>
        GivenVerdicts.IsSilent(Rule, Context(_ => false));

    [Fact]
    public void An_hour_that_was_busy_in_one_of_the_weeks_is_busy() =>
        GivenVerdicts.IsSilent(
            Rule,
            Context(at => at < GivenScan.Now.AddDays(-7) || IsWorkingHour(at))
        );

    [Fact]
    public void Two_whole_weeks_must_be_measured()
    {
        GivenVerdicts
            .Unknown(Rule, GivenScan.Context([Machine(Cpu(IsWorkingHour, 13))], Prices))
            .ShouldContain("weeks");
        GivenVerdicts
            .Unknown(Rule, GivenScan.Context([Machine([])], Prices))
            .ShouldContain("not measured");
    }

    [Fact]
    public void Blocks_go_round_the_end_of_the_week()
    {
        var idle = new bool[168];
        idle[0] = idle[1] = idle[166] = idle[167] = true;
        idle[50] = idle[51] = idle[52] = true;
        OffHours
            .Blocks(idle)
            .Select((off, at) => (off, at))
            .Where(h => h.off)
            .Select(h => h.at)
            .ShouldBe([0, 1, 166, 167]);
    }

    private static bool IsWorkingHour(DateTimeOffset at) =>
        at is { Hour: >= 7 and < 19, DayOfWeek: not (DayOfWeek.Saturday or DayOfWeek.Sunday) };

    private static Metric[] Cpu(Func<DateTimeOffset, bool> isBusy, int days = 14) =>
        [
            GivenScan.Constant(MetricNames.Cpu, Statistic.Average, 2, days),
            GivenScan.Hourly(
                MetricNames.Cpu,
                Statistic.Maximum,
                h => isBusy(GivenScan.Now.AddDays(-days).AddHours(h)) ? 50 : 4,
                days
            ),
        ];

    private static Inventory.Resources.VirtualMachine Machine(Metric[] metrics) =>
        GivenMachines.Machine("m5.large", metrics) with
        {
            Tags = GivenMachines.Development,
        };

    private static RuleContext Context(
        Func<DateTimeOffset, bool> isBusy,
        bool isProduction = false
    ) =>
        GivenScan.Context(
            [
                Machine(Cpu(isBusy)) with
                {
                    Tags = isProduction
                        ? new Dictionary<string, string> { ["Env"] = "prod" }
                        : GivenMachines.Development,
                },
            ],
            Prices
        );
}
