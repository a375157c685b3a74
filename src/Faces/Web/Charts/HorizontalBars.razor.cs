using Microsoft.AspNetCore.Components;
using Outlay.Kernel;

namespace Outlay.Web.Charts;

/// <summary>One bar.</summary>
/// <param name="Name">What it stands for.</param>
/// <param name="ColorSlot">Palette slot, see <see cref="SeriesColors"/>.</param>
/// <param name="Value">The amount; a negative one is drawn outlined.</param>
/// <param name="Share">Part of the whole, 0 to 1; null where there is no whole.</param>
/// <param name="Href">Where the name leads; null for nowhere.</param>
public sealed record ShareBar(
    string Name,
    int ColorSlot,
    decimal Value,
    decimal? Share = null,
    string? Href = null
)
{
    /// <summary>More after the share, such as a <c>ChangeText</c>.</summary>
    public RenderFragment? Extra { get; init; }
}

/// <summary>A ranked list with bars: name, bar, amount, share. It is text in itself and needs no table beside it.</summary>
public sealed partial class HorizontalBars
{
    /// <summary>Names the list for screen readers.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>The bars, largest first.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<ShareBar> Bars { get; set; } = [];

    /// <summary>Currency of all values.</summary>
    [Parameter, EditorRequired]
    public Currency Currency { get; set; }

    private decimal Longest => Bars.Count == 0 ? 0 : Bars.Max(b => Math.Abs(b.Value));

    private decimal Length(ShareBar bar) => Longest == 0 ? 0 : Math.Abs(bar.Value) / Longest;
}
