using Outlay.Forecast.Intervals;

namespace Outlay.Forecast.Calendar;

/// <summary>
/// Forecasts daily cloud cost as a bill, not only as a curve: fees of the month and weekdays are taken out, outliers and breaks
/// mended, the rest is forecast by a mean of three smoothers averaged with the last four same weekdays, and the calendar is put back.
/// The rules of the layers are ours; the parts are named where they stand. Intervals are conformal.
/// </summary>
/// <param name="holidays">Days that cost like a Sunday; none when null.</param>
public sealed class CalendarEnsemble(IReadOnlySet<DateOnly>? holidays = null) : IForecastMethod
{
    private const int ShortestForCalendar = 28;
    private const int Longest = 760;
    private const int Weeks = 4;

    private static readonly HashSet<DateOnly> None = [];

    /// <inheritdoc/>
    public string Name => "calendar ensemble";

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The series has no first day.</exception>
    public Prediction Fit(TimeSeries series, int horizon, IReadOnlyList<double> levels)
    {
        var points = Points(series, horizon);
        if (levels.Count == 0)
        {
            return Prediction.WithoutBands(points);
        }

        var errors = ErrorPaths.Collect(this, series, horizon);
        return new Prediction(
            points,
            [.. levels.Select(l => errors.Band(points, l, Bounded(series)))]
        );
    }

    /// <summary>Whether the series never was negative, so that its forecasts are not either.</summary>
    internal static bool Bounded(TimeSeries series) =>
        !series.Values.ContainsAnyInRange(double.MinValue, -double.Epsilon);

    private double[] Points(TimeSeries series, int horizon)
    {
        if (series.First is not { } first)
        {
            throw new ArgumentException(
                "The calendar needs the day of the first value.",
                nameof(series)
            );
        }

        var skipped = Math.Max(0, series.Length - Longest);
        var y = series.Values[skipped..].ToArray();
        var sign = y.Sum() < 0 ? -1 : 1;
        double[] upright = [.. y.Select(v => sign * v)];
        var points = Upright(upright, first.AddDays(skipped), horizon);
        var bounded = Bounded(series);
        return [.. points.Select(p => bounded ? Math.Max(0, p) : sign * p)];
    }

    private double[] Upright(double[] y, DateOnly first, int horizon)
    {
        if (SparseRate.Suits(y))
        {
            return SparseRate.Forecast(y, horizon);
        }

        if (y.Length < ShortestForCalendar)
        {
            return FastCore.Forecast(y, horizon);
        }

        var clean = CleanSeries.Of(y, new DayFrame(first, y.Length, holidays ?? None));
        var year = YearlyIndex.Of(clean.Base, first);
        double[] level = year is null
            ? clean.Base
            : [.. clean.Base.Select((v, t) => v / year.At(t))];
        var core = FastCore.Forecast(level, horizon);
        var points = new double[horizon];
        for (var h = 0; h < horizon; h++)
        {
            var position = y.Length + h;
            var curve = (core[h] + SameWeekdays(level, h)) / 2 * (year?.At(position) ?? 1);
            points[h] =
                (curve * clean.FactorAt(position)) + clean.FeeAt(position, clean.RecentLevel);
        }

        return points;
    }

    /// <summary>The mean of the base on the same weekday of the last four weeks.</summary>
    private static double SameWeekdays(double[] level, int h)
    {
        var sum = 0.0;
        for (var week = 1; week <= Weeks; week++)
        {
            sum += level[level.Length - (7 * week) + (h % 7)];
        }

        return sum / Weeks;
    }
}
