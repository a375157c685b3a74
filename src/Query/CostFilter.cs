namespace Outlay.Query;

/// <summary>How a condition compares. Texts are compared exactly for Is and IsNot, whatever the case for Contains and StartsWith.</summary>
public enum FilterOperator
{
    /// <summary>Equal to one of the values.</summary>
    Is,

    /// <summary>Equal to none of the values; charges without a value count.</summary>
    IsNot,

    /// <summary>Holds one of the values.</summary>
    Contains,

    /// <summary>Starts with one of the values.</summary>
    StartsWith,

    /// <summary>Has a value.</summary>
    Exists,

    /// <summary>Has no value.</summary>
    Empty,
}

/// <summary>One condition on one dimension.</summary>
/// <param name="Dimension">What is compared.</param>
/// <param name="Operator">How.</param>
/// <param name="Values">With what; empty for Exists and Empty.</param>
public sealed record FilterCondition(
    Dimension Dimension,
    FilterOperator Operator,
    IReadOnlyList<string> Values
)
{
    /// <inheritdoc/>
    public bool Equals(FilterCondition? other) =>
        other is not null
        && Dimension == other.Dimension
        && Operator == other.Operator
        && Values.SequenceEqual(other.Values, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Dimension, Operator, Values.Count);
}

/// <summary>Conditions that must all hold.</summary>
/// <param name="Conditions">At least one.</param>
public sealed record FilterSet(IReadOnlyList<FilterCondition> Conditions)
{
    /// <inheritdoc/>
    public bool Equals(FilterSet? other) =>
        other is not null && Conditions.SequenceEqual(other.Conditions);

    /// <inheritdoc/>
    public override int GetHashCode() => Conditions.Count;
}

/// <summary>Sets of which at least one must hold; no set at all lets everything through.</summary>
/// <param name="Sets">The sets.</param>
public sealed record CostFilter(IReadOnlyList<FilterSet> Sets)
{
    /// <summary>Lets everything through.</summary>
    public static CostFilter All { get; } = new([]);

    /// <summary>Adds a condition to every set: what a drill into a cell does.</summary>
    public CostFilter And(FilterCondition condition) =>
        Sets.Count == 0
            ? new([new([condition])])
            : new([.. Sets.Select(s => new FilterSet([.. s.Conditions, condition]))]);

    /// <inheritdoc/>
    public bool Equals(CostFilter? other) => other is not null && Sets.SequenceEqual(other.Sets);

    /// <inheritdoc/>
    public override int GetHashCode() => Sets.Count;
}
