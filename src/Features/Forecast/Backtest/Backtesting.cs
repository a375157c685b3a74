using Outlay.Forecast.Intervals;

namespace Outlay.Forecast.Backtest;

/// <summary>
/// Forecasts the past: at each origin the method is refitted with what was known then, and only that, and compared with what came.
/// </summary>
public static class Backtesting
{
    private static readonly double[] Levels = [0.8, 0.95];

    /// <summary>Runs a method over origins of a series.</summary>
    /// <param name="method">The method.</param>
    /// <param name="series">The whole series.</param>
    /// <param name="origins">At least one, each with its horizon inside the series.</param>
    /// <param name="intervals">Whether bands are calibrated and scored too; that costs about seventeen fits an origin.</param>
    /// <exception cref="ArgumentException">No origin.</exception>
    public static BacktestReport Run(
        IForecastMethod method,
        TimeSeries series,
        IReadOnlyList<Origin> origins,
        bool intervals
    )
    {
        if (origins.Count == 0)
        {
            throw new ArgumentException("The series is too short for an origin.", nameof(origins));
        }

        var results = origins.Select(o => One(method, series, o, intervals)).ToList();
        double Mean(Func<BacktestReport, double> score) => results.Average(score);
        return new BacktestReport(
            method.Name,
            Mean(r => r.Mase),
            Mean(r => r.Rmsse),
            Mean(r => r.Smape),
            Mean(r => r.Wape),
            Mean(r => r.Bias),
            Mean(r => r.Coverage80),
            Mean(r => r.Coverage95),
            Mean(r => r.Msis95),
            Mean(r => r.Wis),
            [.. results.SelectMany(r => r.Totals)]
        );
    }

    private static BacktestReport One(
        IForecastMethod method,
        TimeSeries series,
        Origin origin,
        bool intervals
    )
    {
        var training = series.Head(origin.Known);
        var actual = series.Values.Slice(origin.Known, origin.Horizon).ToArray();
        IReadOnlyList<double> points;
        IReadOnlyList<Band> bands = [];
        TotalOutcome total;
        if (intervals && series.First is not null)
        {
            var forecast = DailyForecast.Of(training, origin.Horizon, method);
            points = forecast.Points;
            bands = [.. Levels.Select(forecast.Interval)];
            total = Total(forecast, origin, actual);
        }
        else
        {
            points = method.Fit(training, origin.Horizon, []).Mean;
            total = new TotalOutcome(
                series.First?.AddDays(origin.Known),
                origin.Known,
                actual.Sum(),
                points.Sum(),
                double.NaN,
                double.NaN
            );
        }

        var banded = bands.Count > 0;
        return new BacktestReport(
            method.Name,
            Accuracy.Mase(actual, points, training),
            Accuracy.Rmsse(actual, points, training),
            Accuracy.Smape(actual, points),
            Accuracy.Wape(actual, points),
            Accuracy.Bias(actual, points),
            banded ? Accuracy.Coverage(actual, bands[0]) : double.NaN,
            banded ? Accuracy.Coverage(actual, bands[1]) : double.NaN,
            banded ? Accuracy.Msis(actual, bands[1], training) : double.NaN,
            banded ? Accuracy.Wis(actual, points, bands) : double.NaN,
            [total]
        );
    }

    /// <summary>A horizon that is a calendar month is judged as the month the product shows, any other as the sum of its days.</summary>
    private static TotalOutcome Total(DailyForecast forecast, Origin origin, double[] actual)
    {
        var (first, last) = (forecast.First, forecast.Last);
        var isMonth = first.Day == 1 && last == first.AddMonths(1).AddDays(-1);
        SumForecast sum = isMonth
            ? forecast.Month(first.Year, first.Month)
            : forecast.Sum(first, last);
        return new TotalOutcome(
            first,
            origin.Known,
            actual.Sum(),
            sum.Point,
            sum.Quantile(0.1),
            sum.Quantile(0.9)
        );
    }
}
