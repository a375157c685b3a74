namespace Outlay.Forecast.Backtest;

/// <summary>A point in the past to forecast from.</summary>
/// <param name="Known">How many observations were known.</param>
/// <param name="Horizon">How many steps are forecast and compared.</param>
public readonly record struct Origin(int Known, int Horizon);

/// <summary>Fixed origins of a backtest (Tashman, International Journal of Forecasting 16, 2000), the oldest first.</summary>
public static class RollingOrigins
{
    /// <summary>The last origins that leave a full horizon, a step apart, with at least two seasons known.</summary>
    public static IReadOnlyList<Origin> Every(
        TimeSeries series,
        int horizon,
        int step,
        int count
    ) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => new Origin(series.Length - horizon - (i * step), horizon))
                .Where(o => o.Known >= Math.Max(2, 2 * series.Season))
                .Reverse(),
        ];

    /// <summary>The eves of the last whole months of a daily series, each with its month as the horizon; four weeks must be known.</summary>
    /// <exception cref="ArgumentException">The series has no first day.</exception>
    public static IReadOnlyList<Origin> Months(TimeSeries series, int count)
    {
        var first =
            series.First
            ?? throw new ArgumentException(
                "Months need the day of the first value.",
                nameof(series)
            );
        var end = first.AddDays(series.Length);
        var begin = new DateOnly(end.Year, end.Month, 1).AddMonths(-count);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => begin.AddMonths(i))
                .Select(m => new Origin(
                    m.DayNumber - first.DayNumber,
                    DateTime.DaysInMonth(m.Year, m.Month)
                ))
                .Where(o => o.Known >= 28),
        ];
    }
}
