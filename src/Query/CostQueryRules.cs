using Outlay.Kernel;

namespace Outlay.Query;

/// <summary>What makes a <see cref="CostQuery"/> answerable, wherever it came from. Fields are named as URLs name them.</summary>
public static class CostQueryRules
{
    /// <summary>Most dimensions to split by.</summary>
    public const int MaxGroupBy = 3;

    /// <summary>Most groups that top N keeps.</summary>
    public const int MaxTop = 100;

    /// <summary>Most conditions of a filter, over all its sets.</summary>
    public const int MaxConditions = 100;

    /// <summary>Most values of one condition.</summary>
    public const int MaxValues = 1000;

    internal static readonly DateOnly FirstDay = new(1970, 1, 1);
    internal static readonly DateOnly LastDay = new(2999, 12, 31);

    /// <summary>The first thing that is wrong; null when nothing is.</summary>
    public static Problem? Check(CostQuery query) =>
        CheckDays(query.Period.Days, "from")
        ?? CheckComparison(query.Compare)
        ?? CheckGroupBy(query.GroupBy)
        ?? CheckFilter(query.Filter)
        ?? CheckConversion(query)
        ?? CheckExtent(query);

    private static Problem? CheckConversion(CostQuery query) =>
        query.Convert != Conversion.None && query.Currency is null
            ? Wrong(
                "convert",
                "There is no currency to convert to.",
                "Give currency as well, such as EUR."
            )
            : null;

    private static Problem? CheckExtent(CostQuery query)
    {
        if (query.Top is < 1 or > MaxTop)
        {
            return Wrong("top", $"top is {query.Top}.", $"Use 1 to {MaxTop}.");
        }

        if (query.Page < 1)
        {
            return Wrong("page", $"page is {query.Page}.", "Pages start at 1.");
        }

        return query.PageSize is < 1 or > CostQuery.MaxPageSize
            ? Wrong("size", $"size is {query.PageSize}.", $"Use 1 to {CostQuery.MaxPageSize}.")
            : null;
    }

    private static Problem? CheckDays(DateRange? days, string field) =>
        days is { } range && (range.From < FirstDay || range.Last > LastDay)
            ? Wrong(
                field,
                $"{range} is out of reach.",
                $"Use days from {FirstDay:yyyy-MM-dd} to {LastDay:yyyy-MM-dd}."
            )
            : null;

    private static Problem? CheckComparison(Comparison compare) =>
        compare.Kind == ComparisonKind.Custom && compare.Days is null
            ? Wrong(
                "compare",
                "The comparison has no days.",
                "Write them as 2026-10-01..2026-10-31."
            )
            : CheckDays(compare.Days, "compare");

    private static Problem? CheckGroupBy(IReadOnlyList<Dimension> groupBy)
    {
        if (groupBy.Count > MaxGroupBy)
        {
            return Wrong(
                "groupBy",
                $"{groupBy.Count} dimensions are too many.",
                $"Use up to {MaxGroupBy}."
            );
        }

        var twice = groupBy
            .GroupBy(d => d.Key, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(g => g.Count() > 1);
        return twice is null
            ? CheckDimensions(groupBy, "groupBy")
            : Wrong("groupBy", $"{twice.Key} is there twice.", "Name each dimension once.");
    }

    private static Problem? CheckFilter(CostFilter filter)
    {
        if (filter.Sets.Any(s => s.Conditions.Count == 0))
        {
            return Wrong(
                "filter",
                "A set of the filter has no condition.",
                "Put a condition on each side of 'or'."
            );
        }

        var conditions = filter.Sets.SelectMany(s => s.Conditions).ToList();
        if (conditions.Count > MaxConditions)
        {
            return Wrong(
                "filter",
                $"{conditions.Count} conditions are too many.",
                $"Use up to {MaxConditions}."
            );
        }

        return conditions.Select(CheckValues).FirstOrDefault(p => p is not null)
            ?? CheckDimensions(conditions.Select(c => c.Dimension), "filter");
    }

    private static Problem? CheckValues(FilterCondition condition)
    {
        var takesNone = condition.Operator is FilterOperator.Exists or FilterOperator.Empty;
        var word = CostWords.Operators.Of(condition.Operator);
        if (condition.Values.Any(v => v.Contains('\0', StringComparison.Ordinal)))
        {
            return Wrong(
                "filter",
                $"A value of {condition.Dimension} holds the character NUL.",
                "Leave it out."
            );
        }

        return condition.Values.Count switch
        {
            0 when !takesNone => Wrong(
                "filter",
                $"{condition.Dimension} {word} has no value.",
                "Give at least one."
            ),
            > 0 when takesNone => Wrong(
                "filter",
                $"{condition.Dimension} {word} has values.",
                "Leave them out."
            ),
            > MaxValues => Wrong(
                "filter",
                $"{condition.Dimension} {word} has too many values.",
                $"Use up to {MaxValues}."
            ),
            _ => null,
        };
    }

    private static Problem? CheckDimensions(IEnumerable<Dimension> dimensions, string field) =>
        dimensions.Select(d => Dimensions.Read(d.Key).Problem).FirstOrDefault(p => p is not null)
            is { } problem
            ? problem with
            {
                Field = field,
            }
            : null;

    private static Problem Wrong(string field, string message, string fix) =>
        new(ProblemKind.Invalid, message, fix, field);
}
