using System.Globalization;
using Outlay.Connections.Sources;
using Outlay.Connections.Syncs;
using Outlay.Testing;

namespace Outlay.Connections.Tests.Aws;

/// <summary>The program with a connection, to synchronise again and again.</summary>
internal sealed class SyncWorld : IDisposable
{
    private SyncWorld(OutlayWorld world) => World = world;

    public OutlayWorld World { get; }

    public Connection Connection { get; private init; } = null!;

    public static SyncWorld Of(ConnectionDraft draft)
    {
        var world = new OutlayWorld();
        return new SyncWorld(world) { Connection = Make(world, draft) };
    }

    public static Connection Make(OutlayWorld world, ConnectionDraft draft)
    {
        var made = world.Get<ConnectionBook>().Create(draft);
        made.IsOk.ShouldBeTrue(made.Problem?.ToString());
        return made.Value;
    }

    public async Task<Sync> SyncAsync()
    {
        var sync = await World
            .Get<SyncBook>()
            .RunAsync(Connection.Id, null, TestContext.Current.CancellationToken);
        sync.IsOk.ShouldBeTrue(sync.Problem?.ToString());
        return sync.Value;
    }

    /// <summary>Billed cost of a month in the lake.</summary>
    public decimal Billed(string month) =>
        World
            .Catalog.Current()
            .Loads.Where(l => l.Period.ToString() == month)
            .SelectMany(l => l.ControlTotals)
            .Sum(t =>
                decimal.Parse(t.LakeBilled, NumberStyles.Number, CultureInfo.InvariantCulture)
            );

    public void Dispose() => World.Dispose();
}
