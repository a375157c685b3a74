using Microsoft.AspNetCore.Components;

namespace Outlay.Web.Components;

/// <summary>The page's one h1 and document title; focus goes to it after a navigation.</summary>
public sealed partial class PageHeader
{
    /// <summary>Heading and document title.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>Period, currency and data time, or what the page is for.</summary>
    [Parameter]
    public string? Subtitle { get; set; }

    /// <summary>Buttons and links at the right.</summary>
    [Parameter]
    public RenderFragment? Actions { get; set; }
}
