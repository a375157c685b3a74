using Outlay.Kernel;

namespace Outlay.Connections.Syncs;

/// <summary>Keeps the history and whoever watches up to date while a sync works, and hears when it is asked to stop.</summary>
internal sealed class SyncWatch(
    Sync sync,
    SyncLedger ledger,
    IProgress<Sync>? watcher,
    TimeProvider time,
    CancellationTokenSource stop
)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);
    private readonly Lock _gate = new();
    private long _saved;

    public Sync Sync { get; private set; } = sync;

    public void Say(string message) => Update(s => s with { Message = message }, false);

    public void Show(
        BillingPeriod? period,
        Func<SyncPeriod, SyncPeriod> change,
        bool atOnce = false
    ) =>
        Update(
            s =>
                s with
                {
                    Periods = [.. s.Periods.Select(p => p.Period == period ? change(p) : p)],
                },
            atOnce
        );

    public void Update(Func<Sync, Sync> change, bool atOnce)
    {
        lock (_gate)
        {
            Sync = change(Sync);
            watcher?.Report(Sync);
            if (!atOnce && _saved != 0 && time.GetElapsedTime(_saved) < Pace)
            {
                return;
            }

            _saved = time.GetTimestamp();
            ledger.Save(Sync);
            if (!Sync.IsOver && ledger.IsAskedToCancel(Sync.Id))
            {
                stop.Cancel();
            }
        }
    }
}
