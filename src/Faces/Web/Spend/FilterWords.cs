using Outlay.Query;
using Outlay.Web.Components;

namespace Outlay.Web.Spend;

/// <summary>Filters and groups as people say them.</summary>
internal static class FilterWords
{
    private const int NamedValues = 3;

    /// <summary>Such as <c>Service is Amazon EC2 or AWS Lambda</c>.</summary>
    public static string Of(FilterCondition condition)
    {
        var text = $"{Dimensions.Label(condition.Dimension)} {Operator(condition.Operator)}";
        if (condition.Values.Count == 0)
        {
            return text;
        }

        var named = string.Join(" or ", condition.Values.Take(NamedValues).Select(Value));
        return condition.Values.Count > NamedValues
            ? $"{text} {named} or {condition.Values.Count - NamedValues} more"
            : $"{text} {named}";
    }

    /// <summary>Such as <c>Cloud is AWS, Region is eu-west-1; or Tag: team is search</c>.</summary>
    public static string Of(CostFilter filter) =>
        string.Join("; or ", filter.Sets.Select(s => string.Join(", ", s.Conditions.Select(Of))));

    public static string Operator(FilterOperator op) =>
        op switch
        {
            FilterOperator.Is => "is",
            FilterOperator.IsNot => "is not",
            FilterOperator.Contains => "contains",
            FilterOperator.StartsWith => "starts with",
            FilterOperator.Exists => "has a value",
            FilterOperator.Empty => "has no value",
            _ => op.ToString(),
        };

    /// <summary>What charges without a value of a dimension are called.</summary>
    public static string Missing(Dimension dimension)
    {
        if (dimension.IsTag)
        {
            return $"No {dimension.TagKey} tag";
        }

        var label = Dimensions.Label(dimension);
        var isWord = label.Length > 1 && char.IsLower(label[1]);
        return "No " + (isWord ? char.ToLowerInvariant(label[0]) + label[1..] : label);
    }

    /// <summary>The name of a row: its keys, or "Other".</summary>
    public static string Row(IReadOnlyList<Dimension> dimensions, CostRow row) =>
        row.IsOther ? Other(row)
        : row.Keys.Count == 0 ? "Total"
        : string.Join(" · ", dimensions.Zip(row.Keys, (d, key) => key ?? Missing(d)));

    public static string Other(CostRow row) => $"Other ({row.OtherGroups})";

    /// <summary>Chips of a set's conditions, each with the address of the view without it.</summary>
    public static IReadOnlyList<FilterChip> Chips(SpendView view, int set) =>
        Chips(view, set, v => v.Href);

    /// <summary>The same, with the address of another page that shows the view.</summary>
    public static IReadOnlyList<FilterChip> Chips(
        SpendView view,
        int set,
        Func<SpendView, string> href
    ) =>
        [
            .. view
                .Query.Filter.Sets[set]
                .Conditions.Select((c, i) => new FilterChip(Of(c), href(Without(view, set, i)))),
        ];

    private static SpendView Without(SpendView view, int set, int condition)
    {
        var sets = view.Query.Filter.Sets.Select(s => s.Conditions.ToList()).ToList();
        sets[set].RemoveAt(condition);
        var rest = sets.Where(s => s.Count > 0).Select(s => new FilterSet(s));
        return view.With(view.Query with { Filter = new([.. rest]) });
    }

    private static string Value(string value) => value.Length == 0 ? "(empty)" : value;
}
