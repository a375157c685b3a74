using System.Globalization;
using Outlay.Alerts;
using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Budgets;

/// <summary>Raises alerts of budgets whose thresholds are reached in the period that runs.</summary>
internal sealed class BudgetAlerts(BudgetQueries queries) : IAlertSource
{
    private const decimal Most = 80;
    private const decimal All = 100;

    private static readonly AlertKind Actual = new(
        "budget-actual",
        "Budget used",
        "As much of a budget is spent as one of its thresholds says."
    );

    private static readonly AlertKind Forecast = new(
        "budget-forecast",
        "Budget will be used",
        "A period will come to as much of a budget as one of its thresholds says."
    );

    public IReadOnlyList<AlertKind> Kinds { get; } = [Actual, Forecast];

    public async Task<Result<IReadOnlyList<AlertFact>>> HoldsAsync(
        CancellationToken cancellationToken
    )
    {
        var all = await queries.AllAsync(cancellationToken);
        if (!all.IsOk)
        {
            return all.Problem;
        }

        var facts = new List<AlertFact>();
        foreach (var status in all.Value.Where(s => s.State != BudgetState.Ahead))
        {
            var reached = Reached(status).ToList();
            if (reached.Count == 0)
            {
                continue;
            }

            var slices = await queries.SlicesAsync(status, cancellationToken);
            if (!slices.IsOk)
            {
                return slices.Problem;
            }

            facts.AddRange(reached.Select(t => Fact(status, t, Cause(status, slices.Value))));
        }

        return facts;
    }

    // The highest threshold says it all: what is spent passed those below it, and no forecast is needed of what has happened.
    private static IEnumerable<BudgetThreshold> Reached(BudgetStatus status)
    {
        var highest = status
            .Budget.Thresholds.Where(t => IsReached(status, t))
            .GroupBy(t => t.Basis)
            .ToDictionary(g => g.Key, g => g.MaxBy(t => t.Of(status.Total))!);
        if (highest.TryGetValue(ThresholdBasis.Actual, out var actual))
        {
            yield return actual;
        }

        if (
            highest.TryGetValue(ThresholdBasis.Forecast, out var forecast)
            && (actual is null || forecast.Of(status.Total) > actual.Of(status.Total))
        )
        {
            yield return forecast;
        }
    }

    private static bool IsReached(BudgetStatus status, BudgetThreshold threshold) =>
        threshold.Basis == ThresholdBasis.Actual
            ? status.Spent >= threshold.Of(status.Total)
            : status.Forecast.IsOk && status.Forecast.Value.Mid >= threshold.Of(status.Total);

    private static AlertFact Fact(BudgetStatus status, BudgetThreshold threshold, string cause)
    {
        var isActual = threshold.Basis == ThresholdBasis.Actual;
        var reached = isActual ? status.Spent : status.Forecast.Value.Mid;
        var share = status.Total > 0 ? reached * All / status.Total : 0;
        return new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"budget/{status.Budget.Id}/{status.Period.From:yyyy-MM-dd}/{threshold.Text}"
            ),
            isActual ? Actual.Word : Forecast.Word,
            Severity(threshold, status),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{status.Budget.Name}: {Words(reached, status)} of {Words(status.Total, status)} {(isActual ? "spent" : "expected")} ({share:0} %, threshold {threshold.Level})"
            ),
            cause,
            string.Create(CultureInfo.InvariantCulture, $"/budgets/{status.Budget.Id}")
        );
    }

    private static AlertSeverity Severity(BudgetThreshold threshold, BudgetStatus status)
    {
        var percent =
            threshold.Percent
            ?? (status.Total > 0 ? threshold.Of(status.Total) * All / status.Total : All);
        return threshold.Basis == ThresholdBasis.Actual && percent >= All ? AlertSeverity.Critical
            : percent >= Most ? AlertSeverity.Warning
            : AlertSeverity.Info;
    }

    private static string Cause(BudgetStatus status, CostTable slices)
    {
        var period = string.Create(
            CultureInfo.InvariantCulture,
            $"{status.Period.From:yyyy-MM-dd} to {status.Period.Last:yyyy-MM-dd}, even pace {Words(status.Pace, status)}."
        );
        return slices.Rows.FirstOrDefault(r => r.Change > 0) is { } row
            ? $"{period} Largest rise against the period before: {row.Keys[0] ?? "charges without a name"}, +{Words(row.Change!.Value, status)}."
            : period;
    }

    private static string Words(decimal amount, BudgetStatus status) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{amount:#,##0} {status.Budget.Scope.Currency}"
        );
}
