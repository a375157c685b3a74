using Outlay.Inventory.Resources;
using Outlay.Optimization.Rules;
using Outlay.Optimization.Tests.Given;

namespace Outlay.Optimization.Tests.Compute;

public sealed class StoppedMachineTests
{
    private const string Rule = "stopped-machine";

    private static readonly GivenPrices Prices = new GivenPrices()
        .Item("disk/gp3/gib-month", 0.08m)
        .Item("disk/gp3/iops-month", 0.005m)
        .Item("disk/gp3/mibps-month", 0.04m);

    [Fact]
    public void Its_disks_are_saved_after_thirty_days()
    {
        var found = GivenVerdicts.Found(Rule, Context(30));
        // 100 GiB, and 200 GiB with 1,000 operations and 75 MiB/s above what is free.
        found.MonthlySaving.ShouldBe(8m + 16m + 5m + 3m);
        found.HowTo[0].Text.ShouldContain("delete-volume --volume-id vol-2");
        found.Excludes.ShouldBe("life");
    }

    [Fact]
    public void Before_that_and_without_disks_there_is_nothing_to_save()
    {
        GivenVerdicts.IsSilent(Rule, Context(29));
        GivenVerdicts.IsSilent(
            Rule,
            GivenScan.Context(
                [
                    GivenMachines.Machine("m5.large") with
                    {
                        State = "stopped",
                        StoppedSince = GivenScan.Now.AddDays(-90),
                    },
                ],
                Prices
            )
        );
    }

    [Fact]
    public void Machines_that_run_are_not_looked_at() =>
        GivenVerdicts.IsSilent(
            Rule,
            GivenScan.Context([GivenMachines.Machine("m5.large"), .. Disks], Prices)
        );

    [Fact]
    public void Without_the_day_of_its_stop_nothing_is_found() =>
        GivenVerdicts.Unknown(Rule, Context(null)).ShouldContain("since when");

    private static Disk[] Disks =>
        [
            GivenDisks.Disk("vol-1", "gp3", 100) with
            {
                AttachedTo = ["i-1"],
            },
            GivenDisks.Disk("vol-2", "gp3", 200) with
            {
                AttachedTo = ["i-1"],
                Iops = 4000,
                ThroughputMibps = 200,
            },
            GivenDisks.Disk("vol-3", "gp3", 400) with
            {
                AttachedTo = ["i-2"],
            },
        ];

    private static RuleContext Context(int? days) =>
        GivenScan.Context(
            [
                GivenMachines.Machine("m5.large") with
                {
                    State = "stopped",
                    StoppedSince = days is { } d ? GivenScan.Now.AddDays(-d) : null,
                },
                .. Disks,
            ],
            Prices
        );
}
