using Microsoft.AspNetCore.Components;

namespace Outlay.Web.Components;

/// <summary>A message in the flow of the page.</summary>
public sealed partial class Notice
{
    /// <summary>Info, Good, Warn or Bad.</summary>
    [Parameter]
    public Tone Tone { get; set; } = Tone.Info;

    /// <summary>The message.</summary>
    [Parameter]
    public string? Text { get; set; }

    /// <summary>Where to go next; null for nowhere.</summary>
    [Parameter]
    public string? Href { get; set; }

    /// <summary>Words of that link.</summary>
    [Parameter]
    public string? LinkText { get; set; }

    /// <summary>Read out at once: for the outcome of what the person just did.</summary>
    [Parameter]
    public bool Live { get; set; }

    /// <summary>For <c>aria-describedby</c>.</summary>
    [Parameter]
    public string? Id { get; set; }

    /// <summary>More than text.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private string IconName =>
        Tone switch
        {
            Tone.Good => "check",
            Tone.Warn => "alert",
            Tone.Bad => "alert",
            _ => "info",
        };
}
