using Microsoft.Extensions.Hosting;
using Outlay.Alerts;

namespace Outlay.Optimization.Scans;

/// <summary>Runs scans that wait, one after the other, and asks for those that are due.</summary>
internal sealed class ScanWorker(
    ScanSourceStore sources,
    ScanLedger ledger,
    ScanRunner runner,
    ScanSignal signal,
    AlertSignal alerts,
    TimeProvider time
) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        foreach (var lost in ledger.In(ScanState.Running))
        {
            ledger.Save(
                lost with
                {
                    State = ScanState.Interrupted,
                    FinishedAt = time.GetUtcNow(),
                    Message = "The program ended while this ran.",
                }
            );
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            Due();
            foreach (var scan in ledger.In(ScanState.Queued))
            {
                await runner.RunAsync(scan, null, stoppingToken);
                alerts.Set();
            }

            await signal.WaitAsync(Look, stoppingToken);
        }
    }

    private void Due()
    {
        var latest = ledger.Latest();
        foreach (var source in sources.All())
        {
            // A new source waits for its first scan to be asked for: by then it has been tested.
            if (
                source.EveryHours > 0
                && latest.TryGetValue(source.Id, out var last)
                && last.IsOver
                && time.GetUtcNow() - last.CreatedAt >= TimeSpan.FromHours(source.EveryHours)
            )
            {
                ledger.Add(source.Id, scheduled: true);
            }
        }
    }
}
