using Microsoft.AspNetCore.Components;
using Outlay.Connections.Syncs;
using Outlay.Lake;
using Outlay.Web.Formatting;

namespace Outlay.Web.Connections.Sources;

/// <summary>What a sync does now, or what came of it.</summary>
public sealed partial class SyncView
{
    /// <summary>The sync.</summary>
    [Parameter, EditorRequired]
    public required Sync Sync { get; set; }

    /// <summary>The connection's loads.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<Load> Loads { get; set; } = [];

    /// <summary>Now.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }

    /// <summary>Address of the connection's page.</summary>
    [Parameter, EditorRequired]
    public string Address { get; set; } = "";

    private ImportProgress Progress => SyncProgress.Of(Sync, Now);

    // The files of a watched folder are read where they are.
    private bool IsFetched => Sync.Periods.All(p => p.Period is not null);

    private List<(int Index, SyncPeriod Item)> Periods => [.. Sync.Periods.Index()];

    private Load? LoadOf(SyncPeriod period) =>
        period.Period is { } month ? Loads.FirstOrDefault(l => l.Period == month) : null;

    private static string Name(SyncPeriod period) =>
        period.Period is { } month ? Dates.Month(month) : "The whole folder";
}
