namespace Outlay.Anomalies.Causes;

/// <summary>A value that a dimension must have.</summary>
/// <param name="Dimension">Position of the dimension.</param>
/// <param name="Code">The value.</param>
public readonly record struct DimensionValue(int Dimension, int Code);

/// <summary>The leaves that have one value in each of one to three dimensions.</summary>
/// <param name="Values">The values, by position of the dimension.</param>
/// <param name="Expected">Their expected cost.</param>
/// <param name="Actual">Their actual cost.</param>
/// <param name="Consistency">How far the leaves moved alike: one when each moved in the proportion of the sum.</param>
public sealed record CauseElement(
    IReadOnlyList<DimensionValue> Values,
    double Expected,
    double Actual,
    double Consistency
)
{
    /// <summary>Actual less expected.</summary>
    public double Delta => Actual - Expected;
}

/// <summary>A set of elements of the same dimensions that together explain a deviation.</summary>
/// <param name="Elements">The elements, the strongest first.</param>
/// <param name="Share">The part of the whole deviation that they hold.</param>
/// <param name="Score">How well they explain where cost moved and where it did not, less a price for length.</param>
public sealed record RootCause(IReadOnlyList<CauseElement> Elements, double Share, double Score);

/// <summary>Constants of the ranking; the defaults were chosen on labelled cases.</summary>
public sealed record RankingSettings
{
    /// <summary>The defaults.</summary>
    public static RankingSettings Default { get; } = new();

    /// <summary>Dimensions that an element may fix at most.</summary>
    public int Layers { get; init; } = 3;

    /// <summary>Elements that a cause may have at most.</summary>
    public int LargestSet { get; init; } = 4;

    /// <summary>Share of the whole deviation that an element must pass.</summary>
    public double SmallestShare { get; init; } = 0.02;

    /// <summary>Smallest consistency of an element.</summary>
    public double SmallestConsistency { get; init; } = 0.35;

    /// <summary>Share of the whole deviation that a cause must pass.</summary>
    public double SmallestExplained { get; init; } = 0.5;

    /// <summary>Weight of the share explained.</summary>
    public double ExplainedWeight { get; init; } = 0.25;

    /// <summary>The share explained counts up to here.</summary>
    public double ExplainedCap { get; init; } = 1.2;

    /// <summary>Price per element and dimension.</summary>
    public double LengthPrice { get; init; } = 0.035;

    /// <summary>Causes to return at most.</summary>
    public int Top { get; init; } = 10;
}
