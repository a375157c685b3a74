using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Engines.DuckDb.Query;

/// <summary>The conditions of a statement. Every value is a parameter.</summary>
internal sealed class FilterSql(
    QuerySource source,
    SqlParameters parameters,
    DimensionSql dimensions
)
{
    private static readonly (ChargeSwitches Switch, string Category)[] Categories =
    [
        (ChargeSwitches.Tax, "Tax"),
        (ChargeSwitches.Credits, "Credit"),
        (ChargeSwitches.Purchases, "Purchase"),
    ];

    /// <summary>Whether a charge is in one of the ranges.</summary>
    public string In(params IEnumerable<DateRange> ranges) =>
        "(" + string.Join(" OR ", ranges.Select(InRange)) + ")";

    /// <summary>Everything a query asks of a charge but its time and its currency.</summary>
    public string Of(CostQuery query)
    {
        var excluded = Categories.Where(c => query.Exclude.HasFlag(c.Switch)).ToList();
        var parts = new List<string>();
        if (excluded.Count > 0)
        {
            var list = parameters.AddAll(excluded.Select(c => c.Category));
            parts.Add($"(ChargeCategory IS NULL OR ChargeCategory NOT IN ({list}))");
        }

        if (query.Filter.Sets.Count > 0)
        {
            parts.Add("(" + string.Join(" OR ", query.Filter.Sets.Select(Set)) + ")");
        }

        return parts.Count == 0 ? "true" : string.Join(" AND ", parts);
    }

    private string InRange(DateRange range) =>
        $"({source.Time} >= {parameters.Add(source.At(range.From))} AND {source.Time} < {parameters.Add(source.At(range.To))})";

    private string Set(FilterSet set) =>
        "(" + string.Join(" AND ", set.Conditions.Select(Condition)) + ")";

    private string Condition(FilterCondition condition)
    {
        var value = dimensions.Value(condition.Dimension);
        return condition.Operator switch
        {
            FilterOperator.Is => AnyOf(condition) is { } list ? $"{value} IN ({list})" : "false",
            FilterOperator.IsNot => AnyOf(condition) is { } list
                ? $"({value} IS NULL OR {value} NOT IN ({list}))"
                : "true",
            FilterOperator.Contains => Match("contains", condition),
            FilterOperator.StartsWith => Match("starts_with", condition),
            FilterOperator.Exists => $"{value} IS NOT NULL",
            FilterOperator.Empty => $"{value} IS NULL",
            _ => throw new ArgumentOutOfRangeException(nameof(condition)),
        };
    }

    /// <summary>The values to compare with; those that cannot be one of the dimension's are left out.</summary>
    private string? AnyOf(FilterCondition condition)
    {
        var values = DimensionSql.IsInstant(condition.Dimension)
            ?
            [
                .. condition
                    .Values.Select(InstantText.Parse)
                    .Where(v => v is not null)
                    .Select(v => (object?)v),
            ]
            : condition.Values.ToList<object?>();
        return values.Count == 0 ? null : parameters.AddAll(values);
    }

    private string Match(string function, FilterCondition condition)
    {
        var text = $"lower({dimensions.Text(condition.Dimension)})";
        var any = condition.Values.Select(v => $"{function}({text}, lower({parameters.Add(v)}))");
        return $"coalesce({string.Join(" OR ", any)}, false)";
    }
}
