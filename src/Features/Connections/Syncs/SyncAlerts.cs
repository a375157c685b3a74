using System.Globalization;
using Outlay.Alerts;
using Outlay.Connections.Sources;
using Outlay.Ingest;
using Outlay.Kernel;
using Outlay.Lake;

namespace Outlay.Connections.Syncs;

/// <summary>Raises alerts of connections whose last sync failed, and of those whose data has become old.</summary>
internal sealed class SyncAlerts(
    ConnectionStore connections,
    SyncLedger syncs,
    ILakeCatalog catalog,
    TimeProvider time
) : IAlertSource
{
    // Providers deliver a day within two; the slowest within three.
    private const int FreshDays = 3;

    private static readonly AlertKind Failed = new(
        "sync-failed",
        "Sync failed",
        "The last sync of a connection failed, or some of its months did."
    );

    private static readonly AlertKind Stale = new(
        "stale-data",
        "Stale data",
        $"The newest usage of a connection is more than {FreshDays} days old."
    );

    public IReadOnlyList<AlertKind> Kinds { get; } = [Failed, Stale];

    public Task<Result<IReadOnlyList<AlertFact>>> HoldsAsync(CancellationToken cancellationToken)
    {
        var latest = syncs.Latest();
        var living = connections.All().Where(c => !c.IsPaused).ToList();
        var lastDays = catalog
            .Current()
            .Loads.Where(l => l.LastUsageDay is not null)
            .GroupBy(l => l.Connection, StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => g.Max(l => l.LastUsageDay!.Value),
                StringComparer.Ordinal
            );
        IReadOnlyList<AlertFact> facts =
        [
            .. living
                .Where(c => latest.TryGetValue(c.Id, out var last) && HasFailed(last))
                .Select(c => FailedFact(c, latest[c.Id])),
            .. living
                .Where(c =>
                    c.Schedule.Cron(c.Id) is not null
                    && lastDays.TryGetValue(c.Name, out var day)
                    && Age(day) > FreshDays
                )
                .Select(c => StaleFact(c, lastDays[c.Name])),
        ];
        return Task.FromResult(Result.Of(facts));
    }

    private static bool HasFailed(Sync sync) =>
        sync.State is ImportState.Failed or ImportState.Partial;

    private int Age(DateOnly day) =>
        DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).DayNumber - day.DayNumber;

    private static AlertFact FailedFact(Connection connection, Sync sync) =>
        new(
            $"sync/{connection.Id}",
            Failed.Word,
            sync.State == ImportState.Failed ? AlertSeverity.Critical : AlertSeverity.Warning,
            sync.State == ImportState.Failed
                ? $"{connection.Name} could not be synchronised"
                : $"Some months of {connection.Name} could not be synchronised",
            sync.Message ?? "",
            $"/setup/connections/{connection.Id}"
        );

    private AlertFact StaleFact(Connection connection, DateOnly day) =>
        new(
            $"stale/{connection.Id}",
            Stale.Word,
            AlertSeverity.Warning,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The data of {connection.Name} is {Age(day)} days old"
            ),
            string.Create(
                CultureInfo.InvariantCulture,
                $"Its newest usage is of {day:yyyy-MM-dd}; providers deliver within {FreshDays} days."
            ),
            $"/setup/connections/{connection.Id}"
        );
}
