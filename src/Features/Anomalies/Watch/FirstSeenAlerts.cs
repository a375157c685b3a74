using System.Globalization;
using Outlay.Alerts;
using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Anomalies.Watch;

/// <summary>Tells of services, regions, accounts and SKUs that were charged for the first time.</summary>
internal sealed class FirstSeenAlerts(AnomalyScan scan, AnomalyBook book, TimeProvider time)
    : IAlertSource
{
    private const int DaysTold = 14;

    private static readonly AlertKind Kind = new(
        "first-seen",
        "First seen",
        "A service, region, account or SKU is charged for the first time, or again after three months."
    );

    public IReadOnlyList<AlertKind> Kinds { get; } = [Kind];

    public async Task<Result<IReadOnlyList<AlertFact>>> HoldsAsync(
        CancellationToken cancellationToken
    )
    {
        var scanned = await scan.RunAsync(cancellationToken);
        if (!scanned.IsOk)
        {
            return scanned.Problem;
        }

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return book.FirstSeen()
            .Where(a => a.RaisedDay >= today.AddDays(-DaysTold))
            .Select(a => Fact(a, today))
            .ToList();
    }

    private static AlertFact Fact(FirstSeen arrival, DateOnly today)
    {
        var verb = arrival.IsReturn ? "is back" : "is new";
        return new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"first-seen/{arrival.Currency}/{arrival.Dimension.Key}/{arrival.Name}/{arrival.FirstDay:yyyy-MM-dd}"
            ),
            Kind.Word,
            AlertSeverity.Info,
            $"{arrival.Kind} {arrival.Name} {verb}",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{arrival.Cost:#,##0} {arrival.Currency} since {arrival.FirstDay:yyyy-MM-dd}{(arrival.IsReturn ? ", after more than three months without cost" : "")}."
            ),
            $"/spend?{CostQueryUrl.Format(arrival.Query(today))}"
        );
    }
}
