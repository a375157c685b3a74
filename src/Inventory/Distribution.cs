using System.Text.Json.Serialization;

namespace Outlay.Inventory;

/// <summary>
/// How values are distributed: up to <see cref="Whole"/> values are kept as they are; of more, the nearest-rank percentiles on a grid that
/// is finer where rightsizing looks (1 point up to the 99th, 0.1 up to the 99.9th, then 0.05), so that those percentiles are exact.
/// </summary>
public sealed record Distribution
{
    /// <summary>Up to so many values are kept as they are.</summary>
    public const int Whole = 128;

    private static readonly double[] Grid = MakeGrid();

    /// <summary>Number of values.</summary>
    public required int Count { get; init; }

    /// <summary>Mean of the values.</summary>
    public required double Mean { get; init; }

    /// <summary>Sum of the values.</summary>
    public required double Sum { get; init; }

    /// <summary>The sorted values, or their percentiles on the grid.</summary>
    public required IReadOnlyList<double> Marks { get; init; }

    /// <summary>Smallest value.</summary>
    [JsonIgnore]
    public double Minimum => Marks[0];

    /// <summary>Largest value.</summary>
    [JsonIgnore]
    public double Maximum => Marks[^1];

    /// <summary>Sums up values; at least one.</summary>
    public static Distribution Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfZero(values.Count);
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var sum = sorted.Sum();
        return new Distribution
        {
            Count = sorted.Length,
            Mean = sum / sorted.Length,
            Sum = sum,
            Marks = sorted.Length <= Whole ? sorted : [.. Grid.Select(p => NearestRank(sorted, p))],
        };
    }

    /// <summary>
    /// The percentile by nearest rank (inverted cumulative distribution): the sorted value at position ceil(p/100 x n). Exact on the grid; in
    /// between, the next one above.
    /// </summary>
    /// <param name="percentile">0 to 100.</param>
    public double Percentile(double percentile)
    {
        if (Count <= Whole)
        {
            return NearestRank(Marks, percentile);
        }

        var at = Array.BinarySearch(Grid, percentile);
        return Marks[Math.Min(at < 0 ? ~at : at, Grid.Length - 1)];
    }

    /// <summary>Share of the values above a bound, 0 to 1; of many values, known to within a step of the grid and never told too small.</summary>
    public double ShareAbove(double bound)
    {
        if (Count <= Whole)
        {
            return Marks.Count(m => m > bound) / (double)Count;
        }

        if (bound >= Maximum)
        {
            return 0;
        }

        // The last mark that is not above the bound: at least its share of the values lies at or below.
        var below = -1;
        for (var i = 0; i < Grid.Length && Marks[i] <= bound; i++)
        {
            below = i;
        }

        return below < 0 ? 1 : 1 - Grid[below] / 100;
    }

    private static double NearestRank(IReadOnlyList<double> sorted, double percentile) =>
        sorted[
            Math.Clamp(
                (int)Math.Ceiling(percentile / 100 * sorted.Count - 1e-9) - 1,
                0,
                sorted.Count - 1
            )
        ];

    private static double[] MakeGrid() =>
        [
            .. Enumerable.Range(0, 99).Select(i => (double)i),
            .. Enumerable.Range(990, 9).Select(i => i / 10.0),
            99.9,
            99.95,
            100,
        ];
}
