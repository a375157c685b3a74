using Microsoft.AspNetCore.Components;

namespace Outlay.Web.Components;

/// <summary>A button that posts an action to a page.</summary>
public sealed partial class PostButton
{
    /// <summary>Address of the page.</summary>
    [Parameter, EditorRequired]
    public string Action { get; set; } = "";

    /// <summary>Name of the form handler on the page.</summary>
    [Parameter, EditorRequired]
    public string Handler { get; set; } = "";

    /// <summary>Words of the button.</summary>
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    /// <summary>What it is called where several like it stand together; null for its words.</summary>
    [Parameter]
    public string? Label { get; set; }

    /// <summary>A sign before the words.</summary>
    [Parameter]
    public string? Icon { get; set; }

    /// <summary>Whether it is the page's main action.</summary>
    [Parameter]
    public bool Primary { get; set; }
}
