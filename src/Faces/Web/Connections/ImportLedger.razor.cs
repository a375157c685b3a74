using Microsoft.AspNetCore.Components;
using Outlay.Ingest;

namespace Outlay.Web.Connections;

/// <summary>The newest imports with their outcome; running ones are kept up to date by a script.</summary>
public sealed partial class ImportLedger
{
    /// <summary>Runs, newest first.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<ImportRun> Runs { get; set; } = [];

    /// <summary>Now.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }
}
