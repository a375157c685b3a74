using Microsoft.AspNetCore.Components;

namespace Outlay.Web.Components;

/// <summary>Says why there is nothing and offers one thing to do about it.</summary>
public sealed partial class EmptyState
{
    /// <summary>Why, in one sentence: <c>No billing data yet.</c></summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>One more sentence.</summary>
    [Parameter]
    public string? Text { get; set; }

    /// <summary>Words of the one button.</summary>
    [Parameter]
    public string? ActionText { get; set; }

    /// <summary>Where the button leads; null for no button.</summary>
    [Parameter]
    public string? ActionHref { get; set; }

    /// <summary>Name of an <see cref="Components.Icon"/>.</summary>
    [Parameter]
    public string? Icon { get; set; }

    /// <summary>Anything more, such as a command to copy.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
