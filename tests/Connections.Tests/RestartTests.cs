using Dapper;
using Outlay.Connections.Syncs;
using Outlay.Connections.Tests.Aws;
using Outlay.Ingest;
using Outlay.State;

namespace Outlay.Connections.Tests;

/// <summary>A server that comes back after its process was killed in the middle of a sync.</summary>
public sealed class RestartTests(MotoFixture aws)
{
    [Fact]
    public async Task Goes_on_with_the_sync_that_was_lost()
    {
        using var bucket = await BillingBucket.MakeAsync(aws.Address);
        await bucket.DeliverAsync("2026-09", [1m], [2m]);
        using var outlay = SyncWorld.Of(bucket.Draft(aws.Address));
        var lost = outlay.World.Get<SyncBook>().Enqueue(outlay.Connection.Id).Value;
        // What a killed process leaves behind: a sync that says it runs, and nobody who holds its lock.
        using (var open = outlay.World.Get<StateDatabase>().Open())
        {
            await open.ExecuteAsync("UPDATE sync SET state = 'Running'");
        }

        await using var server = await SyncServer.StartAsync(outlay.World);

        var sync = await SyncServer.UntilAsync(() =>
            Task.FromResult(
                server.World.Get<SyncBook>().Find(lost.Id) is { IsOver: true } over
                && over.State != ImportState.Interrupted
                    ? over
                    : null
            )
        );
        sync.State.ShouldBe(ImportState.Succeeded, sync.Message);
        outlay.Billed("2026-09").ShouldBe(3m);
    }
}
