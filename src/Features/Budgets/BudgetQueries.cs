using Outlay.Forecast.Outlook;
using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Budgets;

/// <summary>Reads how budgets do.</summary>
public sealed class BudgetQueries
{
    // The engine answers a few questions at a time; more would only wait in its queue.
    private const int ParallelBudgets = 4;

    // Outlooks reach to the end of a month within the days they may.
    private const int MostDaysAhead = 369;

    private readonly BudgetStore _store;
    private readonly IQueryEngine _engine;
    private readonly CostOutlooks _outlooks;

    internal BudgetQueries(BudgetStore store, IQueryEngine engine, CostOutlooks outlooks)
    {
        _store = store;
        _engine = engine;
        _outlooks = outlooks;
    }

    /// <summary>Today, UTC.</summary>
    public DateOnly Today => _outlooks.Today;

    /// <summary>How every budget does, by name.</summary>
    public async Task<Result<IReadOnlyList<BudgetStatus>>> AllAsync(
        CancellationToken cancellationToken
    )
    {
        var budgets = _store.All();
        var answers = new Result<BudgetStatus>[budgets.Count];
        await Parallel.ForAsync(
            0,
            budgets.Count,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = ParallelBudgets,
                CancellationToken = cancellationToken,
            },
            async (i, token) => answers[i] = await OfAsync(budgets[i], token)
        );
        if (Array.Find(answers, a => !a.IsOk) is { Problem: { } problem })
        {
            return problem;
        }

