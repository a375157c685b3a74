using Outlay.Connections.Sources;
using Outlay.Ingest;
using Outlay.Ingest.Ledger;
using Outlay.Ingest.Runs;
using Outlay.Kernel;

namespace Outlay.Connections.Syncs;

/// <summary>Loads fetched files as any import does, and shows its progress in the sync.</summary>
internal sealed class PeriodImport(
    ImportLedger ledger,
    IImportRunner runner,
    ConformanceCheck conformance
)
{
    /// <summary>Loads a folder under the connection's name; whether all of it is in the lake.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="period">The billing period that the files deliver; null for every one they hold.</param>
    /// <param name="folder">The files.</param>
    /// <param name="watch">Shows how it goes.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<bool> RunAsync(
        Connection connection,
        BillingPeriod? period,
        string folder,
        SyncWatch watch,
        CancellationToken cancellationToken
    )
    {
        watch.Say(period is { } month ? $"Loading {month}" : $"Loading {folder}");
        var run = ledger.Add(
            new ImportRequest
            {
                Paths = [folder],
                Connection = connection.Name,
                Currency = connection.Currency,
                Sync = watch.Sync.Id,
                Periods = period is { } only ? [only] : null,
            }
        );
        watch.Show(period, p => p with { RunId = run.Id, State = ImportState.Running });
        var ended = await runner.RunAsync(run, new Progress(watch, period), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        await conformance.CheckAsync(ended, cancellationToken);
        watch.Show(period, p => Of(p, ended, period), atOnce: true);
        return ended.State is ImportState.Succeeded or ImportState.Unchanged;
    }

    private static SyncPeriod Of(SyncPeriod shown, ImportRun run, BillingPeriod? period) =>
        shown with
        {
            State = run.State,
            Rows = run.Rows,
            Imported = 1,
            Cause = run.State is ImportState.Succeeded or ImportState.Unchanged
                ? Beside(run, period)
                : run.Files.FirstOrDefault(f => f.Cause is not null)?.Cause ?? run.Message,
        };

    // A delivery is of one billing period; what its files hold of others belongs to their own deliveries and would replace them.
    private static string? Beside(ImportRun run, BillingPeriod? period)
    {
        var others = run
            .Files.SelectMany(f => f.Periods)
            .Where(p => period is { } only && p != only)
            .Distinct()
            .Order()
            .ToList();
        return others.Count == 0
            ? null
            : $"The files also hold charges of {string.Join(", ", others)}; those are taken from the deliveries of these periods.";
    }

    private sealed class Progress(SyncWatch watch, BillingPeriod? period) : IProgress<ImportRun>
    {
        public void Report(ImportRun value) =>
            watch.Show(period, p => p with { Imported = value.Progress, Rows = value.Rows });
    }
}
