using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Outlay.Alerts;
using Outlay.Ingest;

namespace Outlay.Connections.Syncs;

/// <summary>
/// Runs queued syncs, some side by side so that a slow or broken connection holds up no other, and goes on with what a former process
/// left unfinished.
/// </summary>
internal sealed partial class SyncWorker(
    SyncQueue queue,
    SyncLedger ledger,
    SyncRunner runner,
    LandingFolder landing,
    IOptions<SyncOptions> options,
    AlertSignal alerts,
    TimeProvider time,
    ILogger<SyncWorker> logger
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        MarkInterrupted();
        foreach (var sync in ledger.Unfinished())
        {
            queue.Add(sync);
        }

        await Parallel.ForEachAsync(
            queue.ReadAllAsync(stoppingToken),
            new ParallelOptions
            {
                MaxDegreeOfParallelism = options.Value.ParallelSyncs,
                CancellationToken = stoppingToken,
            },
            async (id, _) => await RunAsync(id, stoppingToken)
        );
    }

    private async Task RunAsync(long syncId, CancellationToken stoppingToken)
    {
        if (
            ledger.Find(syncId) is not { State: ImportState.Queued or ImportState.Interrupted } sync
        )
        {
            return;
        }

        Begins(logger, syncId, sync.ConnectionId);
        var ended = await runner.RunAsync(sync, null, stoppingToken);
        if (stoppingToken.IsCancellationRequested && ended.State == ImportState.Cancelled)
        {
            ledger.Save(Interrupted(ended));
            return;
        }

        Ends(logger, syncId, ended.State, ended.Message);
        alerts.Set();
    }

    // A sync that says it runs while nobody holds its connection's lock has lost its process.
    private void MarkInterrupted()
    {
        foreach (var lost in ledger.In(ImportState.Running))
        {
            using var gate = landing.TryLock(lost.ConnectionId);
            if (gate is not null)
            {
                ledger.Save(Interrupted(lost));
            }
        }
    }

    private Sync Interrupted(Sync sync) =>
        sync with
        {
            State = ImportState.Interrupted,
            FinishedAt = time.GetUtcNow(),
            Message = "The program ended while this ran; it goes on at the next start.",
        };

    [LoggerMessage(341, LogLevel.Information, "Sync {SyncId} of connection {ConnectionId} begins")]
    private static partial void Begins(ILogger logger, long syncId, long connectionId);

    [LoggerMessage(342, LogLevel.Information, "Sync {SyncId} ended: {State}. {Text}")]
    private static partial void Ends(ILogger logger, long syncId, ImportState state, string? text);
}
