using Microsoft.AspNetCore.Components;

namespace Outlay.Web.Charts;

/// <summary>
/// One or more lines, such as this period against the one before, day by day or added up (see <see cref="RunningTotal"/>).
/// The part of an undashed line that lies in incomplete buckets is dashed.
/// </summary>
public sealed partial class LineChart
{
    /// <summary>Bands behind the lines, the outer one first.</summary>
    [Parameter]
    public IReadOnlyList<ChartBand> Bands { get; set; } = [];

    /// <summary>Adds values up from the first bucket on.</summary>
    public static IReadOnlyList<decimal> RunningTotal(IEnumerable<decimal> values)
    {
        decimal sum = 0;
        return [.. values.Select(v => sum += v)];
    }

    /// <inheritdoc/>
    protected override (decimal Low, decimal High) Bounds()
    {
        var values = Series
            .SelectMany(s => s.Values)
            .Concat(Bands.SelectMany(b => b.Low.Concat(b.High)))
            .DefaultIfEmpty()
            .ToList();
        return (values.Min(), values.Max());
    }

    /// <inheritdoc/>
    protected override decimal Headline(int bucket) => Series.Count == 0 ? 0 : Series[0].At(bucket);

    private int Solid(ChartSeries series)
    {
        var last = series.Values.Count - 1;
        while (!series.Dashed && last > 0 && Buckets[series.Start + last].Incomplete)
        {
            last--;
        }

        return last;
    }
}
