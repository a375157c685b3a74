using Outlay.Focus.Conformance.Rules;

namespace Outlay.Focus.Conformance;

/// <summary>Every rule Outlay checks.</summary>
public static class ConformanceCatalogue
{
    private static readonly Lazy<IReadOnlyList<ConformanceRule>> Loaded = new(() =>
        [
            .. Presence.All,
            .. ColumnHandling.All,
            .. Types.All,
            .. NullHandling.All,
            .. PairedNulls.All,
            .. AllowedValues.All,
            .. Currencies.All,
            .. Units.All,
            .. KeyValues.All,
            .. JsonObjects.All,
            .. Arithmetic.All,
            .. Costs.All,
            .. Commitments.All,
            .. Corrections.All,
            .. Periods.All,
            .. Consistency.All,
            .. SplitAllocation.All,
        ]
    );

    /// <summary>All rules of all versions, by family.</summary>
    public static IReadOnlyList<ConformanceRule> All => Loaded.Value;

    /// <summary>The rules that can be checked on a file with that header.</summary>
    public static IReadOnlyList<ConformanceRule> For(FocusHeader header) =>
        [.. All.Where(r => r.AppliesTo(header))];
}
