using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Outlay.Ingest.Ledger;
using Outlay.Kernel;
using Outlay.Lake;
using Outlay.State;

namespace Outlay.Ingest.Runs;

/// <summary>
/// Runs imports: finds the files, learns what they hold, and publishes one load after the other, newest billing period first. What is
/// published stays published, whatever happens later in the run.
/// </summary>
internal sealed partial class ImportRunner(
    ImportLedger ledger,
    FileReader reader,
    DeliveryCheck check,
    DeliveryLoader loader,
    ILoadPublisher publisher,
    DataFolder folder,
    IOptions<IngestOptions> options,
    TimeProvider time,
    ILogger<ImportRunner> logger
) : IImportRunner
{
    public async Task<ImportRun> RunAsync(
        ImportRun run,
        IProgress<ImportRun>? watcher,
        CancellationToken cancellationToken
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watch = new RunWatch(run, ledger, watcher, time, stop);
        try
        {
            using var gate = await LockAsync(watch, stop.Token);
            Interrupt();
            watch.Update(Started, true);
            publisher.Sweep();
            var files = FileFinder.Find(run.Request.Paths);
            if (!files.IsOk)
            {
                return Fail(watch, files.Problem);
            }

            await ImportAsync(files.Value, watch, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            watch.Update(r => Ended(r, ImportState.Cancelled, "Stopped on request."), true);
        }
        catch (ImportRefusedException e)
        {
            return Fail(watch, e.Problem);
        }
        catch (IOException e)
        {
            return Fail(watch, Broken(e));
        }
        catch (UnauthorizedAccessException e)
        {
            return Fail(watch, Broken(e));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Unexpected(logger, run.Id, e);
            return Fail(watch, Bug(e));
        }

        return watch.Run;
    }

    public void MarkInterrupted()
    {
        using var gate = ImportLock.TryTake(folder);
        if (gate is not null)
        {
            Interrupt();
        }
    }

    private async Task<ImportLock> LockAsync(RunWatch watch, CancellationToken cancellationToken)
    {
        var taken = await ImportLock.TakeAsync(
            folder,
            options.Value.LockWait,
            time,
            () => watch.Say("Waiting for another import to end"),
            cancellationToken
        );
        return taken.IsOk ? taken.Value : throw new ImportRefusedException(taken.Problem);
    }

    // Whoever holds the lock knows that no other run works: what still says so has lost its process.
    private void Interrupt()
    {
        foreach (var lost in ledger.In(ImportState.Running))
        {
            ledger.Save(
                Ended(
                    lost,
                    ImportState.Interrupted,
                    "The program ended while this ran; a retry goes on with what is missing."
                )
            );
        }
    }

    private async Task ImportAsync(
        IReadOnlyList<FoundFile> found,
        RunWatch watch,
        CancellationToken cancellationToken
    )
    {
        var files = found.Select(f => new IncomingFile(f)).ToList();
        watch.Begin(files);
        foreach (var file in files)
        {
            watch.Say($"Reading {file.Name}");
            await reader.ReadAsync(file, watch, cancellationToken);
        }

        MarkTwins(files);
        NameConnections(files, watch.Run.Request);
        foreach (var file in FileSets.Combine([.. files.Where(f => f.TwinOf is null)]))
        {
            await reader.ReadAgainAsync(file, watch, cancellationToken);
        }

        UsageTwice.Refuse([.. files.Where(f => f.TwinOf is null)]);
        var deliveries = Group(files, watch.Run.Request);
        foreach (var delivery in deliveries)
        {
            check.Apply(delivery);
        }

        DeliveryCheck.HoldBack(deliveries, files, watch.Run.Request);
        try
        {
            await PublishAsync(deliveries, watch, cancellationToken);
        }
        finally
        {
            foreach (var delivery in deliveries.Where(d => d.State != DeliveryState.Published))
            {
                if (delivery.Folder is { } unfinished)
                {
                    publisher.Discard(unfinished);
                }
            }
        }

        watch.Update(r => RunOutcome.Of(r, files, deliveries, time.GetUtcNow()), true);
    }

    private async Task PublishAsync(
        IReadOnlyList<Delivery> deliveries,
        RunWatch watch,
        CancellationToken cancellationToken
    )
    {
        foreach (var delivery in deliveries)
        {
            // A file may have turned out bad while it was written for a newer period.
            if (delivery.State == DeliveryState.Pending)
            {
                check.Apply(delivery);
            }

            if (delivery.State != DeliveryState.Pending)
            {
                continue;
            }

            var pending = deliveries.Where(d => d.State == DeliveryState.Pending).ToList();
            var load = await loader.LoadAsync(delivery, pending, watch, cancellationToken);
            delivery.State = load.IsOk ? DeliveryState.Published : DeliveryState.Failed;
            delivery.Problem = load.Problem;
            if (load.IsOk)
            {
                watch.Update(r => r with { LoadIds = [.. r.LoadIds, load.Value.Id] }, true);
            }
        }
    }

    private static void MarkTwins(IReadOnlyList<IncomingFile> files)
    {
        foreach (
            var twins in files
                .Where(f => f.Sha256.Length > 0)
                .GroupBy(f => f.Sha256, StringComparer.Ordinal)
        )
        {
            foreach (var twin in twins.Skip(1))
            {
                twin.TwinOf = twins.First().Name;
            }
        }
    }

    private static void NameConnections(IReadOnlyList<IncomingFile> files, ImportRequest request)
    {
        foreach (var file in files.Where(f => f.Totals is not null))
        {
            file.Connection = ConnectionNames.Of(request, file.Found, file.Totals!);
        }
    }

    private static List<Delivery> Group(IReadOnlyList<IncomingFile> files, ImportRequest request) =>
        [
            .. files
                .Where(f => f.TwinOf is null && f.Totals is not null)
                .SelectMany(f => f.Totals!.Periods.Select(p => (File: f, Period: p)))
                .Where(p => request.Periods is null || request.Periods.Contains(p.Period))
                .GroupBy(p => (p.File.Connection, p.Period), p => p.File)
                .Select(g => new Delivery(g.Key.Connection, g.Key.Period, [.. g]))
                .OrderByDescending(d => d.Period)
                .ThenBy(d => d.Connection, StringComparer.Ordinal),
        ];

    private ImportRun Started(ImportRun run) =>
        run with
        {
            State = ImportState.Running,
            StartedAt = time.GetUtcNow(),
            FinishedAt = null,
            Progress = 0,
            Rows = 0,
            Message = "Starting",
        };

    private ImportRun Fail(RunWatch watch, Problem problem)
    {
        watch.Update(r => Ended(r, ImportState.Failed, problem.ToString()), true);
        return watch.Run;
    }

    private ImportRun Ended(ImportRun run, ImportState state, string message) =>
        run with
        {
            State = state,
            FinishedAt = time.GetUtcNow(),
            Message = message,
        };

    private static Problem Broken(Exception e) =>
        new(
            ProblemKind.Unavailable,
            $"The files or the data folder cannot be used: {e.Message}",
            "Nothing half-done is visible. Mend the cause, then retry."
        );

    private static Problem Bug(Exception e) =>
        new(
            ProblemKind.Unavailable,
            $"The import ended by a fault of the program: {e.Message}",
            "The last published loads stand. The log has the details."
        );

    [LoggerMessage(300, LogLevel.Error, "Import run {RunId} ended by a fault")]
    private static partial void Unexpected(ILogger logger, long runId, Exception exception);
}
