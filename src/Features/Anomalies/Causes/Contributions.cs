namespace Outlay.Anomalies.Causes;

/// <summary>What one value of a dimension adds to a deviation.</summary>
/// <param name="Code">The value.</param>
/// <param name="Expected">Its expected cost.</param>
/// <param name="Actual">Its actual cost.</param>
/// <param name="Share">Its part of the whole deviation as a fraction; negative when it moves against it. Absent when the whole did not move.</param>
public sealed record Contribution(int Code, double Expected, double Actual, double? Share)
{
    /// <summary>Actual less expected.</summary>
    public double Delta => Actual - Expected;
}

/// <summary>
/// The deviation of a whole, spread over the values of one dimension: contributions add to the deviation and shares to one. What rose and what
/// fell stand apart, because a small net can hide large moves.
/// </summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Rows">Its values, the largest move first.</param>
/// <param name="GrossUp">Sum of what rose.</param>
/// <param name="GrossDown">Sum of what fell; not positive.</param>
public sealed record ContributionTable(
    string Dimension,
    IReadOnlyList<Contribution> Rows,
    double GrossUp,
    double GrossDown
)
{
    /// <summary>The whole deviation.</summary>
    public double Delta => GrossUp + GrossDown;

    /// <summary>Spreads the deviation of all leaves over one dimension.</summary>
    /// <param name="table">The leaves.</param>
    /// <param name="dimension">Position of the dimension.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
    public static ContributionTable Of(LeafTable table, int dimension)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfNegative(dimension);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(dimension, table.Dimensions.Count);
        var expected = new double[table.Cardinality(dimension)];
        var actual = new double[expected.Length];
        var isUsed = new bool[expected.Length];
        var codes = table.Codes[dimension];
        for (var leaf = 0; leaf < codes.Length; leaf++)
        {
            expected[codes[leaf]] += table.Expected[leaf];
            actual[codes[leaf]] += table.Actual[leaf];
            isUsed[codes[leaf]] = true;
        }

        double up = 0;
        double down = 0;
        for (var code = 0; code < expected.Length; code++)
        {
            var delta = actual[code] - expected[code];
            up += Math.Max(0, delta);
            down += Math.Min(0, delta);
        }

        var net = up + down;
        var rows = Enumerable
            .Range(0, expected.Length)
            .Where(code => isUsed[code])
            .Select(code => new Contribution(
                code,
                expected[code],
                actual[code],
                net == 0 ? null : (actual[code] - expected[code]) / net
            ))
            .OrderByDescending(row => Math.Abs(row.Delta))
            .ThenBy(row => row.Code);
        return new(table.Dimensions[dimension], [.. rows], up, down);
    }
}
