using Microsoft.AspNetCore.Components;

namespace Outlay.Web.Charts;

/// <summary>A small line without axes beside a number that says the same in words; hidden from screen readers.</summary>
public sealed partial class Sparkline
{
    /// <summary>The values, oldest first; fewer than two draw nothing.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<decimal> Values { get; set; } = [];

    /// <summary>Pixels.</summary>
    [Parameter]
    public int Height { get; set; } = 28;

    // Scaled between its own bounds: a sparkline shows shape, the number beside it shows size.
    private ChartScale Scale => ChartScale.Between(Values.Min(), Values.Max(), Height - 2);
}
