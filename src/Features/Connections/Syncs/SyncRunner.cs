using System.Globalization;
using Microsoft.Extensions.Logging;
using Outlay.Connections.Sources;
using Outlay.Ingest;
using Outlay.Ingest.Connect;
using Outlay.Kernel;
using Outlay.Lake;

namespace Outlay.Connections.Syncs;

/// <summary>
/// Brings a connection up to date: asks what there is, and for each billing period that is new or changed fetches its files and loads
/// them, newest first. While one is loaded, the next is fetched. A period that fails leaves its last good load in place and the others
/// alone.
/// </summary>
internal sealed partial class SyncRunner(
    ConnectionStore store,
    Connectors connectors,
    SyncLedger ledger,
    LandingFolder landing,
    DeliveryFetch fetch,
    PeriodImport import,
    Retrying retrying,
    ILakeCatalog catalog,
    TimeProvider time,
    ILogger<SyncRunner> logger
)
{
    public async Task<Sync> RunAsync(
        Sync sync,
        IProgress<Sync>? watcher,
        CancellationToken cancellationToken
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watch = new SyncWatch(sync, ledger, watcher, time, stop);
        watch.Update(Started, true);
        try
        {
            using var gate = landing.TryLock(sync.ConnectionId);
            if (gate is null)
            {
                return Fail(watch, Busy());
            }

            var problem = await SyncAsync(watch, stop.Token);
            return problem is null ? End(watch) : Fail(watch, problem);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            watch.Update(s => Ended(s, ImportState.Cancelled, "Stopped on request."), true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail(watch, Broken(e));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Unexpected(logger, sync.Id, e);
            return Fail(watch, Bug(e));
        }

        return watch.Sync;
    }

    private async Task<Problem?> SyncAsync(SyncWatch watch, CancellationToken cancellationToken)
    {
        if (store.Find(watch.Sync.ConnectionId) is not { } connection)
        {
            return new Problem(ProblemKind.NotFound, "The connection was deleted.");
        }

        var connector = connectors.Get(connection.Kind);
        var settings = store.Open(connection.Id);
        if (!connector.IsOk || !settings.IsOk)
        {
            return connector.Problem ?? settings.Problem;
        }

        if (connector.Value.LocalFolder(settings.Value) is { } folder)
        {
            watch.Update(
                s => s with { Periods = [new SyncPeriod { State = ImportState.Running }] },
                true
            );
            await import.RunAsync(connection, null, folder, watch, cancellationToken);
            return null;
        }

        watch.Say($"Looking at what {connector.Value.Title} has");
        var held = ledger.Delivered(connection.Id);
        var found = await retrying.RunAsync(
            token => connector.Value.DiscoverAsync(settings.Value, From(connection, held), token),
            (problem, wait) =>
                watch.Say(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{problem.Message} Trying again in {Math.Max(1, wait.TotalSeconds):0} s."
                    )
                ),
            cancellationToken
        );
        if (!found.IsOk)
        {
            return found.Problem;
        }

        watch.Update(
            s =>
                s with
                {
                    PaidCalls = s.PaidCalls + found.Value.Took.Count,
                    PriceUsd = s.PriceUsd + found.Value.Took.PriceUsd,
                },
            false
        );
        var changed = Changed(connection, found.Value.Deliveries, held);
        landing.Sweep(connection.Id, changed);
        watch.Update(s => s with { Periods = [.. changed.Select(Waiting)] }, true);
        await LoadAsync(
            new Work(connection, connector.Value, settings.Value, watch),
            changed,
            cancellationToken
        );
        return null;
    }

    private async Task LoadAsync(
        Work work,
        List<RemoteDelivery> deliveries,
        CancellationToken cancellationToken
    )
    {
        var ahead =
            deliveries.Count == 0 ? null : FetchAsync(work, deliveries[0], cancellationToken);
        for (var i = 0; i < deliveries.Count; i++)
        {
            var delivery = deliveries[i];
            var problem = await ahead!;
            var isLast = i + 1 == deliveries.Count;
            if (problem?.Kind == ProblemKind.Forbidden)
            {
                // Credentials that are refused once are refused for every period.
                Refuse(work.Watch, deliveries.Skip(i), problem);
                return;
            }

            ahead = isLast ? null : FetchAsync(work, deliveries[i + 1], cancellationToken);
            try
            {
                if (problem is not null)
                {
                    Refuse(work.Watch, [delivery], problem);
                    continue;
                }

                var folder = landing.Of(work.Connection.Id, delivery);
                var loaded = await import.RunAsync(
                    work.Connection,
                    delivery.Period,
                    folder,
                    work.Watch,
                    cancellationToken
                );
                if (loaded)
                {
                    ledger.Deliver(work.Connection.Id, delivery.Period, delivery.Version);
                }

                // Files that could not be loaded may have been broken on the way; the next sync fetches them anew.
                Directory.Delete(folder, recursive: true);
            }
            catch when (ahead is not null)
            {
                await ((Task)ahead).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                throw;
            }
        }
    }

    private Task<Problem?> FetchAsync(
        Work work,
        RemoteDelivery delivery,
        CancellationToken cancellationToken
    )
    {
        work.Watch.Show(delivery.Period, p => p with { State = ImportState.Running });
        return fetch.FetchAsync(
            work.Connector,
            work.Settings,
            delivery,
            landing.Of(work.Connection.Id, delivery),
            work.Watch,
            cancellationToken
        );
    }

    private BillingPeriod From(
        Connection connection,
        IReadOnlyDictionary<BillingPeriod, string> held
    )
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var first = BillingPeriod.Of(
            BillingPeriod.Of(today).Start.AddMonths(1 - connection.Months)
        );
        // A provider may restate a month that has left the window since; what is loaded stays true.
        return held.Keys.Append(first).Min();
    }

    private List<RemoteDelivery> Changed(
        Connection connection,
        IReadOnlyList<RemoteDelivery> found,
        IReadOnlyDictionary<BillingPeriod, string> held
    )
    {
        var loaded = catalog
            .Current()
            .Loads.Where(l => l.Connection == connection.Name)
            .Select(l => l.Period)
            .ToHashSet();
        return
        [
            .. found
                .Where(d =>
                    !loaded.Contains(d.Period) || held.GetValueOrDefault(d.Period) != d.Version
                )
                .OrderByDescending(d => d.Period),
        ];
    }

    private static void Refuse(
        SyncWatch watch,
        IEnumerable<RemoteDelivery> deliveries,
        Problem problem
    )
    {
        foreach (var delivery in deliveries)
        {
            watch.Show(
                delivery.Period,
                p => p with { State = ImportState.Failed, Cause = problem.ToString() },
                atOnce: true
            );
        }
    }

    private static SyncPeriod Waiting(RemoteDelivery delivery) =>
        new()
        {
            Period = delivery.Period,
            State = ImportState.Queued,
            Files = delivery.Files.Count,
            Bytes = delivery.Files.Any(f => f.Bytes is null)
                ? null
                : delivery.Files.Sum(f => f.Bytes),
        };

    private Sync Started(Sync sync) =>
        sync with
        {
            State = ImportState.Running,
            StartedAt = time.GetUtcNow(),
            FinishedAt = null,
            Message = "Starting",
            Periods = [],
        };

    private Sync End(SyncWatch watch)
    {
        var periods = watch.Sync.Periods;
        var failed = periods.Count(p =>
            p.State is not (ImportState.Succeeded or ImportState.Unchanged)
        );
        var state =
            failed == 0 && periods.Any(p => p.State == ImportState.Succeeded)
                ? ImportState.Succeeded
            : failed == 0 ? ImportState.Unchanged
            : failed < periods.Count || periods.Any(p => p.State == ImportState.Partial)
                ? ImportState.Partial
            : ImportState.Failed;
        watch.Update(s => Ended(s, state, SyncWords.Outcome(periods)), true);
        return watch.Sync;
    }

    private Sync Fail(SyncWatch watch, Problem problem)
    {
        watch.Update(s => Ended(s, ImportState.Failed, problem.ToString()), true);
        return watch.Sync;
    }

    private Sync Ended(Sync sync, ImportState state, string message) =>
        sync with
        {
            State = state,
            FinishedAt = time.GetUtcNow(),
            Message = message,
            Periods =
            [
                .. sync.Periods.Select(p =>
                    p.State is ImportState.Queued or ImportState.Running
                        ? p with
                        {
                            State = ImportState.Cancelled,
                        }
                        : p
                ),
            ],
        };

    private static Problem Busy() =>
        new(
            ProblemKind.Conflict,
            "Another process synchronises this connection.",
            "Wait for it to end."
        );

    private static Problem Broken(Exception e) =>
        new(
            ProblemKind.Unavailable,
            $"The data folder cannot be used: {e.Message}",
            "Mend the cause, then synchronise again; what is loaded stands."
        );

    private static Problem Bug(Exception e) =>
        new(
            ProblemKind.Unavailable,
            $"The sync ended by a fault of the program: {e.Message}",
            "The last published loads stand. The log has the details."
        );

    private sealed record Work(
        Connection Connection,
        IConnector Connector,
        SettingValues Settings,
        SyncWatch Watch
    );

    [LoggerMessage(340, LogLevel.Error, "Sync {SyncId} ended by a fault")]
    private static partial void Unexpected(ILogger logger, long syncId, Exception exception);
}
