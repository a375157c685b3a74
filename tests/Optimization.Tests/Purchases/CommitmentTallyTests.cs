using Outlay.Inventory.Resources;
using Outlay.Optimization.Purchases;
using Outlay.Optimization.Tests.Given;

namespace Outlay.Optimization.Tests.Purchases;

/// <summary>Commitments that the bill names, with the ends that scans tell.</summary>
public sealed class CommitmentTallyTests
{
    [Theory]
    [InlineData("/providers/Microsoft.Capacity/reservationOrders/o/reservations/r", true)]
    [InlineData("/PROVIDERS/microsoft.capacity/reservationorders/o/reservations/R", true)]
    [InlineData("projects/p/regions/r/commitments/41", true)]
    [InlineData("another", false)]
    public void A_scan_tells_the_end_under_any_of_the_names(string billed, bool isKnown)
    {
        var tally = new CommitmentTally();
        tally.See(GivenLines.Of("BoxUsage:m5.large", 10) with { CommitmentId = billed });
        var scan = GivenScan
            .Context(
                [
                    new Commitment
                    {
                        Provider = "Microsoft",
                        AccountId = "1",
                        Region = "global",
                        Id = "/providers/microsoft.capacity/reservationorders/o/reservations/r",
                        Name = "r",
                        Aliases = ["projects/p/regions/r/commitments/41"],
                        Type = "reservation",
                        State = "active",
                        End = new DateTimeOffset(2027, 3, 1, 10, 0, 0, TimeSpan.Zero),
                    },
                ],
                new GivenPrices()
            )
            .Snapshots;

        var held = tally.Reports(scan, 30).ShouldHaveSingleItem().Held.ShouldHaveSingleItem();

        held.Ends.ShouldBe(isKnown ? new DateOnly(2027, 3, 1) : null);
    }
}
