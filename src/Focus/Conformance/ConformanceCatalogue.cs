using Outlay.Focus.Conformance.Rules;

namespace Outlay.Focus.Conformance;

/// <summary>Rules on one subject.</summary>
/// <param name="Name">The subject.</param>
/// <param name="Rules">Its rules.</param>
public sealed record RuleFamily(string Name, IReadOnlyList<ConformanceRule> Rules);

/// <summary>Every rule Outlay checks.</summary>
public static class ConformanceCatalogue
{
    private static readonly Lazy<IReadOnlyList<RuleFamily>> Loaded = new(() =>
        [
            new RuleFamily("Presence of columns", [.. Presence.All]),
            new RuleFamily("Names and order of columns", [.. ColumnHandling.All]),
            new RuleFamily("Types and formats", [.. Types.All]),
            new RuleFamily("Emptiness", [.. NullHandling.All]),
            new RuleFamily("Emptiness that follows other columns", [.. PairedNulls.All]),
            new RuleFamily("Allowed values", [.. AllowedValues.All]),
            new RuleFamily("Currencies", [.. Currencies.All]),
            new RuleFamily("Units", [.. Units.All]),
            new RuleFamily("Keys and values", [.. KeyValues.All]),
            new RuleFamily("JSON objects", [.. JsonObjects.All]),
            new RuleFamily("Prices and products", [.. Arithmetic.All]),
            new RuleFamily("Costs", [.. Costs.All]),
            new RuleFamily("Commitments", [.. Commitments.All]),
            new RuleFamily("Corrections", [.. Corrections.All]),
            new RuleFamily("Periods", [.. Periods.All]),
            new RuleFamily("Consistency within a file", [.. Consistency.All]),
            new RuleFamily("Split cost", [.. SplitAllocation.All]),
        ]
    );

    private static readonly Lazy<IReadOnlyList<ConformanceRule>> LoadedRules = new(() =>
        [.. Families.SelectMany(f => f.Rules)]
    );

    /// <summary>All rules by subject.</summary>
    public static IReadOnlyList<RuleFamily> Families => Loaded.Value;

    /// <summary>All rules of all versions.</summary>
    public static IReadOnlyList<ConformanceRule> All => LoadedRules.Value;

    /// <summary>The rules that can be checked on a file with that header.</summary>
    public static IReadOnlyList<ConformanceRule> For(FocusHeader header) =>
        [.. All.Where(r => r.AppliesTo(header))];
}
