using System.Globalization;
using Outlay.Alerts;
using Outlay.Kernel;

namespace Outlay.Anomalies.Watch;

/// <summary>Raises alerts of anomalies that run and that nobody has spoken of.</summary>
internal sealed class AnomalyAlerts(AnomalyScan scan, AnomalyBook book) : IAlertSource
{
    private const double CriticalFloors = 20;

    private static readonly AlertKind Kind = new(
        "anomaly",
        "Anomaly",
        "Cost is far from what its calendar, its weekdays and its level let expect."
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

        var floor = book.Settings.MoneyFloor;
        return book.All()
            .Where(a => a is { IsRunning: true, State: AnomalyState.Open, OffsetBy: null })
            .Select(a => Fact(a, floor))
            .ToList();
    }

    private static AlertFact Fact(Anomaly anomaly, double floor) =>
        new(
            $"anomaly/{anomaly.Id}",
            Kind.Word,
            anomaly.Direction < 0 ? AlertSeverity.Info
                : anomaly.Excess >= floor * CriticalFloors ? AlertSeverity.Critical
                : AlertSeverity.Warning,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{anomaly.Name}: {Math.Abs(anomaly.Excess):#,##0} {anomaly.Currency} {(anomaly.Direction > 0 ? "above" : "below")} what was expected since {anomaly.Start:yyyy-MM-dd}"
            ),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{anomaly.Actual:#,##0} against {anomaly.Expected:#,##0} {anomaly.Currency}.{(anomaly.Causes.Count > 0 ? $" {anomaly.Causes[0].Share:0 %} from {anomaly.Causes[0].Words}." : "")}{(anomaly.Why is { } why ? $" {why}" : "")}"
            ),
            $"/budgets/anomalies/{anomaly.Id}"
        );
}
