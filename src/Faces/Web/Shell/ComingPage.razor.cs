using Microsoft.AspNetCore.Components;

namespace Outlay.Web.Shell;

/// <summary>A page that says what it will show and leads to the nearest thing that works now.</summary>
public sealed partial class ComingPage
{
    /// <summary>The page's name.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>What the page will show, in one sentence.</summary>
    [Parameter, EditorRequired]
    public string Coming { get; set; } = "";

    /// <summary>What answers part of it today.</summary>
    [Parameter, EditorRequired]
    public string Now { get; set; } = "";

    /// <summary>Words of the link.</summary>
    [Parameter, EditorRequired]
    public string LinkText { get; set; } = "";

    /// <summary>Where it leads.</summary>
    [Parameter, EditorRequired]
    public string Href { get; set; } = "";

    /// <summary>Name of the page's icon.</summary>
    [Parameter, EditorRequired]
    public string Icon { get; set; } = "";
}
