using Outlay.Inventory;
using Outlay.Optimization.Findings;
using Outlay.Optimization.Prices;
using Outlay.Optimization.Recommendations;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Rules.Costs;

/// <summary>What a resource costs in a month of 730 hours.</summary>
/// <param name="Monthly">Effective cost of a month.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Committed">Share of it that commitments cover, 0 to 1: to use less of that frees commitment, not cash.</param>
/// <param name="AtList">The same at list prices; null when they are not known.</param>
internal sealed record ResourceCost(
    decimal Monthly,
    string Currency,
    PriceSource Source,
    decimal Committed,
    decimal? AtList
)
{
    /// <summary>
    /// The cost by the bill of the resource itself: effective cost over the days that it was there. Null when the bill does not name it.
    /// </summary>
    public static ResourceCost? OfBill(
        RuleContext context,
        Resource resource,
        Func<BillLine, bool>? which = null
    )
    {
        var lines = context
            .Bill.Of(resource)
            .Where(l => l.ChargeCategory == "Usage" && (which is null || which(l)))
            .GroupBy(l => l.Currency, StringComparer.Ordinal)
            .OrderByDescending(g => g.Sum(l => l.EffectiveCost))
            .FirstOrDefault()
            ?.ToList();
        if (lines is null || lines.Sum(l => l.EffectiveCost) <= 0)
        {
            return null;
        }

        var toMonth = Month.Days / DaysThere(context, resource, lines);
        var contracted = lines.Sum(l => l.ContractedCost);
        var covered = lines.Where(l => l.CommitmentId is not null).Sum(l => l.ContractedCost);
        return new ResourceCost(
            lines.Sum(l => l.EffectiveCost) * toMonth,
            lines[0].Currency,
            PriceSource.Bill,
            contracted > 0 ? Math.Clamp(covered / contracted, 0m, 1m) : 0m,
            lines.Sum(l => l.ListCost) * toMonth
        );
    }

    /// <summary>The cost by the bill, else by a price.</summary>
    public static ResourceCost? Of(
        RuleContext context,
        Resource resource,
        Price? price,
        decimal unitsOfMonth,
        Func<BillLine, bool>? which = null
    ) =>
        OfBill(context, resource, which)
        ?? (
            price is null
                ? null
                : new ResourceCost(
                    price.Amount * unitsOfMonth,
                    price.Currency,
                    price.Source,
                    0m,
                    null
                )
        );

    /// <summary>What is left of a share of the cost that is saved, when what commitments cover saves no cash.</summary>
    public decimal Saving(decimal share) => Monthly * share * (1 - Committed);

    private static decimal DaysThere(
        RuleContext context,
        Resource resource,
        IReadOnlyList<BillLine> lines
    )
    {
        var until = context.Bill.Until ?? lines.Max(l => l.LastDay).AddDays(1);
        var from = until.AddDays(-context.Bill.Days);
        var born = resource.CreatedAt is { } created
            ? DateOnly.FromDateTime(created.UtcDateTime)
            : from;
        var there = until.DayNumber - (born > from ? born : from).DayNumber;
        return Math.Max(1, Math.Max(there, lines.Max(l => l.Days)));
    }
}
