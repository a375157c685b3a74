using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Outlay.Alerts;
using Outlay.Ingest;
using Outlay.Ingest.Ledger;
using Outlay.Ingest.Runs;

namespace Outlay.Connections;

/// <summary>Runs queued imports one after the other, and goes on with what a former process left unfinished.</summary>
internal sealed partial class ImportWorker(
    ImportQueue queue,
    ImportLedger ledger,
    IImportRunner runner,
    EndedRuns endedRuns,
    AlertSignal alerts,
    ILogger<ImportWorker> logger
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        runner.MarkInterrupted();
        foreach (var run in ledger.Unfinished())
        {
            queue.Add(run);
        }

        await foreach (var runId in queue.ReadAllAsync(stoppingToken))
        {
            await RunAsync(runId, stoppingToken);
        }
    }

    private async Task RunAsync(long runId, CancellationToken stoppingToken)
    {
        if (ledger.Find(runId) is not { State: ImportState.Queued or ImportState.Interrupted } run)
        {
            return;
        }

        Begins(logger, runId);
        var ended = await runner.RunAsync(run, null, stoppingToken);
        if (stoppingToken.IsCancellationRequested && ended.State == ImportState.Cancelled)
        {
            ledger.Save(
                ended with
                {
                    State = ImportState.Interrupted,
                    Message = "The program ended while this ran; it goes on at the next start.",
                }
            );
            return;
        }

        Ends(logger, runId, ended.State, ended.Message);
        endedRuns.Add(ended);
        alerts.Set();
    }

    [LoggerMessage(320, LogLevel.Information, "Import run {RunId} begins")]
    private static partial void Begins(ILogger logger, long runId);

    [LoggerMessage(321, LogLevel.Information, "Import run {RunId} ended: {State}. {Text}")]
    private static partial void Ends(ILogger logger, long runId, ImportState state, string? text);
}
