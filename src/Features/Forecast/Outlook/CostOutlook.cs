using Outlay.Forecast.Scenarios;
using Outlay.Kernel;

namespace Outlay.Forecast.Outlook;

/// <summary>What the daily cost of a scope was, and what it will be.</summary>
public sealed class CostOutlook
{
    /// <summary>Share of outcomes that the inner band should hold.</summary>
    public const double Inner = 0.8;

    /// <summary>Share of outcomes that the outer band should hold.</summary>
    public const double Outer = 0.95;

    private readonly DailyForecast _forecast;

    internal CostOutlook(DailyCost history, DailyForecast forecast)
    {
        History = history;
        _forecast = forecast;
        var inner = forecast.Interval(Inner);
        var outer = forecast.Interval(Outer);
        Days =
        [
            .. forecast.Points.Select(
                (point, i) =>
                    new OutlookDay(
                        forecast.First.AddDays(i),
                        Estimates.Amount(point),
                        Estimates.Amount(inner.Lower[i]),
                        Estimates.Amount(inner.Upper[i]),
                        Estimates.Amount(outer.Lower[i]),
                        Estimates.Amount(outer.Upper[i])
                    )
            ),
        ];
    }

    /// <summary>The days that are complete.</summary>
    public DailyCost History { get; }

    /// <summary>The days that are to come, each with its bands.</summary>
    public IReadOnlyList<OutlookDay> Days { get; }

    /// <summary>Name of the method.</summary>
    public string Method => _forecast.Method;

    /// <summary>The same with what is planned.</summary>
    public CostOutlook With(IReadOnlyList<ScenarioEvent> events) =>
        new(History, _forecast.With(events));

    /// <summary>What a period will come to: what its complete days cost, and the forecast of the others.</summary>
    /// <param name="period">The period; it ends within the forecast.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period ends after the last day that is forecast.</exception>
    public PeriodOutlook Of(DateRange period)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(period.Last, _forecast.Last, nameof(period));
        var actual = History.Sum(period);
        if (period.Last < _forecast.First)
        {
            return new PeriodOutlook(period, actual, actual, null);
        }

        var from = period.From < _forecast.First ? _forecast.First : period.From;
        var rest = _forecast.Sum(from, period.Last);
        var mid = actual + Estimates.Amount(rest.Point);
        if (period == BillingPeriod.Of(period.From).Days && period.From == _forecast.First)
        {
            // A month that has not begun is seen by its days and by the month before it.
            rest = _forecast.Month(period.From.Year, period.From.Month);
            mid = Estimates.Amount(rest.Point);
        }

        return new PeriodOutlook(period, actual, mid, rest);
    }
}

/// <summary>The forecast of a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Mid">The point forecast.</param>
/// <param name="Low">Lower bound of the inner band.</param>
/// <param name="High">Upper bound of the inner band.</param>
/// <param name="Lowest">Lower bound of the outer band.</param>
/// <param name="Highest">Upper bound of the outer band.</param>
public sealed record OutlookDay(
    DateOnly Day,
    decimal Mid,
    decimal Low,
    decimal High,
    decimal Lowest,
    decimal Highest
);
