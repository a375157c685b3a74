using Outlay.Query;

namespace Outlay.Spend;

/// <summary>What a click on a group opens: the same view inside that group, split one step further.</summary>
public static class DrillDown
{
    /// <summary>The view inside a key of a row; null when nothing finer is left to split by.</summary>
    /// <param name="query">The view.</param>
    /// <param name="dimension">The dimension of the key that was clicked.</param>
    /// <param name="value">The key; null for charges without one.</param>
    public static CostQuery? Into(CostQuery query, Dimension dimension, string? value)
    {
        var filter = query.Filter.And(ChargesBehind.Is(dimension, value));
        var others = query.GroupBy.Where(d => d != dimension).ToList();
        var next = Dimensions.NextDrill(dimension, filter);
        if (next is { } finer && !others.Contains(finer))
        {
            others.Insert(Math.Min(Position(query, dimension), others.Count), finer);
        }

        return others.Count == 0
            ? null
            : query with
            {
                Filter = filter,
                GroupBy = others,
                Page = 1,
            };
    }

    /// <summary>The way in: each condition of the filter and the view as it was before it; empty when the filter is not such a path.</summary>
    public static IReadOnlyList<(FilterCondition Condition, CostQuery Before)> Path(CostQuery query)
    {
        if (query.Filter.Sets is not [var set])
        {
            return [];
        }

        return
        [
            .. set.Conditions.Select(
                (condition, i) =>
                    (
                        condition,
                        query with
                        {
                            Filter =
                                i == 0
                                    ? CostFilter.All
                                    : new CostFilter([new([.. set.Conditions.Take(i)])]),
                            GroupBy = [condition.Dimension],
                            Page = 1,
                        }
                    )
            ),
        ];
    }

    private static int Position(CostQuery query, Dimension dimension) =>
        Math.Max(0, query.GroupBy.ToList().IndexOf(dimension));
}
