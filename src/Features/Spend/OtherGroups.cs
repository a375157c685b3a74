using Outlay.Query;

namespace Outlay.Spend;

/// <summary>
/// Says "none of these groups" as a filter. Level by level: another first key; or one of the first keys and another second key
/// than it has there; and so on. That takes as many sets as there are different beginnings, not every combination.
/// </summary>
internal static class OtherGroups
{
    public static IReadOnlyList<FilterSet> Of(
        IReadOnlyList<Dimension> dimensions,
        IReadOnlyList<IReadOnlyList<string?>> named
    ) => [.. Below(dimensions, named, 0, []).Select(c => new FilterSet(c))];

    private static IEnumerable<IReadOnlyList<FilterCondition>> Below(
        IReadOnlyList<Dimension> dimensions,
        IReadOnlyList<IReadOnlyList<string?>> named,
        int level,
        IReadOnlyList<FilterCondition> held
    )
    {
        var dimension = dimensions[level];
        var branches = named.GroupBy(k => k[level], StringComparer.Ordinal).ToList();
        yield return [.. held, .. NoneOf(dimension, [.. branches.Select(b => b.Key)])];
        if (level + 1 == dimensions.Count)
        {
            yield break;
        }

        foreach (var branch in branches)
        {
            IReadOnlyList<FilterCondition> deeper =
            [
                .. held,
                ChargesBehind.Is(dimension, branch.Key),
            ];
            foreach (var set in Below(dimensions, [.. branch], level + 1, deeper))
            {
                yield return set;
            }
        }
    }

    private static IEnumerable<FilterCondition> NoneOf(
        Dimension dimension,
        IReadOnlyList<string?> values
    )
    {
        var texts = values.OfType<string>().ToList();
        if (texts.Count > 0)
        {
            yield return new(dimension, FilterOperator.IsNot, texts);
        }

        // "Is not" lets charges without a value through.
        if (texts.Count < values.Count)
        {
            yield return new(dimension, FilterOperator.Exists, []);
        }
    }
}
