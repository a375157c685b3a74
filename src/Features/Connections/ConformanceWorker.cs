using Microsoft.Extensions.Hosting;
using Outlay.Ingest;

namespace Outlay.Connections;

/// <summary>Checks what was imported against the FOCUS rules, beside the imports, so that a large file's check holds up none of them.</summary>
internal sealed class ConformanceWorker(
    EndedRuns runs,
    ConformanceCheck conformance,
    UploadFolder uploads
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await conformance.CatchUpAsync(stoppingToken);
        await foreach (var run in runs.ReadAllAsync(stoppingToken))
        {
            await conformance.CheckAsync(run, stoppingToken);
            if (run.State is ImportState.Succeeded or ImportState.Unchanged)
            {
                uploads.Remove(run.Request.Paths);
            }
        }
    }
}
