using Outlay.Ingest.Ledger;

namespace Outlay.Ingest.Runs;

/// <summary>Keeps the ledger and whoever watches up to date while a run works, and hears when it is asked to stop.</summary>
internal sealed class RunWatch(
    ImportRun run,
    ImportLedger ledger,
    IProgress<ImportRun>? watcher,
    TimeProvider time,
    CancellationTokenSource stop
)
{
    // Shares of the time that a file's steps take, measured.
    private const double HashShare = 0.03;
    private const double TotalShare = 0.22;
    private const double WriteShare = 0.75;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private long _saved;
    private long _bytes = 1;
    private double _done;

    public ImportRun Run { get; private set; } = run;

    public void Begin(IReadOnlyList<IncomingFile> files)
    {
        _bytes = Math.Max(1, files.Sum(f => f.Found.Bytes));
        Update(r => r with { Files = [.. files.Select(FileState.Waiting)] }, true);
    }

    public void Say(string message) => Update(r => r with { Message = message }, false);

    public void Show(IncomingFile file, Func<ImportFile, ImportFile> change) =>
        Update(
            r =>
                r with
                {
                    Files = [.. r.Files.Select(f => f.Path == file.Found.Path ? change(f) : f)],
                },
            false
        );

    public void AddRows(long rows) => Update(r => r with { Rows = r.Rows + rows }, false);

    public void Hashed(IncomingFile file) => Advance(file, HashShare);

    public void Totalled(IncomingFile file) => Advance(file, TotalShare);

    public void Written(IncomingFile file) => Advance(file, WriteShare);

    /// <summary>Progress within the summing of a file.</summary>
    public IProgress<double> Totalling(IncomingFile file) => new Part(this, file, TotalShare);

    /// <summary>Progress within the writing of a file.</summary>
    public IProgress<double> Writing(IncomingFile file) => new Part(this, file, WriteShare);

    public void Update(Func<ImportRun, ImportRun> change, bool atOnce)
    {
        lock (_gate)
        {
            Run = change(Run);
            watcher?.Report(Run);
            if (!atOnce && _saved != 0 && time.GetElapsedTime(_saved) < Pace)
            {
                return;
            }

            _saved = time.GetTimestamp();
            ledger.Save(Run);
            if (!Run.IsOver && ledger.IsAskedToCancel(Run.Id))
            {
                stop.Cancel();
            }
        }
    }

    private void Advance(IncomingFile file, double share)
    {
        lock (_gate)
        {
            _done += Weight(file) * share;
        }

        Update(r => r with { Progress = Math.Max(r.Progress, Math.Min(_done, 0.99)) }, false);
    }

    private double Weight(IncomingFile file) => (double)file.Found.Bytes / _bytes;

    private sealed class Part(RunWatch watch, IncomingFile file, double share) : IProgress<double>
    {
        public void Report(double value) =>
            watch.Update(
                r =>
                    r with
                    {
                        Progress = Math.Max(
                            r.Progress,
                            Math.Min(watch._done + watch.Weight(file) * share * value, 0.99)
                        ),
                    },
                false
            );
    }
}
