namespace Outlay.Forecast.Methods;

/// <summary>
/// Tomorrow is today. The error of h steps of a random walk grows with the square root of h; its step variance is the mean squared
/// difference (Hyndman and Athanasopoulos, Forecasting: Principles and Practice, section 5.5).
/// </summary>
public sealed class Naive : IForecastMethod
{
    /// <inheritdoc/>
    public string Name => "naive";

    /// <inheritdoc/>
    public Prediction Fit(TimeSeries series, int horizon, IReadOnlyList<double> levels) =>
        SeasonalNaive.Walk(series.Values, 1, horizon, levels);
}
