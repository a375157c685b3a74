using Outlay.Kernel;

namespace Outlay.Web.Charts;

/// <summary>One line, or one colour of a stack.</summary>
/// <param name="Name">What the legend and the table call it.</param>
/// <param name="ColorSlot">Palette slot 1 to 8 from <see cref="SeriesColors"/>; 0 for "Other".</param>
/// <param name="Values">One amount for each bucket from <see cref="Start"/> on, in order. A line may end early: fewer values than buckets.</param>
public sealed record ChartSeries(string Name, int ColorSlot, IReadOnlyList<decimal> Values)
{
    /// <summary>Where the series' name leads in the table under the chart; null for nowhere.</summary>
    public string? Href { get; init; }

    /// <summary>Draws a line dashed: a prior period, a budget, a forecast.</summary>
    public bool Dashed { get; init; }

    /// <summary>Number of the bucket of the first value; a forecast begins where what is known ends.</summary>
    public int Start { get; init; }

    /// <summary>Whether it is a bound of a band: in the table, and neither a line nor in the legend.</summary>
    public bool IsBound { get; init; }

    /// <summary>Whether there is a value at a bucket.</summary>
    public bool Has(int bucket) => bucket >= Start && bucket - Start < Values.Count;

    /// <summary>The value at a bucket; 0 where there is none.</summary>
    public decimal At(int bucket) => Has(bucket) ? Values[bucket - Start] : 0;
}

/// <summary>A band between two rows of amounts, drawn behind the lines.</summary>
/// <param name="Low">Lower bounds from <paramref name="Start"/> on.</param>
/// <param name="High">Upper bounds.</param>
/// <param name="Start">Number of the bucket of the first bounds.</param>
/// <param name="IsOuter">Whether it is the wider, fainter one.</param>
public sealed record ChartBand(
    IReadOnlyList<decimal> Low,
    IReadOnlyList<decimal> High,
    int Start,
    bool IsOuter
);

/// <summary>One step of the horizontal axis.</summary>
/// <param name="Label">In full, for the table, the tooltip and the reading: <c>Sun 22 Nov 2026</c>.</param>
/// <param name="Href">Where a click or Enter on it leads; null for nowhere.</param>
/// <param name="Incomplete">Whether deliveries for it are still to come; drawn hatched or dashed and said in words.</param>
public sealed record ChartBucket(string Label, string? Href = null, bool Incomplete = false)
{
    /// <summary>Short label under the axis; the full label when null.</summary>
    public string? Tick { get; init; }

    /// <summary>The days it covers. With days on every bucket, dragging over the chart sets from and to in the URL.</summary>
    public DateRange? Days { get; init; }
}
