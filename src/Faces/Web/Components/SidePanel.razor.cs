using Microsoft.AspNetCore.Components;

namespace Outlay.Web.Components;

/// <summary>Details beside the page, with an address of its own; Escape and the cross lead to the page without it.</summary>
public sealed partial class SidePanel
{
    /// <summary>Heading.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>The page without the panel.</summary>
    [Parameter, EditorRequired]
    public string CloseHref { get; set; } = "";

    /// <summary>The details.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
