using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Spend.Overview;

/// <summary>
/// What a month comes to if usage goes on as it did, until there is a forecast:
/// <c>usage of the complete days / their number * days of the month + all charges of the month that are not usage</c>.
/// Purchases, taxes, credits and adjustments are counted once, as they stand: one that was charged on the 1st does not come
/// again every day. Days whose deliveries are still to come, and days before the first day of data, are left out of the average.
/// </summary>
/// <param name="Month">The month.</param>
/// <param name="Currency">Currency of the amounts.</param>
/// <param name="Estimate">What the month comes to.</param>
/// <param name="UsageADay">Average usage of a complete day.</param>
/// <param name="CompleteDays">Days the average is made of.</param>
/// <param name="Once">Charges that are not usage, so far.</param>
public sealed record RunRate(
    BillingPeriod Month,
    Currency Currency,
    decimal Estimate,
    decimal UsageADay,
    int CompleteDays,
    decimal Once
)
{
    private const string Usage = "Usage";

    /// <summary>The query that <see cref="Of"/> reads: the days of the month of <paramref name="today"/> by charge category.</summary>
    public static CostQuery QueryFor(CostQuery view, DateOnly today) =>
        view with
        {
            Period = Period.Of(BillingPeriod.Of(today).Days),
            Grain = TimeGrain.Day,
            GroupBy = [new Dimension("ChargeCategory")],
            Compare = Comparison.None,
            Top = null,
            Sort = CostSort.Default,
            Page = 1,
        };

    /// <summary>The run-rate from the answer to <see cref="QueryFor"/>; a problem while no day is complete.</summary>
    /// <param name="table">The answer.</param>
    /// <param name="currency">The reporting currency.</param>
    /// <param name="today">Today, UTC; it and what follows is never complete.</param>
    /// <param name="firstDay">First day of data in the lake.</param>
    public static Result<RunRate> Of(
        CostTable table,
        Currency currency,
        DateOnly today,
        DateOnly firstDay
    )
    {
        var rows = table.Rows.Where(r => r.Currency == currency).ToList();
        var complete = Enumerable
            .Range(0, table.Buckets.Count)
            .Where(i => IsComplete(table.Buckets[i], today, firstDay))
            .ToList();
        var month = BillingPeriod.Of(table.Range.From);
        if (complete.Count == 0)
        {
            return new Problem(
                ProblemKind.NotFound,
                $"No day of {month} is complete yet.",
                "It comes with the first complete day of usage."
            );
        }

        var usage = rows.Where(r => r.Keys is [Usage])
            .Sum(r => complete.Sum(i => i < r.Cells.Count ? r.Cells[i] : 0));
        var once = rows.Where(r => r.Keys is not [Usage]).Sum(r => r.Cost);
        var aDay = usage / complete.Count;
        return new RunRate(
            month,
            currency,
            usage * month.Days.Days / complete.Count + once,
            aDay,
            complete.Count,
            once
        );
    }

    private static bool IsComplete(TimeBucket bucket, DateOnly today, DateOnly firstDay)
    {
        var day = DateOnly.FromDateTime(bucket.Start);
        return !bucket.Incomplete && day < today && day >= firstDay;
    }
}
