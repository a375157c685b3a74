namespace Outlay.Forecast.Methods;

/// <summary>
/// The line through the first and the last observation. Standard error sigma sqrt(h (1 + h / (n - 1))), sigma the standard deviation
/// of the differences (Forecasting: Principles and Practice, section 5.5).
/// </summary>
public sealed class Drift : IForecastMethod
{
    /// <inheritdoc/>
    public string Name => "drift";

    /// <inheritdoc/>
    public Prediction Fit(TimeSeries series, int horizon, IReadOnlyList<double> levels)
    {
        var y = series.Values;
        var steps = y.Length - 1;
        var slope = steps == 0 ? 0 : (y[^1] - y[0]) / steps;
        var squares = 0.0;
        for (var t = 1; t < y.Length; t++)
        {
            squares += Math.Pow(y[t] - y[t - 1] - slope, 2);
        }

        var sigma = Math.Sqrt(squares / Math.Max(1, steps - 1));
        var mean = new double[horizon];
        var error = new double[horizon];
        for (var h = 1; h <= horizon; h++)
        {
            mean[h - 1] = y[^1] + (slope * h);
            error[h - 1] = sigma * Math.Sqrt(h * (1 + (h / (double)Math.Max(1, steps))));
        }

        return Prediction.Normal(mean, error, levels);
    }
}
