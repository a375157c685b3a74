using Microsoft.AspNetCore.Components;
using Outlay.Connections.Syncs;

namespace Outlay.Web.Connections.Sources;

/// <summary>A connection's syncs, newest first.</summary>
public sealed partial class SyncHistory
{
    /// <summary>The syncs.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<Sync> Syncs { get; set; } = [];

    /// <summary>Now.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }
}
