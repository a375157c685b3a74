using Microsoft.AspNetCore.Components;
using Outlay.Kernel;

namespace Outlay.Web.Components;

/// <summary>What a person copies into the provider's console or a terminal.</summary>
public sealed partial class SnippetList
{
    /// <summary>Name of the provider.</summary>
    [Parameter, EditorRequired]
    public string Provider { get; set; } = "";

    /// <summary>Where a script asks for the texts anew while names are typed.</summary>
    [Parameter, EditorRequired]
    public string Address { get; set; } = "";

    /// <summary>The texts.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<SetupSnippet> Snippets { get; set; } = [];
}
