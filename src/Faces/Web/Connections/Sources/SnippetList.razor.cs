using Microsoft.AspNetCore.Components;
using Outlay.Ingest.Connect;
using Outlay.Kernel;

namespace Outlay.Web.Connections.Sources;

/// <summary>What a person copies into the provider's console or a terminal.</summary>
public sealed partial class SnippetList
{
    /// <summary>The connector.</summary>
    [Parameter, EditorRequired]
    public required IConnector Connector { get; set; }

    /// <summary>Settings to fill in.</summary>
    [Parameter, EditorRequired]
    public required SettingValues Settings { get; set; }

    private IReadOnlyList<SetupSnippet> Snippets => Connector.Snippets(Settings);
}
