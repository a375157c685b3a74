using Outlay.Forecast.Outlook;
using Outlay.Kernel;

namespace Outlay.Budgets;

/// <summary>An alert that a budget would have raised.</summary>
/// <param name="Day">The day.</param>
/// <param name="Period">The period.</param>
/// <param name="Threshold">The threshold.</param>
/// <param name="Reached">What was spent, or forecast, on that day.</param>
/// <param name="Budget">The amount of the period.</param>
public sealed record ReplayedAlert(
    DateOnly Day,
    DateRange Period,
    BudgetThreshold Threshold,
    decimal Reached,
    decimal Budget
);

/// <summary>
/// Goes through past days one by one and raises the alerts that a budget would have raised, with nothing but what was known on each day:
/// days become complete as late as they do now.
/// </summary>
public static class BudgetReplay
{
    private const int MonthsBack = 6;

    /// <summary>The alerts of the last six months, oldest first.</summary>
    /// <param name="draft">The budget.</param>
    /// <param name="history">Complete days of its scope.</param>
    /// <param name="today">Today, UTC.</param>
    public static IReadOnlyList<ReplayedAlert> Run(
        BudgetDraft draft,
        DailyCost history,
        DateOnly today
    )
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(history);
        var begin = BillingPeriod.Of(today).Start.AddMonths(-MonthsBack);
        var lag = Math.Max(1, today.DayNumber - history.Last.DayNumber);
        // The budget is held against days before it was thought of, so its periods reach back.
        var calendar =
            draft.Calendar.Cadence == BudgetCadence.Custom || draft.Calendar.First <= begin
                ? draft.Calendar
                : BudgetCalendar.Of(draft.Calendar.Cadence, begin, draft.Calendar.FiscalMonth);
        var alerts = new List<ReplayedAlert>();
        foreach (var period in calendar.Until(history.Last).Where(p => p.To > begin))
        {
            var amount = draft.Amounts.TryGetValue(period.From, out var own) ? own : draft.Amount;
            alerts.AddRange(Of(draft, history, period, amount, lag));
        }

        return [.. alerts.Where(a => a.Day >= begin).OrderBy(a => a.Day)];
    }

    private static IEnumerable<ReplayedAlert> Of(
        BudgetDraft draft,
        DailyCost history,
        DateRange period,
        decimal amount,
        int lag
    )
    {
        var open = draft.Thresholds.ToList();
        var last = period.Last < history.Last ? period.Last : history.Last;
        for (
            var day = period.From > history.First ? period.From : history.First;
            day <= last && open.Count > 0;
            day = day.AddDays(1)
        )
        {
            var spent = history.Sum(DateRange.Inclusive(period.From, day));
            var forecast = open.Exists(t => t.Basis == ThresholdBasis.Forecast)
                ? Forecast(history.Through(day), period)
                : null;
            foreach (var threshold in open.ToList())
            {
                var reached = threshold.Basis == ThresholdBasis.Actual ? spent : forecast;
                if (reached is { } value && value >= threshold.Of(amount))
                {
                    open.Remove(threshold);
                    yield return new(day.AddDays(lag), period, threshold, value, amount);
                }
            }
        }
    }

    private static decimal? Forecast(DailyCost known, DateRange period) =>
        CostOutlooks.Midpoint(known, period);
}
