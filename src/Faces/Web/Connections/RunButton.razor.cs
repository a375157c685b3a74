using Microsoft.AspNetCore.Components;
using Outlay.Ingest;

namespace Outlay.Web.Connections;

/// <summary>Posts an action to a run's page.</summary>
public sealed partial class RunButton
{
    /// <summary>The run.</summary>
    [Parameter, EditorRequired]
    public required ImportRun Run { get; set; }

    /// <summary>Name of the form handler on the run's page: retry or cancel.</summary>
    [Parameter, EditorRequired]
    public string Action { get; set; } = "";

    /// <summary>Words of the button.</summary>
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";
}
