using Microsoft.AspNetCore.Components;

namespace Outlay.Web.Components;

/// <summary>One tab: a link, so it has an address.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Href">Its address.</param>
/// <param name="Current">Whether it is shown.</param>
/// <param name="Count">A number beside the words; null for none.</param>
public sealed record TabItem(string Text, string Href, bool Current, long? Count = null);

/// <summary>Views of one page beside each other.</summary>
public sealed partial class Tabs
{
    /// <summary>Names the navigation for screen readers.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>The tabs.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<TabItem> Items { get; set; } = [];
}
