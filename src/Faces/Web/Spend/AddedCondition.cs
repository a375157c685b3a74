using System.Globalization;
using Outlay.Kernel;
using Outlay.Query;
using Parameter = System.Collections.Generic.KeyValuePair<string, string>;

namespace Outlay.Web.Spend;

/// <summary>
/// The condition that the filter editor's form sends: <c>add.dimension</c>, <c>add.operator</c>, any number of <c>add.value</c>, and
/// <c>add.set</c>, the number of the set it joins or <c>new</c> for "or".
/// </summary>
/// <param name="Condition">The condition.</param>
/// <param name="Set">The set it joins; null for every set, past the end for a new one.</param>
internal sealed record AddedCondition(FilterCondition Condition, int? Set)
{
    public const string Dimension = "add.dimension";
    public const string Operator = "add.operator";
    public const string Value = "add.value";
    public const string InSet = "add.set";
    public const string NewSet = "new";

    /// <summary>Reads the form's fields; null when there are none.</summary>
    public static Result<AddedCondition>? Read(IReadOnlyCollection<Parameter> parameters)
    {
        if (parameters.FirstOrDefault(p => p.Key == Dimension).Value is not { } name)
        {
            return null;
        }

        var dimension = Dimensions.Read(name);
        if (!dimension.IsOk)
        {
            return dimension.Problem;
        }

        var word = parameters.FirstOrDefault(p => p.Key == Operator).Value ?? "is";
        var op = CostWords.Operators.Read(word);
        if (!op.IsOk)
        {
            return op.Problem;
        }

        var values = parameters.Where(p => p.Key == Value).Select(p => p.Value).Distinct().ToList();
        var takesNone = op.Value is FilterOperator.Exists or FilterOperator.Empty;
        if (values.Count == 0 && !takesNone)
        {
            return new Problem(
                ProblemKind.Invalid,
                $"{Dimensions.Label(dimension.Value)} {FilterWords.Operator(op.Value)} has no value.",
                "Tick a value or type one.",
                "filter"
            );
        }

        return new AddedCondition(
            new(dimension.Value, op.Value, takesNone ? [] : values),
            SetOf(parameters.FirstOrDefault(p => p.Key == InSet).Value)
        );
    }

    /// <summary>The filter with the condition; values join a condition of the same dimension and operator.</summary>
    public CostFilter AddTo(CostFilter filter)
    {
        if (Set is { } set && set >= filter.Sets.Count)
        {
            return new([.. filter.Sets, new([Condition])]);
        }

        return filter.Sets.Count == 0
            ? new([new([Condition])])
            : new([.. filter.Sets.Select((s, i) => Set is null || Set == i ? Join(s) : s)]);
    }

    private static int? SetOf(string? text) =>
        text == NewSet ? int.MaxValue
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var set) ? set
        : null;

    private FilterSet Join(FilterSet set)
    {
        var at = set
            .Conditions.ToList()
            .FindIndex(c => c.Dimension == Condition.Dimension && c.Operator == Condition.Operator);
        if (at < 0)
        {
            return new([.. set.Conditions, Condition]);
        }

        var joined = Condition with
        {
            Values = [.. set.Conditions[at].Values.Union(Condition.Values)],
        };
        return new([.. set.Conditions.Select((c, i) => i == at ? joined : c)]);
    }
}
