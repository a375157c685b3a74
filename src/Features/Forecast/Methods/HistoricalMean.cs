using Outlay.Forecast.Distributions;

namespace Outlay.Forecast.Methods;

/// <summary>
/// The mean of all observations, with Student's quantile on n - 1 degrees of freedom times s sqrt(1 + 1/n) (Forecasting: Principles
/// and Practice, section 5.5).
/// </summary>
public sealed class HistoricalMean : IForecastMethod
{
    /// <inheritdoc/>
    public string Name => "mean";

    /// <inheritdoc/>
    public Prediction Fit(TimeSeries series, int horizon, IReadOnlyList<double> levels)
    {
        var y = series.Values;
        var n = y.Length;
        var average = 0.0;
        foreach (var value in y)
        {
            average += value / n;
        }

        var squares = 0.0;
        foreach (var value in y)
        {
            squares += (value - average) * (value - average);
        }

        var error = Math.Sqrt(squares / Math.Max(1, n - 1) * (1 + (1.0 / n)));
        double[] mean = [.. Enumerable.Repeat(average, horizon)];
        double[] errors = [.. Enumerable.Repeat(error, horizon)];
        return new Prediction(
            mean,
            [
                .. levels.Select(l =>
                    Band.Around(l, Student.TwoSided(l, Math.Max(1, n - 1)), mean, errors)
                ),
            ]
        );
    }
}