        var all = answers.Select(a => a.Value).ToList();
        return all.ConvertAll(s => s with { OfParts = PartsOf(s, all) });
    }

    /// <summary>How a budget does in the period that runs, in its first one when it is ahead, in its only one when that is over.</summary>
    public async Task<Result<BudgetStatus>> OfAsync(
        Budget budget,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(budget);
        var day = Today < budget.Calendar.First ? budget.Calendar.First : Today;
        var period =
            budget.Calendar.PeriodOf(day)
            ?? budget.Calendar.PeriodOf(budget.Calendar.Last!.Value)!.Value;
        var days = await DaysAsync(budget.Scope, period, cancellationToken);
        var carried = await CarriedAsync(budget, period, cancellationToken);
        if ((days.Problem ?? carried.Problem) is { } problem)
        {
            return problem;
        }

        var forecast = await ForecastAsync(budget.Scope, period, cancellationToken);
        return Status(budget, period, days.Value, carried.Value, forecast);
    }

    /// <summary>What its finished periods cost against their amounts, the newest first.</summary>
    public async Task<Result<IReadOnlyList<PastPeriod>>> PastAsync(
        Budget budget,
        int most,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(budget);
        var first = _engine.Facts().FirstDay ?? Today;
        var periods = budget
            .Calendar.Until(Today)
            .Where(p => p.To <= Today && p.To > first)
            .TakeLast(most)
            .ToList();
        if (periods.Count == 0)
        {
            return Array.Empty<PastPeriod>();
        }

        var days = await DaysAsync(
            budget.Scope,
            new DateRange(periods[0].From, periods[^1].To),
            cancellationToken
        );
        if (!days.IsOk)
        {
            return days.Problem;
        }

        return periods
            .Select(p => new PastPeriod(
                p,
                budget.AmountOf(p),
                days.Value.Costs.Skip(p.From.DayNumber - periods[0].From.DayNumber)
                    .Take(p.Days)
                    .Sum()
            ))
            .Reverse()
            .ToList();
    }

    /// <summary>What its next periods will come to against their amounts, the nearest first, as far ahead as can be forecast.</summary>
    public async Task<Result<IReadOnlyList<ComingPeriod>>> ComingAsync(
        Budget budget,
        int most,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(budget);
        var periods = new List<DateRange>();
        var next = (budget.Calendar.PeriodOf(Today)?.Last ?? Today).AddDays(1);
        while (
            periods.Count < most
            && budget.Calendar.PeriodOf(next) is { } period
            && period.Last.DayNumber - Today.DayNumber <= MostDaysAhead
        )
        {
            periods.Add(period);
            next = period.To;
        }

        if (periods.Count == 0)
        {
            return Array.Empty<ComingPeriod>();
        }

        var outlook = await OutlookAsync(budget.Scope, periods[^1], cancellationToken);
        return outlook.IsOk
            ? periods.ConvertAll(p => new ComingPeriod(p, budget.AmountOf(p), outlook.Value.Of(p)))
            : outlook.Problem;
    }

    /// <summary>The groups of the scope that grew most against the same days of the period before: what pushes it over.</summary>
    public async Task<Result<CostTable>> SlicesAsync(
        BudgetStatus status,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(status);
        var first = status.Period.From;
        // Days that are still to be delivered would make everything look cheaper than before.
        var last = status.CompleteThrough < first ? first : status.CompleteThrough;
        var days = DateRange.Inclusive(first, last);
        var before =
            status.Budget.Calendar.PeriodOf(first.AddDays(-1))?.From
            ?? first.AddDays(-status.Period.Days);
        return await _engine.RunAsync(
            status.Budget.Scope.Query(days, TimeGrain.None) with
            {
                GroupBy = [BudgetSlice.DimensionOf(status.Budget.Scope.Filter)],
                Compare = new Comparison(
                    ComparisonKind.Custom,
                    new DateRange(before, before.AddDays(days.Days))
                ),
                Sort = new CostSort(SortKey.Change, Descending: true),
                PageSize = BudgetSlice.Shown,
            },
            cancellationToken
        );
    }

    /// <summary>The outlook of a scope up to the end of a period.</summary>
    public async Task<Result<CostOutlook>> OutlookAsync(
        BudgetScope scope,
        DateRange period,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(scope);
        return await _outlooks.OfAsync(scope.Query(period), period.Last, cancellationToken);
    }

    private BudgetStatus Status(
        Budget budget,
        DateRange period,
        (IReadOnlyList<decimal> Costs, DateOnly Complete) days,
        decimal carried,
        Result<PeriodOutlook> forecast
    )
    {
        var amount = budget.AmountOf(period);
        var spent = days.Costs.Sum();
        var elapsed = days.Complete.DayNumber - period.From.DayNumber + 1;
        return new BudgetStatus
        {
            Budget = budget,
            Period = period,
            Amount = amount,
            Carried = carried,
            Spent = spent,
            Pace = decimal.Round((amount + carried) * elapsed / period.Days, 2),
            CompleteThrough = days.Complete,
            Days = days.Costs,
            Forecast = forecast,
            State =
                spent > amount + carried ? BudgetState.Over
                : Today < period.From ? BudgetState.Ahead
                : Today > period.Last ? BudgetState.Held
                : forecast.IsOk && forecast.Value.Mid > amount + carried ? BudgetState.AtRisk
                : BudgetState.OnTrack,
        };
    }

    private static decimal? PartsOf(BudgetStatus parent, IReadOnlyList<BudgetStatus> all)
    {
        var parts = all.Where(s => s.Budget.ParentId == parent.Budget.Id).ToList();
        return parts.Count == 0
            ? null
            : parts.Where(p => p.Period.From == parent.Period.From).Sum(p => p.Total);
    }

    private async Task<Result<PeriodOutlook>> ForecastAsync(
        BudgetScope scope,
        DateRange period,
        CancellationToken cancellationToken
    )
    {
        var outlook = await OutlookAsync(scope, period, cancellationToken);
        return outlook.IsOk ? outlook.Value.Of(period) : outlook.Problem;
    }

    // What counts as complete is the lake's to say: the slowest connection decides.
    private async Task<Result<(IReadOnlyList<decimal> Costs, DateOnly Complete)>> DaysAsync(
        BudgetScope scope,
        DateRange period,
        CancellationToken cancellationToken
    )
    {
        var last = period.Last < Today ? period.Last : Today;
        if (last < period.From)
        {
            return (Array.Empty<decimal>(), period.From.AddDays(-1));
        }

        var answer = await _engine.RunAsync(
            scope.Query(DateRange.Inclusive(period.From, last)),
            cancellationToken
        );
        if (!answer.IsOk)
        {
            return answer.Problem;
        }

        var complete = answer.Value.Buckets.TakeWhile(b => !b.Incomplete).Count();
        var costs =
            answer.Value.Totals.FirstOrDefault(t => t.Currency == scope.Currency)?.Cells ?? [];
        return (costs, period.From.AddDays(complete - 1));
    }

    // Periods of which the lake has nothing are left out: nothing is known of them.
    private async Task<Result<decimal>> CarriedAsync(
        Budget budget,
        DateRange period,
        CancellationToken cancellationToken
    )
    {
        if (!budget.Rollover)
        {
            return 0m;
        }

        var past = await PastAsync(budget, int.MaxValue, cancellationToken);
        return past.IsOk
            ? past.Value.Where(p => p.Period.To <= period.From).Sum(p => p.Amount - p.Spent)
            : past.Problem;
    }

    /// <summary>A scope's cost in whole months, and the amount that they suggest.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="cadence">How long the periods are.</param>
    /// <param name="growth">Growth in percent that is added.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<BudgetSuggestion>> SuggestAsync(
        BudgetScope scope,
        BudgetCadence cadence,
        decimal growth,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(scope);
        var month = BillingPeriod.Of(Today);
        var range = new DateRange(month.Start.AddMonths(-BudgetSuggestion.Months), month.Start);
        var answer = await _engine.RunAsync(scope.Query(range, TimeGrain.Month), cancellationToken);
        if (!answer.IsOk)
        {
            return answer.Problem;
        }

        var cells =
            answer.Value.Totals.FirstOrDefault(t => t.Currency == scope.Currency)?.Cells ?? [];
        return BudgetSuggestion.Of(
            [.. cells.Select((c, i) => (BillingPeriod.Of(range.From.AddMonths(i)), c))],
            cadence,
            growth
        );
    }
}

/// <summary>A finished period of a budget.</summary>
/// <param name="Period">The period.</param>
/// <param name="Amount">Its amount, without what was carried over.</param>
/// <param name="Spent">What it cost.</param>
public sealed record PastPeriod(DateRange Period, decimal Amount, decimal Spent);

/// <summary>A period of a budget that is to come.</summary>
/// <param name="Period">The period.</param>
/// <param name="Amount">Its amount, without what will be carried over.</param>
/// <param name="Forecast">What it will come to.</param>
public sealed record ComingPeriod(DateRange Period, decimal Amount, PeriodOutlook Forecast)
{
    /// <summary>Whether it will come to more than its amount.</summary>
    public bool IsAtRisk => Forecast.Mid > Amount;
}
