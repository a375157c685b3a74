using Microsoft.Extensions.Logging;
using Outlay.Inventory;
using Outlay.Inventory.Snapshots;
using Outlay.Kernel;

namespace Outlay.Optimization.Scans;

/// <summary>Scans a source and keeps the snapshot; a scan that fails or is stopped leaves the last one in place.</summary>
internal sealed partial class ScanRunner(
    ScanSourceStore sources,
    Collectors collectors,
    ScanLedger ledger,
    SnapshotFolder snapshots,
    TimeProvider time,
    ILogger<ScanRunner> logger
)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    public async Task<Scan> RunAsync(
        Scan scan,
        IProgress<Scan>? watcher,
        CancellationToken cancellationToken
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watch = new Watch(scan, ledger, watcher, time, stop);
        watch.Show(
            s =>
                s with
                {
                    State = ScanState.Running,
                    StartedAt = time.GetUtcNow(),
                    Message = "Starting",
                },
            atOnce: true
        );
        try
        {
            var found = await CollectAsync(scan.SourceId, watch, stop.Token);
            return found.Match(
                snapshot => Keep(snapshot, watch),
                problem => End(watch, ScanState.Failed, problem.ToString())
            );
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return cancellationToken.IsCancellationRequested
                ? End(watch, ScanState.Interrupted, "The program ended while this ran.")
                : End(watch, ScanState.Cancelled, "Stopped on request.");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Unexpected(logger, scan.Id, e);
            return End(
                watch,
                ScanState.Failed,
                $"The scan ended by a fault of the program: {e.Message} The log has the details; the last snapshot stands."
            );
        }
    }

    private async Task<Result<Snapshot>> CollectAsync(
        long sourceId,
        Watch watch,
        CancellationToken cancellationToken
    )
    {
        if (sources.Find(sourceId) is not { } source)
        {
            return new Problem(ProblemKind.NotFound, "The source was deleted.");
        }

        var collector = collectors.Get(source.Kind);
        var settings = sources.Open(sourceId);
        if ((collector.Problem ?? settings.Problem) is { } problem)
        {
            return problem;
        }

        return await collector.Value.CollectAsync(
            settings.Value,
            TimeSpan.FromDays(source.WindowDays),
            watch,
            cancellationToken
        );
    }

    private Scan Keep(Snapshot snapshot, Watch watch)
    {
        snapshots.Save(watch.Scan.SourceId, snapshot);
        watch.Show(
            s =>
                s with
                {
                    Resources = snapshot.Resources.Count,
                    Calls = snapshot.Calls.Sum(c => c.Count),
                    Throttled = snapshot.Calls.Sum(c => c.Throttled),
                    PriceUsd = snapshot.Calls.Sum(c => c.PriceUsd),
                    Detail = new ScanDetail(snapshot.Accounts, snapshot.Gaps, snapshot.Calls),
                },
            atOnce: true
        );
        return snapshot.Gaps.Count == 0
            ? End(watch, ScanState.Succeeded, null)
            : End(
                watch,
                ScanState.Partial,
                snapshot.Gaps.Count == 1
                    ? "1 part could not be read; the rest is whole."
                    : $"{snapshot.Gaps.Count} parts could not be read; the rest is whole."
            );
    }

    private Scan End(Watch watch, ScanState state, string? message)
    {
        watch.Show(
            s =>
                s with
                {
                    State = state,
                    FinishedAt = time.GetUtcNow(),
                    Message = message,
                    Done = state is ScanState.Succeeded or ScanState.Partial ? s.Total : s.Done,
                },
            atOnce: true
        );
        return watch.Scan;
    }

    [LoggerMessage(520, LogLevel.Error, "Scan {ScanId} ended by a fault")]
    private static partial void Unexpected(ILogger logger, long scanId, Exception exception);

    /// <summary>Keeps the history and whoever watches up to date, and hears when it is asked to stop.</summary>
    private sealed class Watch(
        Scan scan,
        ScanLedger ledger,
        IProgress<Scan>? watcher,
        TimeProvider time,
        CancellationTokenSource stop
    ) : IProgress<ScanProgress>
    {
        private readonly Lock _gate = new();
        private long _saved;

        public Scan Scan { get; private set; } = scan;

        public void Report(ScanProgress value) =>
            Show(
                s =>
                    s with
                    {
                        Done = value.Done,
                        Total = value.Total,
                        Resources = value.Resources,
                        Calls = value.Calls,
                        Message = value.Now,
                    },
                atOnce: false
            );

        public void Show(Func<Scan, Scan> change, bool atOnce)
        {
            lock (_gate)
            {
                Scan = change(Scan);
                watcher?.Report(Scan);
                if (!atOnce && _saved != 0 && time.GetElapsedTime(_saved) < Pace)
                {
                    return;
                }

                _saved = time.GetTimestamp();
                ledger.Save(Scan);
                if (!Scan.IsOver && ledger.IsAskedToCancel(Scan.Id))
                {
                    stop.Cancel();
                }
            }
        }
    }
}
