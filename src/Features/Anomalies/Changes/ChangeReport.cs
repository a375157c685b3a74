using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Anomalies.Changes;

/// <summary>What changed between two periods, and why.</summary>
/// <param name="Query">The question; it has a comparison.</param>
/// <param name="Range">The later period.</param>
/// <param name="PriorRange">The earlier period.</param>
/// <param name="Currencies">The change of each currency, the largest first; amounts of different currencies are never added.</param>
/// <param name="Revision">Revision of the lake it was answered from.</param>
public sealed record ChangeReport(
    CostQuery Query,
    DateRange Range,
    DateRange PriorRange,
    IReadOnlyList<CurrencyChange> Currencies,
    long Revision
);

/// <summary>What changed in one currency.</summary>
/// <param name="Currency">The currency.</param>
/// <param name="Whole">The change of everything; its parts add up to the difference exactly.</param>
/// <param name="Groups">The same by the question's split, the largest change first; each part adds up to the whole's.</param>
/// <param name="Skus">The same by SKU, account and region, the largest change first.</param>
/// <param name="Summed">How many of the smallest lines are explained as one because there are too many.</param>
public sealed record CurrencyChange(
    Currency Currency,
    ChangedGroup Whole,
    IReadOnlyList<ChangedGroup> Groups,
    IReadOnlyList<ChangedSku> Skus,
    long Summed
);

/// <summary>The change of a group.</summary>
/// <param name="Keys">Its value in each dimension of the split; null where charges have none, or for the lines summed.</param>
/// <param name="Before">Cost of the earlier period.</param>
/// <param name="After">Cost of the later period.</param>
/// <param name="Parts">Parts that add up to the difference exactly.</param>
/// <param name="IsRest">Whether it holds the lines that are explained as one.</param>
public sealed record ChangedGroup(
    IReadOnlyList<string?> Keys,
    decimal Before,
    decimal After,
    ChangeParts Parts,
    bool IsRest = false
)
{
    /// <summary>The change.</summary>
    public decimal Difference => After - Before;

    internal static ChangedGroup Of(
        IReadOnlyList<string?> keys,
        IEnumerable<ChangedSku> skus,
        bool isRest
    )
    {
        var (before, after, parts) = (0m, 0m, default(ChangeParts));
        foreach (var sku in skus)
        {
            before += sku.Before.EffectiveCost;
            after += sku.After.EffectiveCost;
            parts += sku.Parts;
        }

        return new(keys, before, after, parts, isRest);
    }
}

/// <summary>The change of a SKU in an account and a region.</summary>
/// <param name="Groups">Its value in each dimension of the split.</param>
/// <param name="Service">Its service.</param>
/// <param name="Sku">Its SKU.</param>
/// <param name="Meter">Its meter.</param>
/// <param name="Account">Identifier of its account.</param>
/// <param name="Region">Identifier of its region.</param>
/// <param name="Unit">Unit of its quantity.</param>
/// <param name="Kind">Kind of charge.</param>
/// <param name="Before">The earlier period.</param>
/// <param name="After">The later period.</param>
/// <param name="Parts">Parts that add up to the difference exactly.</param>
/// <param name="Note">Why it is explained more coarsely, if it is.</param>
/// <param name="Charges">Its charges in the later period; null for lines explained as one.</param>
public sealed record ChangedSku(
    IReadOnlyList<string?> Groups,
    string? Service,
    string? Sku,
    string? Meter,
    string? Account,
    string? Region,
    string? Unit,
    ChargeKind Kind,
    PeriodAmounts Before,
    PeriodAmounts After,
    ChangeParts Parts,
    ChangeNote Note,
    CostQuery? Charges
)
{
    /// <summary>The change.</summary>
    public decimal Difference => After.EffectiveCost - Before.EffectiveCost;
}
