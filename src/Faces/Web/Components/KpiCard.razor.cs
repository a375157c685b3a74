using Microsoft.AspNetCore.Components;

namespace Outlay.Web.Components;

/// <summary>
/// One key figure. With <see cref="Waiting"/> it has no value yet and says what it waits for, with a link to the nearest thing
/// that works now.
/// </summary>
public sealed partial class KpiCard
{
    /// <summary>What is measured, with its period: <c>Spend, month to date</c>.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>The value, short: <c>$10.07M</c>.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>The value in full, as the title of the short one.</summary>
    [Parameter]
    public string? FullValue { get; set; }

    /// <summary>Whether a change is shown; it is "new" when <see cref="Change"/> is null.</summary>
    [Parameter]
    public bool ShowChange { get; set; }

    /// <summary>Relative change against the comparison.</summary>
    [Parameter]
    public decimal? Change { get; set; }

    /// <summary>Whether up is good or bad.</summary>
    [Parameter]
    public Polarity Polarity { get; set; } = Polarity.UpIsBad;

    /// <summary>A quiet line under the value: what it is compared with, a range, an age.</summary>
    [Parameter]
    public string? Sub { get; set; }

    /// <summary>Values of a sparkline; null for none.</summary>
    [Parameter]
    public IReadOnlyList<decimal>? Trend { get; set; }

    /// <summary>Where the whole card leads: the page that proves the number.</summary>
    [Parameter]
    public string? Href { get; set; }

    /// <summary>What the figure waits for, in a sentence; null when there is a value.</summary>
    [Parameter]
    public string? Waiting { get; set; }

    /// <summary>Where the nearest working thing is.</summary>
    [Parameter]
    public string? WaitingHref { get; set; }

    /// <summary>Words of that link.</summary>
    [Parameter]
    public string? WaitingLink { get; set; }
}
