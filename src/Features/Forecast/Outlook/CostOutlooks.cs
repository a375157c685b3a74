using System.Collections.Concurrent;
using System.Globalization;
using Outlay.Forecast.Calendar;
using Outlay.Forecast.Choices;
using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Forecast.Outlook;

/// <summary>Reads the daily cost of scopes and forecasts it. The same question over the same lake on the same day is answered once.</summary>
public sealed class CostOutlooks(IQueryEngine engine, ForecastChoices choices, TimeProvider clock)
{
    /// <summary>Fewest complete days that a forecast is made from.</summary>
    public const int FewestDays = 14;

    private const int MonthsBack = 18;
    private const int MostDaysAhead = 400;
    private const int MostKept = 500;
    private const string Once = "One-Time";

    private static readonly Dimension Frequency = new("ChargeFrequency");
    private readonly ConcurrentDictionary<string, Task<Result<CostOutlook>>> _kept = new(
        StringComparer.Ordinal
    );

    /// <summary>Today, UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>The outlook of a scope.</summary>
    /// <param name="scope">Filter, switches, metric and currency; range, grain and grouping play no part. It has a currency.</param>
    /// <param name="through">The last day that must be forecast; at most 400 days from today.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<Result<CostOutlook>> OfAsync(
        CostQuery scope,
        DateOnly through,
        CancellationToken cancellationToken
    )
    {
        var facts = engine.Facts();
        // Whole months ahead, so that questions up to different days of one month are the same question.
        var last = BillingPeriod.Of(through).Days.Last;
        var key = string.Create(
            CultureInfo.InvariantCulture,
            $"{facts.Revision} {Today:yyyy-MM-dd} {last:yyyy-MM-dd} {CostQueryUrl.Format(Daily(scope, facts))}"
        );
        if (_kept.Count > MostKept)
        {
            _kept.Clear();
        }

        var made = _kept.GetOrAdd(key, _ => MakeAsync(scope, last, facts));
        var outlook = await made.WaitAsync(cancellationToken);
        if (!outlook.IsOk)
        {
            // An engine that was busy may not be so the next time.
            _kept.TryRemove(key, out _);
        }

        return outlook;
    }

    /// <summary>The complete days of a scope.</summary>
    public async Task<Result<DailyCost>> HistoryAsync(
        CostQuery scope,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(scope);
        var facts = engine.Facts();
        if (scope.Currency is not { } currency)
        {
            return new Problem(
                ProblemKind.Invalid,
                "A forecast is of one currency.",
                "Choose a currency.",
                "currency"
            );
        }

        if (facts.IsEmpty)
        {
            return TooFew(0);
        }

        var answer = await engine.RunAsync(Daily(scope, facts), cancellationToken);
        return answer.IsOk ? Complete(answer.Value, currency) : answer.Problem;
    }

    /// <summary>The outlook from days that are known, such as those of a past day.</summary>
    /// <param name="history">The days.</param>
    /// <param name="through">The last day to forecast.</param>
    /// <param name="method">How; the calendar ensemble when null.</param>
    public static Result<CostOutlook> Of(
        DailyCost history,
        DateOnly through,
        IForecastMethod? method = null
    )
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Usual.Count < FewestDays)
        {
            return TooFew(history.Usual.Count);
        }

        var ahead = Math.Max(1, through.DayNumber - history.Last.DayNumber);
        return new CostOutlook(history, DailyForecast.Of(Series(history), ahead, method));
    }

    /// <summary>What a period would have been said to come to by days that were known; null when they are too few.</summary>
    /// <param name="known">The days.</param>
    /// <param name="period">The period; it has begun.</param>
    public static decimal? Midpoint(DailyCost known, DateRange period)
    {
        ArgumentNullException.ThrowIfNull(known);
        var ahead = period.Last.DayNumber - known.Last.DayNumber;
        var actual = known.Sum(period);
        if (ahead <= 0)
        {
            return actual;
        }

        if (known.Usual.Count < FewestDays)
        {
            return null;
        }

        var points = new CalendarEnsemble().Fit(Series(known), ahead, []).Mean;
        var skipped = Math.Max(0, period.From.DayNumber - known.Last.DayNumber - 1);
        return actual + Estimates.Amount(points.Skip(skipped).Sum());
    }

    /// <summary>How the method of a scope was chosen; null when it was not yet.</summary>
    public ForecastChoice? ChoiceOf(CostQuery scope) => choices.Find(KeyOf(scope));

    internal static TimeSeries Series(DailyCost history) =>
        new(history.Usual.Select(Estimates.Of), 7, history.First);

    /// <summary>Forgets what it kept, so that a new choice of method is seen.</summary>
    internal void Forget() => _kept.Clear();

    // What a scope is called, whatever the days that are asked for.
    private static string KeyOf(CostQuery scope) =>
        CostQueryUrl.Format(
            new CostQuery
            {
                Filter = scope.Filter,
                Exclude = scope.Exclude,
                Metric = scope.Metric,
                Currency = scope.Currency,
                Convert = scope.Convert,
            }
        );

    private async Task<Result<CostOutlook>> MakeAsync(
        CostQuery scope,
        DateOnly through,
        LakeFacts facts
    )
    {
        if (through.DayNumber - Today.DayNumber > MostDaysAhead)
        {
            return new Problem(
                ProblemKind.Invalid,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{through:yyyy-MM-dd} is too far away to be forecast."
                ),
                $"Choose a day within {MostDaysAhead} days."
            );
        }

        // Whoever asked first may leave; the answer is for all who ask the same.
        var history = await HistoryAsync(scope, CancellationToken.None);
        if (!history.IsOk)
        {
            return history.Problem;
        }

        var method = choices.MethodFor(KeyOf(scope), history.Value, Today);
        return await Task.Run(() => Of(history.Value, through, method));
    }

    private CostQuery Daily(CostQuery scope, LakeFacts facts)
    {
        var first = BillingPeriod.Of(Today).Start.AddMonths(-MonthsBack);
        if (facts.FirstDay is { } known && known > first)
        {
            first = known;
        }

        return scope with
        {
            Period = Period.Of(DateRange.Inclusive(first, first > Today ? first : Today)),
            Grain = TimeGrain.Day,
            GroupBy = [Frequency],
            Compare = Comparison.None,
            Top = null,
            Sort = CostSort.Default,
            Page = 1,
            PageSize = new CostQuery().PageSize,
        };
    }

    private Result<DailyCost> Complete(CostTable table, Currency currency)
    {
        var rows = table.Rows.Where(r => r.Currency == currency).ToList();
        var end = 0;
        while (
            end < table.Buckets.Count
            && !table.Buckets[end].Incomplete
            && DateOnly.FromDateTime(table.Buckets[end].Start) < Today
        )
        {
            end++;
        }

        // A scope that began later than the lake has no days before.
        var begin = 0;
        while (begin < end && rows.TrueForAll(r => Cell(r, begin) == 0))
        {
            begin++;
        }

        decimal Day(int i, bool once) =>
            rows.Where(r => r.Keys is [Once] == once).Sum(r => Cell(r, i));

        var days = Enumerable.Range(begin, end - begin).ToList();
        return days.Count < FewestDays
            ? TooFew(days.Count)
            : new DailyCost(
                currency,
                table.Range.From.AddDays(begin),
                [.. days.Select(i => Day(i, once: false))],
                [.. days.Select(i => Day(i, once: true))]
            );
    }

    private static decimal Cell(CostRow row, int bucket) =>
        bucket < row.Cells.Count ? row.Cells[bucket] : 0;

    private static Problem TooFew(int days) =>
        new(
            ProblemKind.NotFound,
            days == 1
                ? "One complete day is too little for a forecast."
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{days} complete days are too few for a forecast."
                ),
            string.Create(CultureInfo.InvariantCulture, $"It begins with {FewestDays}.")
        );
}
