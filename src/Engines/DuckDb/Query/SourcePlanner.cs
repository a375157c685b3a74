using Outlay.Lake;
using Outlay.Query;

namespace Outlay.Engines.DuckDb.Query;

/// <summary>
/// Picks the smallest table that can answer: the daily rollups when they keep everything that a query groups and filters by, else
/// the charges. A rollup keeps a tag when the load has no spelling of its key, or when it keeps them all.
/// </summary>
internal static class SourcePlanner
{
    private static readonly HashSet<string> RollupColumns = new(
        DailyRollup.Dimensions,
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Plans over loads that were already chosen by their days.</summary>
    public static QuerySource Plan(
        IReadOnlyList<Load> loads,
        IEnumerable<Dimension> dimensions,
        bool needsCharges
    )
    {
        var asked = dimensions.Distinct().ToList();
        var daily =
            !needsCharges
            && asked.All(d => d.IsTag ? KeepsTag(loads, d) : RollupColumns.Contains(d.Key));
        return Of(daily ? CostSource.Daily : CostSource.Charges, loads, asked);
    }

    /// <summary>The charges of loads.</summary>
    public static QuerySource Charges(
        IReadOnlyList<Load> loads,
        IEnumerable<Dimension> dimensions
    ) => Of(CostSource.Charges, loads, dimensions);

    /// <summary>The dimensions that a query reads.</summary>
    public static IEnumerable<Dimension> DimensionsOf(CostQuery query) =>
        query.GroupBy.Concat(FilteredBy(query));

    /// <summary>The dimensions that a query's filter reads.</summary>
    public static IEnumerable<Dimension> FilteredBy(CostQuery query) =>
        query.Filter.Sets.SelectMany(s => s.Conditions).Select(c => c.Dimension);

    private static QuerySource Of(
        CostSource kind,
        IReadOnlyList<Load> loads,
        IEnumerable<Dimension> dimensions
    )
    {
        var extra = loads
            .SelectMany(l => l.ExtraColumns)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new QuerySource(
            kind,
            loads,
            [
                .. loads
                    .SelectMany(l => l.TagKeys)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ],
            extra,
            dimensions.Any(d => extra.Contains(d.Key))
        );
    }

    private static bool KeepsTag(IReadOnlyList<Load> loads, Dimension tag) =>
        loads.All(l =>
            l.TagKeys.Where(k => TagSpellings.Match(tag, k))
                .All(k => l.RollupTagKeys.Contains(k, StringComparer.Ordinal))
        );
}
