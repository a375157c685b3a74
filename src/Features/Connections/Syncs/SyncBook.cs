using Outlay.Connections.Sources;
using Outlay.Ingest;
using Outlay.Kernel;

namespace Outlay.Connections.Syncs;

/// <summary>Everything a face can ask of syncs: begin, watch, stop, look back.</summary>
public sealed class SyncBook
{
    private readonly ConnectionStore _store;
    private readonly SyncLedger _ledger;
    private readonly SyncRunner _runner;
    private readonly SyncQueue _queue;
    private readonly TimeProvider _time;

    internal SyncBook(
        ConnectionStore store,
        SyncLedger ledger,
        SyncRunner runner,
        SyncQueue queue,
        TimeProvider time
    )
    {
        _store = store;
        _ledger = ledger;
        _runner = runner;
        _queue = queue;
        _time = time;
    }

    /// <summary>Queues a sync for the server's worker; the one that has not ended yet when there is one.</summary>
    public Result<Sync> Enqueue(long connectionId, SyncCause cause = SyncCause.Person)
    {
        if (_store.Find(connectionId) is null)
        {
            return Unknown(connectionId);
        }

        if (_ledger.Add(connectionId, cause, background: true) is { } sync)
        {
            _queue.Add(sync.Id);
            return sync;
        }

        return _ledger.Open(connectionId) is { } open
            ? open
            : new Problem(ProblemKind.Conflict, "A sync ended just now.", "Try again.");
    }

    /// <summary>Synchronises here and now, reporting each change; for the command line.</summary>
    public async Task<Result<Sync>> RunAsync(
        long connectionId,
        IProgress<Sync>? progress,
        CancellationToken cancellationToken
    )
    {
        if (_store.Find(connectionId) is null)
        {
            return Unknown(connectionId);
        }

        return _ledger.Add(connectionId, SyncCause.Person, background: false) is { } sync
            ? await _runner.RunAsync(sync, progress, cancellationToken)
            : new Problem(
                ProblemKind.Conflict,
                "This connection is being synchronised already.",
                "Watch it in Setup, or wait for it to end."
            );
    }

    /// <summary>One sync; null when unknown.</summary>
    public Sync? Find(long syncId) => _ledger.Find(syncId);

    /// <summary>The newest syncs of a connection, newest first.</summary>
    public IReadOnlyList<Sync> Of(long connectionId, int count = 20) =>
        _ledger.Of(connectionId, count);

    /// <summary>The newest sync of each connection, by the connection's number.</summary>
    public IReadOnlyDictionary<long, Sync> Latest() => _ledger.Latest();

    /// <summary>Stops a sync that waits or runs; what it has loaded stays.</summary>
    public Result<Sync> Cancel(long syncId)
    {
        if (_ledger.Find(syncId) is not { } sync)
        {
            return new Problem(ProblemKind.NotFound, $"There is no sync {syncId}.");
        }

        if (sync.IsOver)
        {
            return sync;
        }

        _ledger.AskToCancel(syncId);
        if (sync.State == ImportState.Queued)
        {
            sync = sync with
            {
                State = ImportState.Cancelled,
                FinishedAt = _time.GetUtcNow(),
                Message = "Stopped on request.",
            };
            _ledger.Save(sync);
        }

        return sync;
    }

    private static Problem Unknown(long id) =>
        new(ProblemKind.NotFound, $"There is no connection {id}.");
}
