using Outlay.Forecast.Calendar;
using Outlay.Forecast.Intervals;
using Outlay.Forecast.Scenarios;

namespace Outlay.Forecast;

/// <summary>
/// A forecast of daily cost with conformal intervals for days and for sums over any of its days. Amounts are in the unit of the series.
/// </summary>
public sealed class DailyForecast
{
    private readonly TimeSeries _history;
    private readonly DayParts[] _days;
    private readonly ErrorPaths _errors;

    private DailyForecast(TimeSeries history, DayParts[] days, ErrorPaths errors, string method)
    {
        (_history, _days, _errors, Method) = (history, days, errors, method);
        First = history.First!.Value.AddDays(history.Length);
        Points = [.. days.Select(d => d.Point)];
    }

    /// <summary>The name of the method.</summary>
    public string Method { get; }

    /// <summary>The first day forecast: the one after the last known day.</summary>
    public DateOnly First { get; }

    /// <summary>The last day forecast.</summary>
    public DateOnly Last => First.AddDays(Points.Count - 1);

    /// <summary>Point forecasts by day.</summary>
    public IReadOnlyList<double> Points { get; }

    /// <summary>The uncertain part before any scenario.</summary>
    private double[]? Unchanged { get; init; }

    /// <summary>Forecasts a daily series with the calendar ensemble or another method.</summary>
    /// <param name="series">Complete days only, with the day of the first.</param>
    /// <param name="horizon">Days ahead, at least 1.</param>
    /// <param name="method">The calendar ensemble when null.</param>
    /// <exception cref="ArgumentException">The series has no first day.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A horizon below 1.</exception>
    public static DailyForecast Of(TimeSeries series, int horizon, IForecastMethod? method = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        if (series.First is null)
        {
            throw new ArgumentException("The series has no first day.", nameof(series));
        }

        var by = method ?? new CalendarEnsemble();
        var points = by.Fit(series, horizon, []).Mean;
        var least = CalendarEnsemble.Bounded(series) ? 0 : double.NegativeInfinity;
        return new DailyForecast(
            series,
            [.. points.Select(p => new DayParts(Math.Max(p, least), 0, least))],
            ErrorPaths.Collect(by, series, horizon),
            by.Name
        );
    }

    /// <summary>The central interval of each day.</summary>
    /// <param name="level">Between 0 and 1: 0.8 for p10 to p90.</param>
    public Band Interval(double level)
    {
        var widths = _errors.HalfWidths(level);
        var mean = _days.Average(d => Math.Abs(d.Uncertain));
        DayParts Moved(DayParts day, double by) =>
            day with
            {
                Uncertain = day.Uncertain + (by * mean),
            };
        return new Band(
            level,
            [.. _days.Select((d, h) => Moved(d, -widths[h]).Point)],
            [.. _days.Select((d, h) => Moved(d, widths[h]).Point)]
        );
    }

    /// <summary>The sum over forecast days, both included, with the errors that such sums had at past origins.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A day outside the forecast, or days in the wrong order.</exception>
    public SumForecast Sum(DateOnly from, DateOnly through)
    {
        var (start, end) = Steps(from, through);
        return Sum(start, end, 0, Uncertain(start, end));
    }

    /// <summary>
    /// The total of a month: what is known of it and the forecast of its other days. A month that begins with the forecast is the mean
    /// of its daily sum and of the last month's cost per day times its days: days know the trend, months know what days miss.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The forecast does not reach the end of the month, or begins after its end.</exception>
    public SumForecast Month(int year, int month)
    {
        var begin = new DateOnly(year, month, 1);
        var (start, end) = Steps(begin < First ? First : begin, begin.AddMonths(1).AddDays(-1));
        var past = 0.0;
        for (var day = begin; day < First; day = day.AddDays(1))
        {
            var at = day.DayNumber - _history.First!.Value.DayNumber;
            past += at >= 0 ? _history[at] : 0;
        }

        var uncertain = Uncertain(start, end);
        if (begin == First && LastMonthPerDay() is { } perDay)
        {
            uncertain = (uncertain + (perDay * (end - start + 1) * Change(start, end))) / 2;
        }

        return Sum(start, end, past, uncertain);
    }

    /// <summary>The forecast with planned events, applied in their order; intervals follow the part that stays uncertain.</summary>
    public DailyForecast With(params IReadOnlyList<ScenarioEvent> events)
    {
        var days = (DayParts[])_days.Clone();
        for (var h = 0; h < days.Length; h++)
        {
            foreach (var planned in events)
            {
                days[h] = planned.On(First.AddDays(h), days[h]);
            }
        }

        return new DailyForecast(_history, days, _errors, Method)
        {
            Unchanged = Unchanged ?? [.. _days.Select(d => d.Uncertain)],
        };
    }

    private SumForecast Sum(int start, int end, double past, double uncertain)
    {
        var days = _days[start..(end + 1)];
        return new SumForecast(
            past + days.Sum(d => d.Known),
            uncertain,
            days.Sum(d => d.Least),
            _errors.OfSum(start + 1, end + 1)
        );
    }

    private double Uncertain(int start, int end) => _days[start..(end + 1)].Sum(d => d.Uncertain);

    /// <summary>The factor by which scenarios changed usage over these days; 1 without any.</summary>
    private double Change(int start, int end)
    {
        var before = Unchanged?[start..(end + 1)].Sum() ?? 0;
        return before == 0 ? 1 : Uncertain(start, end) / before;
    }

    private double? LastMonthPerDay()
    {
        var days = First.AddDays(-1).Day;
        return _history.Length < days ? null : _history.Values[^days..].ToArray().Average();
    }

    private (int Start, int End) Steps(DateOnly from, DateOnly through)
    {
        var start = from.DayNumber - First.DayNumber;
        var end = through.DayNumber - First.DayNumber;
        ArgumentOutOfRangeException.ThrowIfNegative(start, nameof(from));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(end, Points.Count, nameof(through));
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start, nameof(through));
        return (start, end);
    }
}
