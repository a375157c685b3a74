namespace Outlay.Anomalies.Causes;

/// <summary>Sums over the leaves of one element of a cuboid.</summary>
internal sealed record Element(
    long Key,
    IReadOnlyList<DimensionValue> Values,
    double Expected,
    double Actual,
    int Leaves,
    double Moved,
    double Ripple
)
{
    public double Delta => Actual - Expected;

    /// <summary>One less what the common proportion leaves unexplained.</summary>
    public double Consistency => Moved > 0 ? 1 - (Ripple / Moved) : 0;

    public CauseElement ToCause() => new(Values, Expected, Actual, Consistency);
}
