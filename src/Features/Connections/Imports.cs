using Outlay.Focus.Conformance;
using Outlay.Ingest;
using Outlay.Kernel;
using Outlay.Lake;

namespace Outlay.Connections;

/// <summary>Everything a face can ask of imports and loads: bring files in, watch, retry, look at what a load holds.</summary>
public sealed class Imports
{
    /// <summary>Queues an import for the background worker and gives the run.</summary>
    public Result<ImportRun> Enqueue(ImportRequest request) => throw new NotSupportedException();

    /// <summary>Runs an import here and now, reporting each change; for the command line.</summary>
    public Task<Result<ImportRun>> RunAsync(
        ImportRequest request,
        IProgress<ImportRun>? progress,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    /// <summary>Keeps an uploaded file in the data folder (bounded) and queues its import.</summary>
    public Task<Result<ImportRun>> UploadAsync(
        string fileName,
        Stream content,
        ImportRequest options,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    /// <summary>One run, with live progress; null when unknown.</summary>
    public ImportRun? Find(long runId) => throw new NotSupportedException();

    /// <summary>The newest runs, newest first.</summary>
    public IReadOnlyList<ImportRun> Recent(int count = 20) => throw new NotSupportedException();

    /// <summary>Runs a run's request again; what is published already is recognised.</summary>
    public Result<ImportRun> Retry(long runId) => throw new NotSupportedException();

    /// <summary>Stops a queued or running import.</summary>
    public Result<ImportRun> Cancel(long runId) => throw new NotSupportedException();

    /// <summary>The published loads, newest period first.</summary>
    public IReadOnlyList<Load> Loads() => throw new NotSupportedException();

    /// <summary>A load with its versions, restatement against the former version and conformance findings.</summary>
    public Task<LoadDetail?> LoadAsync(long loadId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>Makes an older version of a period the published one again.</summary>
    public Result<Load> Restore(long loadId) => throw new NotSupportedException();

    /// <summary>Checks a file against the FOCUS rules of its version without loading it.</summary>
    public Task<Result<ConformanceReport>> ValidateAsync(
        string path,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();
}
