using Microsoft.AspNetCore.Components;

namespace Outlay.Web.Charts;

/// <summary>A small line over the band of what was usual, beside numbers that say the same; hidden from screen readers.</summary>
public sealed partial class BandSpark
{
    private const int Height = 28;

    /// <summary>The values, oldest first; fewer than two draw nothing.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<decimal> Values { get; set; } = [];

    /// <summary>Lower bounds, one for each value.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<decimal> Low { get; set; } = [];

    /// <summary>Upper bounds, one for each value.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<decimal> High { get; set; } = [];

    private ChartScale Scale =>
        ChartScale.Between(
            Math.Min(Values.Min(), Low.Min()),
            Math.Max(Values.Max(), High.Max()),
            Height - 2
        );
}
