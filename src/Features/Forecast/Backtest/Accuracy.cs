namespace Outlay.Forecast.Backtest;

/// <summary>Measures of one forecast against what came. All take actual values first, then forecasts.</summary>
public static class Accuracy
{
    /// <summary>Mean absolute error, in units.</summary>
    public static double MeanAbsoluteError(
        IReadOnlyList<double> actual,
        IReadOnlyList<double> forecast
    ) => Mean(actual, forecast, (y, f) => Math.Abs(y - f));

    /// <summary>Root of the mean squared error, in units.</summary>
    public static double RootMeanSquaredError(
        IReadOnlyList<double> actual,
        IReadOnlyList<double> forecast
    ) => Math.Sqrt(Mean(actual, forecast, (y, f) => (y - f) * (y - f)));

    /// <summary>Mean of 200 |e| / (|y| + |f|), in percent; a step where both are zero counts as exact (Makridakis 1993).</summary>
    public static double Smape(IReadOnlyList<double> actual, IReadOnlyList<double> forecast) =>
        Mean(
            actual,
            forecast,
            (y, f) => y == 0 && f == 0 ? 0 : 200 * Math.Abs(y - f) / (Math.Abs(y) + Math.Abs(f))
        );

    /// <summary>Mean absolute error over that of the seasonal naive within the training values (Hyndman and Koehler 2006).</summary>
    public static double Mase(
        IReadOnlyList<double> actual,
        IReadOnlyList<double> forecast,
        TimeSeries training
    ) => MeanAbsoluteError(actual, forecast) / Scale(training);

    /// <summary>Root mean squared error over that of the seasonal naive within the training values (Makridakis et al., M5, 2022).</summary>
    public static double Rmsse(
        IReadOnlyList<double> actual,
        IReadOnlyList<double> forecast,
        TimeSeries training
    )
    {
        var (sum, lag) = (0.0, Lag(training));
        for (var t = lag; t < training.Length; t++)
        {
            sum += Math.Pow(training[t] - training[t - lag], 2);
        }

        var scale = sum == 0 ? 1 : Math.Sqrt(sum / (training.Length - lag));
        return RootMeanSquaredError(actual, forecast) / scale;
    }

    /// <summary>Sum of absolute errors over the sum of absolute values: a share of the bill.</summary>
    public static double Wape(IReadOnlyList<double> actual, IReadOnlyList<double> forecast) =>
        Share(actual.Zip(forecast, (y, f) => Math.Abs(y - f)).Sum(), actual.Sum(Math.Abs));

    /// <summary>Error of the total as a share of the actual total.</summary>
    public static double TotalError(IReadOnlyList<double> actual, IReadOnlyList<double> forecast) =>
        Share(Math.Abs(actual.Sum() - forecast.Sum()), Math.Abs(actual.Sum()));

    /// <summary>Mean error over mean value: above zero when the forecast is too low.</summary>
    public static double Bias(IReadOnlyList<double> actual, IReadOnlyList<double> forecast) =>
        Share(actual.Sum() - forecast.Sum(), actual.Sum());

    /// <summary>Share of steps whose value lies within the band.</summary>
    public static double Coverage(IReadOnlyList<double> actual, Band band) =>
        actual.Where((y, h) => y >= band.Lower[h] && y <= band.Upper[h]).Count()
        / (double)actual.Count;

    /// <summary>Mean interval score over the seasonal naive's mean error (Gneiting and Raftery 2007; M4).</summary>
    public static double Msis(IReadOnlyList<double> actual, Band band, TimeSeries training) =>
        IntervalScore(actual, band) / Scale(training);

    /// <summary>The weighted interval score (Bracher, Ray, Gneiting and Reich 2021): (|y - m| / 2 + sum of a/2 times interval score) / (K + 1/2).</summary>
    public static double Wis(
        IReadOnlyList<double> actual,
        IReadOnlyList<double> median,
        IReadOnlyList<Band> bands
    ) =>
        (
            (0.5 * MeanAbsoluteError(actual, median))
            + bands.Sum(b => (1 - b.Level) / 2 * IntervalScore(actual, b))
        ) / (bands.Count + 0.5);

    /// <summary>Mean absolute seasonal difference of the training values; 1 for a series that never moves, so that scaled errors stay finite.</summary>
    public static double Scale(TimeSeries training)
    {
        var (sum, lag) = (0.0, Lag(training));
        for (var t = lag; t < training.Length; t++)
        {
            sum += Math.Abs(training[t] - training[t - lag]);
        }

        return sum == 0 ? 1 : sum / (training.Length - lag);
    }

    /// <summary>An error as a share of a size; no error is no share, also of nothing.</summary>
    internal static double Share(double error, double size) => error == 0 ? 0 : error / size;

    private static double IntervalScore(IReadOnlyList<double> actual, Band band)
    {
        var penalty = 2 / (1 - band.Level);
        return actual
            .Select(
                (y, h) =>
                    band.Upper[h]
                    - band.Lower[h]
                    + (penalty * Math.Max(0, band.Lower[h] - y))
                    + (penalty * Math.Max(0, y - band.Upper[h]))
            )
            .Average();
    }

    private static int Lag(TimeSeries training) =>
        training.Length > training.Season ? training.Season : 1;

    private static double Mean(
        IReadOnlyList<double> actual,
        IReadOnlyList<double> forecast,
        Func<double, double, double> loss
    ) => actual.Zip(forecast, loss).Average();
}
