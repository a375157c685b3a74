using Outlay.Inventory;
using Outlay.Inventory.Resources;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules;
using Outlay.Optimization.Tests.Given;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Tests.Compute;

public sealed class IdleMachineTests
{
    private const string Rule = "idle-machine";
    private static readonly GivenPrices Prices = new GivenPrices().Machine("m5.large", 0.096m);

    private static readonly VirtualMachine Idle = GivenMachines.Machine(
        "m5.large",
        [.. GivenMachines.Cpu(1, 4.9), .. GivenMachines.Traffic(200_000)]
    );

    [Fact]
    public void A_machine_that_does_nothing_saves_its_whole_cost()
    {
        var found = GivenVerdicts.Found(Rule, Context(Idle));
        found.MonthlySaving.ShouldBe(0.096m * 730);
        found.MonthlyCost.ShouldBe(found.MonthlySaving);
        found.Action.ShouldBe(ActionKind.Stop);
        found.Excludes.ShouldBe("life");
        found.HowTo[0].Text.ShouldContain("--instance-ids i-1 --region us-east-1");
    }

    [Fact]
    public void One_hour_at_five_percent_is_use() =>
        GivenVerdicts.IsSilent(
            Rule,
            Context(
                Idle with
                {
                    Metrics =
                    [
                        GivenScan.Constant(MetricNames.Cpu, Statistic.Average, 1),
                        GivenScan.Hourly(MetricNames.Cpu, Statistic.Maximum, h => h == 100 ? 5 : 1),
                        .. GivenMachines.Traffic(200_000),
                    ],
                }
            )
        );

    [Fact]
    public void Traffic_of_five_megabytes_on_one_day_is_use() =>
        GivenVerdicts.IsSilent(
            Rule,
            Context(
                Idle with
                {
                    Metrics =
                    [
                        .. GivenMachines.Cpu(1, 2),
                        GivenScan.Constant(MetricNames.NetworkIn, Statistic.Sum, 0),
                        GivenScan.Hourly(
                            MetricNames.NetworkOut,
                            Statistic.Sum,
                            h => h == 30 ? 5e6 : 0
                        ),
                    ],
                }
            )
        );

    [Fact]
    public void A_machine_younger_than_the_window_is_left_alone() =>
        GivenVerdicts.IsSilent(Rule, Context(Idle with { CreatedAt = GivenScan.Now.AddDays(-3) }));

    [Fact]
    public void Spot_machines_and_stopped_ones_are_not_looked_at()
    {
        GivenVerdicts.IsSilent(Rule, Context(Idle with { IsSpot = true }));
        GivenVerdicts.IsSilent(Rule, Context(Idle with { State = "stopped" }));
    }

    [Fact]
    public void What_was_not_measured_is_never_idle()
    {
        GivenVerdicts.Unknown(Rule, Context(Idle with { Metrics = [] })).ShouldContain("processor");
        GivenVerdicts
            .Unknown(Rule, Context(Idle with { Metrics = GivenMachines.Cpu(1, 1) }))
            .ShouldContain("traffic");
        GivenVerdicts
            .Unknown(
                Rule,
                Context(
                    Idle with
                    {
                        Metrics = [GivenScan.Constant(MetricNames.Cpu, Statistic.Average, 1, 1)],
                    }
                )
            )
            .ShouldContain("24 hours");
    }

    [Fact]
    public void Means_of_an_hour_do_not_show_that_a_machine_never_was_busy() =>
        GivenVerdicts
            .Unknown(
                Rule,
                Context(
                    Idle with
                    {
                        Metrics =
                        [
                            GivenScan.Constant(MetricNames.Cpu, Statistic.Average, 1),
                            .. GivenMachines.Traffic(0),
                        ],
                    }
                )
            )
            .ShouldContain("largest");

    [Fact]
    public void Graphics_processors_must_be_measured_and_idle_too()
    {
        RuleContext WithGpu(params Metric[] more) =>
            GivenScan.Context(
                [Idle with { Metrics = [.. Idle.Metrics, .. more] }],
                Prices,
                types: [GivenMachines.Type("m5.large", 2, 8) with { Gpus = 1 }]
            );
        GivenVerdicts.Unknown(Rule, WithGpu()).ShouldContain("raphics");
        GivenVerdicts.IsSilent(
            Rule,
            WithGpu(GivenScan.Constant(MetricNames.Gpu, Statistic.Average, 90))
        );
        GivenVerdicts.Found(
            Rule,
            WithGpu(GivenScan.Constant(MetricNames.Gpu, Statistic.Average, 0))
        );
    }

    [Fact]
    public void What_commitments_cover_saves_no_cash()
    {
        var bill = new GivenBills().With(
            Line(30, "BoxUsage:m5.large"),
            Line(30, "BoxUsage:m5.large") with
            {
                CommitmentId = "plan",
            },
            Line(9, "DataTransfer-Out-Bytes")
        );
        var found = GivenVerdicts.Found(Rule, GivenScan.Context([Idle], Prices, bill));
        found.MonthlyCost.ShouldBe(60m / 30 * 730 / 24, 1e-9m);
        found.MonthlySaving.ShouldBe(30m / 30 * 730 / 24, 1e-9m);
        found.Prices.ShouldBe(PriceSource.Bill);
        found.Subject.BillId.ShouldBe("i-1");
    }

    [Fact]
    public void The_ignore_tag_excludes_it_until_its_day()
    {
        GivenVerdicts.IsSilent(Rule, Context(Tagged("2026-11-01")));
        GivenVerdicts.IsSilent(Rule, Context(Tagged("forever")));
        GivenVerdicts.Found(Rule, Context(Tagged("2026-10-31")));
    }

    private static VirtualMachine Tagged(string value) =>
        Idle with
        {
            Tags = new Dictionary<string, string> { ["Outlay:Ignore"] = value },
        };

    private static BillLine Line(decimal cost, string meter) =>
        new()
        {
            Provider = "AWS",
            ResourceId = "i-1",
            ChargeCategory = "Usage",
            Meter = meter,
            Currency = "USD",
            EffectiveCost = cost,
            ContractedCost = cost,
            ListCost = cost,
            Days = 30,
        };

    private static RuleContext Context(VirtualMachine machine) =>
        GivenScan.Context([machine], Prices);
}
