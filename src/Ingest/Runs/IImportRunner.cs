namespace Outlay.Ingest.Runs;

/// <summary>Runs imports.</summary>
public interface IImportRunner
{
    /// <summary>
    /// Runs a run of the ledger to its end and gives how it ended. Waits while another import of the data folder runs.
    /// </summary>
    Task<ImportRun> RunAsync(
        ImportRun run,
        IProgress<ImportRun>? watcher,
        CancellationToken cancellationToken
    );

    /// <summary>Marks runs whose process has ended as interrupted; does nothing while any import of the data folder runs.</summary>
    void MarkInterrupted();
}
