using Microsoft.AspNetCore.Components;
using Outlay.Connections.Sources;
using Outlay.Connections.Syncs;
using Outlay.Lake;
using Outlay.Web.Formatting;

namespace Outlay.Web.Connections.Sources;

/// <summary>The connections, how they stand, and the ways to make more.</summary>
public sealed partial class ConnectionList
{
    /// <summary>All loads.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<Load> Loads { get; set; } = [];

    [Inject]
    private ConnectionBook Book { get; set; } = null!;

    [Inject]
    private SyncBook Syncs { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private IReadOnlyList<Connection> Connections { get; set; } = [];

    private IReadOnlyDictionary<long, Sync> Latest { get; set; } = new Dictionary<long, Sync>();

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Connections = Book.All();
        Latest = Syncs.Latest();
    }

    private Sync? LatestOf(Connection connection) => Latest.GetValueOrDefault(connection.Id);

    private string Fresh(Connection connection) =>
        Loads.Where(l => l.Connection == connection.Name).Max(l => l.LastUsageDay) is { } day
            ? Dates.Day(day)
            : "–";

    private string Next(Connection connection) =>
        !connection.IsPaused
        && connection.Schedule.Next(connection.Id, Clock.GetUtcNow()) is { } time
            ? Dates.ShortTime(time)
            : "–";
}
