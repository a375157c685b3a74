using Outlay.Inventory.Resources;
using Outlay.Optimization.Rules;
using Outlay.Optimization.Tests.Given;

namespace Outlay.Optimization.Tests.Storage;

public sealed class DiskTypeTests
{
    private const string Rule = "disk-type";

    private static readonly GivenPrices Prices = new GivenPrices()
        .Item("disk/gp2/gib-month", 0.1m)
        .Item("disk/gp2/iops-month", 99m)
        .Item("disk/gp3/gib-month", 0.08m)
        .Item("disk/gp3/iops-month", 0.005m)
        .Item("disk/gp3/mibps-month", 0.04m)
        .Item("disk/io1/gib-month", 0.125m)
        .Item("disk/io1/iops-month", 0.065m)
        .Item("disk/io2/gib-month", 0.125m)
        .Item("disk/io2/iops-month", 0.065m);

    [Fact]
    public void A_small_gp2_disk_saves_a_fifth_and_never_pays_for_operations()
    {
        var found = GivenVerdicts.Found(
            Rule,
            Context(GivenDisks.Disk("vol-1", "gp2", 100) with { Iops = 300 })
        );
        found.MonthlyCost.ShouldBe(10m);
        found.MonthlySaving.ShouldBe(2m, 1e-9m);
        found.Risk.ShouldBe(0);
        found.Proposed.ShouldBe("gp3, 3,000 IOPS, 125 MiB/s");
    }

    [Fact]
    public void A_large_gp2_disk_keeps_all_that_it_can_give()
    {
        // 2,000 GiB give 6,000 operations and 250 MiB/s: 160 + 3,000 x 0.005 + 125 x 0.04 = 180 of 200.
        var found = GivenVerdicts.Found(Rule, Context(GivenDisks.Disk("vol-1", "gp2", 2000)));
        found.MonthlySaving.ShouldBe(20m, 1e-9m);
        found.Proposed.ShouldBe("gp3, 6,000 IOPS, 250 MiB/s");
    }

    [Fact]
    public void What_a_gp2_disk_was_measured_to_use_is_enough_with_a_fifth_more()
    {
        var found = GivenVerdicts.Found(
            Rule,
            Context(GivenDisks.Disk("vol-1", "gp2", 2000, GivenDisks.Use(500, 20)))
        );
        found.MonthlySaving.ShouldBe(40m, 1e-9m);
    }

    [Theory]
    [InlineData("io1")]
    [InlineData("io2")]
    public void Provisioned_operations_that_are_not_used_are_saved(string type)
    {
        // 100 x 0.125 + 10,000 x 0.065 = 662.50 now; 100 x 0.08 + 1,800 x 0.005 = 17 then.
        var found = GivenVerdicts.Found(
            Rule,
            Context(
                GivenDisks.Disk("vol-1", type, 100, GivenDisks.Use(4000, 10)) with
                {
                    Iops = 10000,
                }
            )
        );
        found.MonthlyCost.ShouldBe(662.5m);
        found.MonthlySaving.ShouldBe(645.5m, 1e-9m);
        found.Proposed.ShouldBe("gp3, 4,800 IOPS, 125 MiB/s");
    }

    [Fact]
    public void Provisioned_operations_that_were_not_measured_are_not_judged()
    {
        var disk = GivenDisks.Disk("vol-1", "io1", 100) with { Iops = 10000 };
        GivenVerdicts.Unknown(Rule, Context(disk)).ShouldContain("not measured");
        GivenVerdicts
            .Unknown(Rule, Context(disk with { Metrics = GivenDisks.Use(10, 1, 7) }))
            .ShouldContain("two weeks");
    }

    [Fact]
    public void What_gp3_cannot_carry_stays() =>
        GivenVerdicts.IsSilent(
            Rule,
            Context(
                GivenDisks.Disk("vol-1", "io2", 100, GivenDisks.Use(14000, 10)) with
                {
                    Iops = 20000,
                }
            )
        );

    [Fact]
    public void Gp3_itself_and_shared_disks_stay()
    {
        GivenVerdicts.IsSilent(Rule, Context(GivenDisks.Disk("vol-1", "gp3", 100)));
        GivenVerdicts.IsSilent(
            Rule,
            Context(GivenDisks.Disk("vol-1", "gp2", 100) with { IsShared = true })
        );
    }

    private static RuleContext Context(Disk disk) => GivenScan.Context([disk], Prices);
}
