using Outlay.Forecast.Calendar;
using Outlay.Forecast.Intervals;

namespace Outlay.Forecast;

/// <summary>
/// A forecast of daily cost with conformal intervals for days and for sums over any of its days. Amounts are in the unit of the series.
/// </summary>
public sealed class DailyForecast
{
    private readonly TimeSeries _history;
    private readonly double[] _uncertain;
    private readonly double[] _known;
    private readonly ErrorPaths _errors;
    private readonly bool _bounded;

    private DailyForecast(
        TimeSeries history,
        double[] uncertain,
        double[] known,
        ErrorPaths errors,
        string method
    )
    {
        (_history, _uncertain, _known, _errors) = (history, uncertain, known, errors);
        Method = method;
        _bounded = CalendarEnsemble.Bounded(history);
        First = history.First!.Value.AddDays(history.Length);
        Points = [.. uncertain.Zip(known, (u, k) => u + k)];
    }

    /// <summary>The name of the method.</summary>
    public string Method { get; }

    /// <summary>The first day forecast: the one after the last known day.</summary>
    public DateOnly First { get; }

    /// <summary>The last day forecast.</summary>
    public DateOnly Last => First.AddDays(Points.Count - 1);

    /// <summary>Point forecasts by day.</summary>
    public IReadOnlyList<double> Points { get; }

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
        var bounded = CalendarEnsemble.Bounded(series);
        return new DailyForecast(
            series,
            [.. points.Select(p => bounded ? Math.Max(0, p) : p)],
            new double[horizon],
            ErrorPaths.Collect(by, series, horizon),
            by.Name
        );
    }

    /// <summary>The central interval of each day.</summary>
    /// <param name="level">Between 0 and 1: 0.8 for p10 to p90.</param>
    public Band Interval(double level)
    {
        var band = _errors.Band(_uncertain, level, _bounded);
        return new Band(
            level,
            [.. band.Lower.Zip(_known, (b, k) => b + k)],
            [.. band.Upper.Zip(_known, (b, k) => b + k)]
        );
    }

    /// <summary>The sum over forecast days, both included, with the errors that such sums had at past origins.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A day outside the forecast, or days in the wrong order.</exception>
    public SumForecast Sum(DateOnly from, DateOnly through)
    {
        var (start, end) = Steps(from, through);
        return new SumForecast(
            Total(_known, start, end),
            Total(_uncertain, start, end),
            _bounded,
            _errors.OfSum(start + 1, end + 1)
        );
    }

    /// <summary>
    /// The total of a month: what is known of it and the forecast of its other days. A month that begins with the forecast is the mean
    /// of its daily sum and of the last month's cost per day times its days: days know the trend, months know what days miss.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The forecast does not reach the end of the month, or begins after its end.</exception>
    public SumForecast Month(int year, int month)
    {
        var begin = new DateOnly(year, month, 1);
        var end = begin.AddMonths(1).AddDays(-1);
        var from = begin < First ? First : begin;
        var (start, stop) = Steps(from, end);
        var past = 0.0;
        for (var day = begin; day < First; day = day.AddDays(1))
        {
            var at = day.DayNumber - _history.First!.Value.DayNumber;
            past += at >= 0 ? _history[at] : 0;
        }

        var uncertain = Total(_uncertain, start, stop);
        if (begin == First && LastMonthPerDay() is { } perDay)
        {
            var days = end.Day;
            uncertain = (uncertain + (perDay * days * Change(start, stop))) / 2;
        }

        return new SumForecast(
            past + Total(_known, start, stop),
            uncertain,
            _bounded,
            _errors.OfSum(start + 1, stop + 1)
        );
    }

    /// <summary>How a scenario changed the forecast of these days; 1 without one.</summary>
    private double Change(int start, int end)
    {
        var before = Total(Unchanged, start, end);
        return before == 0 ? 1 : Total(_uncertain, start, end) / before;
    }

    private double[] Unchanged { get; init; } = [];

    /// <summary>The same forecast with the uncertain and the known part of each day replaced.</summary>
    internal DailyForecast Changed(Func<DateOnly, double, double, (double, double)> change)
    {
        var uncertain = new double[_uncertain.Length];
        var known = new double[_known.Length];
        for (var h = 0; h < uncertain.Length; h++)
        {
            (uncertain[h], known[h]) = change(First.AddDays(h), _uncertain[h], _known[h]);
        }

        return new DailyForecast(_history, uncertain, known, _errors, Method)
        {
            Unchanged = Unchanged.Length > 0 ? Unchanged : _uncertain,
        };
    }

    private double? LastMonthPerDay()
    {
        var days = First.AddDays(-1).Day;
        return _history.Length < days ? null : _history.Values[^days..].ToArray().Average();
    }

    private static double Total(double[] values, int start, int end) =>
        values.Length == 0 ? 0 : values[start..(end + 1)].Sum();

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
