using Outlay.Inventory;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Tests.Given;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Tests.Billed;

/// <summary>What the bill tells of whole accounts: nothing works in them, or their snapshots grow.</summary>
public sealed class AccountRuleTests
{
    [Fact]
    public void An_account_of_disks_snapshots_and_addresses_does_nothing()
    {
        var found = Idle(
                30,
                GivenLines.Of("EBS:VolumeUsage.gp3", 60),
                GivenLines.Of("EBS:SnapshotUsage", 30),
                Of("Key", "Security", 8),
                GivenLines.Of("Lambda-GB-Second", 2)
            )
            .ShouldHaveSingleItem();
        found.IsUpkeep.ShouldBeTrue();
        found.MonthlySaving.ShouldBe(0);
        found.MonthlyCost.ShouldBe(100m * 730 / 24 / 30, 1e-9m);
        found.Why.ShouldStartWith("98 % of its");
        found.Subject.Kind.ShouldBe("Account");
    }

    [Theory]
    [InlineData("BoxUsage:t3.nano", "Compute")]
    [InlineData("Requests-Tier1", "Storage")]
    [InlineData("DataTransfer-Out-Bytes", "Networking")]
    [InlineData("InstanceUsage:db.t3.micro", "Databases")]
    public void An_account_that_works_is_left(string meter, string category) =>
        Idle(30, GivenLines.Of("EBS:VolumeUsage.gp3", 90), Of(meter, category, 10)).ShouldBeEmpty();

    [Fact]
    public void An_account_is_not_judged_by_few_days_nor_for_little_money()
    {
        Idle(13, GivenLines.Of("EBS:VolumeUsage.gp3", 90)).ShouldBeEmpty();
        Idle(30, GivenLines.Of("EBS:VolumeUsage.gp3", 4)).ShouldBeEmpty();
    }

    [Fact]
    public void Each_account_is_judged_for_itself()
    {
        var found = Idle(
            30,
            GivenLines.Of("EBS:VolumeUsage.gp3", 90),
            GivenLines.Of("BoxUsage:m5.large", 90) with
            {
                AccountId = "2",
            }
        );
        found.ShouldHaveSingleItem().Subject.AccountId.ShouldBe("1");
    }

    [Fact]
    public void Snapshots_that_cost_more_in_the_later_half_grow()
    {
        var found = Growth(30, (40, 22), (20, 11)).ShouldHaveSingleItem();
        found.IsUpkeep.ShouldBeTrue();
        found.MonthlyCost.ShouldBe(33m / 15 * 730 / 24, 1e-9m);
        found.Evidence.Single(e => e.Name == "Growth").Value.ShouldBe("22.2 %");
    }

    [Fact]
    public void Halves_of_an_odd_number_of_days_are_compared_by_the_day() =>
        Growth(15, (15, 8)).ShouldBeEmpty();

    [Theory]
    [InlineData(30, 40, 20.4)]
    [InlineData(30, 40, 18)]
    [InlineData(30, 6, 4)]
    [InlineData(13, 40, 30)]
    [InlineData(30, 40, 40)]
    public void Steady_small_new_and_short_ones_are_left(int days, double cost, double later) =>
        Growth(days, ((decimal)cost, (decimal)later)).ShouldBeEmpty();

    [Theory]
    [InlineData("EUC1-DataTransfer-Out-Bytes", null, 26.1, true)]
    [InlineData("EUC1-DataTransfer-Out-Bytes", null, 22, false)]
    [InlineData("Standard Data Transfer Out", "Bandwidth", 30, true)]
    [InlineData("Inter-Region Data Transfer", "Bandwidth", 30, false)]
    [InlineData("USW2-EUW1-AWS-Out-Bytes", null, 30, false)]
    [InlineData("DataTransfer-Regional-Bytes", null, 30, false)]
    public void Traffic_to_the_internet_that_grows_by_a_third_is_told(
        string meter,
        string? service,
        double later,
        bool isTold
    ) =>
        GivenVerdicts
            .Billed(
                "bill-egress-growth",
                Context(30),
                GivenLines.Of(meter, 46.1m) with
                {
                    Service = service,
                    LaterCost = (decimal)later,
                }
            )
            .Count.ShouldBe(isTold ? 1 : 0);

    private static IReadOnlyList<Recommendation> Idle(int days, params BillLine[] lines) =>
        GivenVerdicts.Billed("bill-idle-account", Context(days), lines);

    private static IReadOnlyList<Recommendation> Growth(
        int days,
        params (decimal Cost, decimal Later)[] snapshots
    ) =>
        GivenVerdicts.Billed(
            "bill-snapshot-growth",
            Context(days),
            [
                .. snapshots.Select(s =>
                    GivenLines.Of("EBS:SnapshotUsage", s.Cost) with
                    {
                        LaterCost = s.Later,
                    }
                ),
                GivenLines.Of("EBS:VolumeUsage.gp3", 900) with
                {
                    LaterCost = 800,
                },
            ]
        );

    private static BillLine Of(string meter, string category, decimal cost) =>
        GivenLines.Of(meter, cost) with
        {
            ServiceCategory = category,
        };

    private static Rules.RuleContext Context(int days) =>
        GivenScan.Context(
            Array.Empty<Resource>(),
            new GivenPrices(),
            new GivenBills { Days = days }
        );
}
