using Outlay.Inventory;
using Outlay.Inventory.Resources;
using Outlay.Optimization.Rules;
using Outlay.Optimization.Tests.Given;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Tests.Storage;

public sealed class OldSnapshotTests
{
    private const string Rule = "old-snapshot";

    private static readonly GivenPrices Prices = new GivenPrices()
        .Item("snapshot/standard/gib-month", 0.05m)
        .Item("snapshot/archive/gib-month", 0.0125m);

    private static readonly DiskSnapshot Old = GivenDisks.Snapshot("snap-1", "gone", 100, 90);

    [Fact]
    public void A_fifth_of_the_disk_is_counted_where_the_bill_does_not_name_it()
    {
        var found = GivenVerdicts.Found(Rule, Context(Old));
        found.MonthlySaving.ShouldBe(1m);
        found.Range.ShouldBe((0m, 5m));
        found.CanRollBack.ShouldBeFalse();
        GivenVerdicts
            .Found(Rule, Context(Old with { Tier = "archive" }))
            .MonthlySaving.ShouldBe(0.25m);
    }

    [Fact]
    public void What_the_bill_says_is_counted_whole()
    {
        var bill = new GivenBills().With(
            new BillLine
            {
                Provider = "AWS",
                ResourceId = Old.Name,
                ChargeCategory = "Usage",
                Currency = "USD",
                EffectiveCost = 3m,
                Days = 30,
            }
        );
        var found = GivenVerdicts.Found(Rule, GivenScan.Context([Old], Prices, bill));
        found.MonthlySaving.ShouldBe(3m / 30 * 730 / 24, 1e-9m);
        found.Range.ShouldBeNull();
    }

    [Fact]
    public void Young_managed_and_shared_snapshots_stay()
    {
        GivenVerdicts.IsSilent(Rule, Context(GivenDisks.Snapshot("snap-1", "gone", 100, 89)));
        GivenVerdicts.IsSilent(Rule, Context(Old with { IsManaged = true }));
        GivenVerdicts.IsSilent(Rule, Context(Old with { IsShared = true }));
        GivenVerdicts.IsSilent(Rule, Context(Old with { CreatedAt = null }));
    }

    [Fact]
    public void Snapshots_of_images_and_those_that_disks_were_made_from_stay()
    {
        GivenVerdicts.IsSilent(
            Rule,
            Context(
                Old,
                new MachineImage
                {
                    Provider = "AWS",
                    AccountId = "111122223333",
                    Region = "us-east-1",
                    Id = "ami-1",
                    Name = "ami-1",
                    SnapshotIds = ["snap-1"],
                }
            )
        );
        GivenVerdicts.IsSilent(
            Rule,
            Context(Old, GivenDisks.Disk("vol-9", "gp3", 8) with { FromSnapshot = "snap-1" })
        );
    }

    [Fact]
    public void The_newest_of_a_disk_that_exists_stays_and_older_ones_go() =>
        GivenVerdicts
            .Found(
                Rule,
                Context(
                    GivenDisks.Disk("vol-1", "gp3", 100),
                    GivenDisks.Snapshot("snap-1", "vol-1", 100, 200),
                    GivenDisks.Snapshot("snap-2", "vol-1", 100, 100)
                )
            )
            .Subject.Name.ShouldEndWith("snap-1");

    private static RuleContext Context(params Resource[] resources) =>
        GivenScan.Context(resources, Prices);
}
