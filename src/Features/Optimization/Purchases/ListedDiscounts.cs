using Outlay.Commitments.Payments;
using Outlay.Optimization.Prices;
using Outlay.Optimization.Prices.Lists;

namespace Outlay.Optimization.Purchases;

/// <summary>
/// Discounts of plans and reservations that price lists tell: the price under the commitment beside that on demand, both of the lists that are
/// kept.
/// </summary>
internal sealed class ListedDiscounts(IListedPrices? lists)
{
    private readonly Dictionary<
        (DiscountKind, int, Payment, string, string, string),
        double?
    > _known = [];

    /// <summary>The discount, 0 to 1; null when the lists do not have both prices in one currency.</summary>
    /// <param name="kind">Kind of commitment.</param>
    /// <param name="years">Years of the term.</param>
    /// <param name="payment">Payment option.</param>
    /// <param name="provider">Provider.</param>
    /// <param name="region">Region.</param>
    /// <param name="item">What is committed for, such as <c>machine/linux/m5.large</c>.</param>
    public double? Of(
        DiscountKind kind,
        int years,
        Payment payment,
        string provider,
        string region,
        string item
    )
    {
        if (lists is null)
        {
            return null;
        }

        var key = (kind, years, payment, provider, region, item);
        if (!_known.TryGetValue(key, out var discount))
        {
            var committed = lists.Find(
                provider,
                region,
                PriceItem.Committed(kind, years, payment, item)
            );
            discount =
                committed is not null
                && lists.Find(provider, region, item) is { } onDemand
                && onDemand.Currency == committed.Currency
                && committed.Amount < onDemand.Amount
                    ? UsageHours.Number(1 - committed.Amount / onDemand.Amount)
                    : null;
            _known[key] = discount;
        }

        return discount;
    }
}
