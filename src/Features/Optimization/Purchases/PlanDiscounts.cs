using System.Globalization;
using Outlay.Commitments.Payments;
using Outlay.Optimization.Prices;

namespace Outlay.Optimization.Purchases;

/// <summary>
/// Discounts of plans and reservations off on-demand prices, as ships: typical ones of general-purpose Linux machines and databases, dated. They differ by family and
/// region by a few points; a purchase is confirmed by the provider's own quote.
/// </summary>
internal static class PlanDiscounts
{
    private static readonly Lazy<IReadOnlyList<PlanDiscount>> Loaded = new(() =>
        [
            .. RateCard
                .Rows("plan-discounts")
                .Select(r => new PlanDiscount(
                    r[0],
                    r[1],
                    Enum.Parse<DiscountKind>(r[2], ignoreCase: true),
                    int.Parse(r[3], NumberStyles.None, CultureInfo.InvariantCulture),
                    Enum.Parse<Payment>(r[4]),
                    double.Parse(r[5], NumberStyles.Float, CultureInfo.InvariantCulture),
                    DateOnly.ParseExact(r[6], "yyyy-MM-dd", CultureInfo.InvariantCulture)
                )),
        ]
    );

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PlanDiscount> All => Loaded.Value;
}

/// <summary>A plan's or reservation's discount.</summary>
/// <param name="Provider">Provider.</param>
/// <param name="Product">Kind of use.</param>
/// <param name="Kind">What it is given for.</param>
/// <param name="Years">Years of the term.</param>
/// <param name="Payment">Payment option.</param>
/// <param name="Discount">Off on-demand prices, 0 to 1.</param>
/// <param name="AsOf">When it was looked up.</param>
internal sealed record PlanDiscount(
    string Provider,
    string Product,
    DiscountKind Kind,
    int Years,
    Payment Payment,
    double Discount,
    DateOnly AsOf
);
