namespace Outlay.Anomalies.Causes;

/// <summary>
/// Expected and actual cost of the finest known parts (leaves) of a whole, by column. Values of a dimension are coded as integers from zero.
/// </summary>
public sealed class LeafTable
{
    private readonly int[] _cardinalities;

    /// <summary>A table of leaves.</summary>
    /// <param name="dimensions">Names of the dimensions.</param>
    /// <param name="codes">Per dimension the code of every leaf.</param>
    /// <param name="expected">Expected cost of every leaf; not negative.</param>
    /// <param name="actual">Actual cost of every leaf.</param>
    /// <exception cref="ArgumentException">Columns differ in length, or a code is negative.</exception>
    public LeafTable(
        IReadOnlyList<string> dimensions,
        IReadOnlyList<int[]> codes,
        double[] expected,
        double[] actual
    )
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(actual);
        if (codes.Count != dimensions.Count)
        {
            throw new ArgumentException(
                "Every dimension needs one column of codes.",
                nameof(codes)
            );
        }

        if (actual.Length != expected.Length || codes.Any(c => c.Length != expected.Length))
        {
            throw new ArgumentException("Every column needs one entry per leaf.", nameof(codes));
        }

        if (codes.Any(column => column.Any(code => code < 0)))
        {
            throw new ArgumentException("Codes count from zero.", nameof(codes));
        }

        Dimensions = dimensions;
        Codes = codes;
        Expected = expected;
        Actual = actual;
        _cardinalities = [.. codes.Select(column => column.DefaultIfEmpty(-1).Max() + 1)];
    }

    /// <summary>Names of the dimensions.</summary>
    public IReadOnlyList<string> Dimensions { get; }

    /// <summary>Leaves in the table.</summary>
    public int Count => Expected.Length;

    internal IReadOnlyList<int[]> Codes { get; }

    internal double[] Expected { get; }

    internal double[] Actual { get; }

    internal int Cardinality(int dimension) => _cardinalities[dimension];
}
