using Outlay.Inventory;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Tests.Given;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Tests.Billed;

public sealed class UnusedCommitmentTests
{
    private const decimal ToMonth = 730m / 24 / 30;

    [Fact]
    public void Half_of_what_nothing_uses_is_counted()
    {
        var found = Found(Line("Used", 50), Line("Used", 30), Line("Unused", 20))
            .ShouldHaveSingleItem();
        found.MonthlyCost.ShouldBe(100m * ToMonth, 1e-9m);
        found.MonthlySaving.ShouldBe(10m * ToMonth, 1e-9m);
        found.Range.ShouldNotBeNull().Most.ShouldBe(20m * ToMonth, 1e-9m);
        found.Subject.Label.ShouldBe("plan one");
    }

    [Fact]
    public void A_twentieth_may_be_unused() =>
        Found(Line("Used", 95), Line("Unused", 5)).ShouldBeEmpty();

    [Fact]
    public void Each_commitment_is_judged_by_itself() =>
        Found(
                Line("Used", 100),
                Line("Unused", 1),
                Line("Unused", 7) with
                {
                    CommitmentId = "arn:two",
                    CommitmentName = null,
                }
            )
            .ShouldHaveSingleItem()
            .Subject.Label.ShouldBe("arn:two");

    [Fact]
    public void The_purchase_itself_is_no_use() =>
        Found(Line("Used", 100), Line("Unused", 50) with { ChargeCategory = "Purchase" })
            .ShouldBeEmpty();

    private static IReadOnlyList<Recommendation> Found(params BillLine[] lines) =>
        GivenVerdicts.Billed(
            "unused-commitment",
            GivenScan.Context(Array.Empty<Resource>(), new GivenPrices()),
            lines
        );

    private static BillLine Line(string status, decimal cost) =>
        new()
        {
            Provider = "AWS",
            ChargeCategory = "Usage",
            CommitmentId = "arn:one",
            CommitmentName = "plan one",
            CommitmentStatus = status,
            Currency = "USD",
            EffectiveCost = cost,
        };
}
