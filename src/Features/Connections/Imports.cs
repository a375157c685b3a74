using Outlay.Focus.Conformance;
using Outlay.Ingest;
using Outlay.Ingest.Ledger;
using Outlay.Ingest.Runs;
using Outlay.Kernel;
using Outlay.Lake;

namespace Outlay.Connections;

/// <summary>Everything a face can ask of imports and loads: bring files in, watch, retry, look at what a load holds.</summary>
public sealed class Imports
{
    private readonly ImportLedger _ledger;
    private readonly IImportRunner _runner;
    private readonly ILakeCatalog _catalog;
    private readonly IConformanceChecker _checker;
    private readonly ImportQueue _queue;
    private readonly UploadFolder _uploads;
    private readonly LoadDetails _details;
    private readonly TimeProvider _time;

    internal Imports(
        ImportLedger ledger,
        IImportRunner runner,
        ILakeCatalog catalog,
        IConformanceChecker checker,
        ImportQueue queue,
        UploadFolder uploads,
        LoadDetails details,
        TimeProvider time
    )
    {
        _ledger = ledger;
        _runner = runner;
        _catalog = catalog;
        _checker = checker;
        _queue = queue;
        _uploads = uploads;
        _details = details;
        _time = time;
    }

    /// <summary>Queues an import for the background worker and gives the run.</summary>
    public Result<ImportRun> Enqueue(ImportRequest request)
    {
        if (ImportRequests.Check(request) is { } problem)
        {
            return problem;
        }

        var run = _ledger.Add(ImportRequests.Tidy(request), background: true);
        _queue.Add(run.Id);
        return run;
    }

    /// <summary>Runs an import here and now, reporting each change; for the command line.</summary>
    public async Task<Result<ImportRun>> RunAsync(
        ImportRequest request,
        IProgress<ImportRun>? progress,
        CancellationToken cancellationToken
    )
    {
        if (ImportRequests.Check(request) is { } problem)
        {
            return problem;
        }

        var run = _ledger.Add(ImportRequests.Tidy(request));
        return await _runner.RunAsync(run, progress, cancellationToken);
    }

    /// <summary>Keeps an uploaded file in the data folder (bounded) and queues its import.</summary>
    public async Task<Result<ImportRun>> UploadAsync(
        string fileName,
        Stream content,
        ImportRequest options,
        CancellationToken cancellationToken
    )
    {
        var kept = await _uploads.KeepAsync(fileName, content, cancellationToken);
        return kept.IsOk ? Enqueue(options with { Paths = [kept.Value] }) : kept.Problem;
    }

    /// <summary>One run, with live progress; null when unknown.</summary>
    public ImportRun? Find(long runId) => _ledger.Find(runId);

    /// <summary>The newest runs that a person asked for, newest first; those of syncs stand with their syncs.</summary>
    public IReadOnlyList<ImportRun> Recent(int count = 20) => _ledger.Recent(count);

    /// <summary>Runs a run's request again; what is published already is recognised.</summary>
    public Result<ImportRun> Retry(long runId)
    {
        if (_ledger.Find(runId) is not { } run)
        {
            return Unknown(runId);
        }

        if (run.Request.Sync is not null)
        {
            return new Problem(
                ProblemKind.Conflict,
                $"Import {runId} belongs to a sync.",
                $"Synchronise {run.Request.Connection} instead."
            );
        }

        return run.IsOver
            ? Enqueue(run.Request)
            : new Problem(
                ProblemKind.Conflict,
                $"Import {runId} has not ended yet.",
                "Wait for it, or stop it first."
            );
    }

    /// <summary>Stops a queued or running import.</summary>
    public Result<ImportRun> Cancel(long runId)
    {
        if (_ledger.Find(runId) is not { } run)
        {
            return Unknown(runId);
        }

        if (run.IsOver)
        {
            return run;
        }

        _ledger.AskToCancel(runId);
        if (run.State == ImportState.Queued)
        {
            run = run with
            {
                State = ImportState.Cancelled,
                FinishedAt = _time.GetUtcNow(),
                Message = "Stopped on request.",
            };
            _ledger.Save(run);
        }

        return run;
    }

    /// <summary>The published loads, newest period first.</summary>
    public IReadOnlyList<Load> Loads() => _catalog.Current().Loads;

    /// <summary>A load with its versions, restatement against the former version and conformance findings.</summary>
    public Task<LoadDetail?> LoadAsync(long loadId, CancellationToken cancellationToken) =>
        _details.FindAsync(loadId, cancellationToken);

    /// <summary>Makes an older version of a period the published one again.</summary>
    public Result<Load> Restore(long loadId) => _catalog.Restore(loadId);

    /// <summary>Checks a file against the FOCUS rules of its version without loading it.</summary>
    public Task<Result<ConformanceReport>> ValidateAsync(
        string path,
        CancellationToken cancellationToken
    ) => _checker.CheckAsync(path, cancellationToken);

    private static Problem Unknown(long runId) =>
        new(ProblemKind.NotFound, $"There is no import {runId}.");
}
