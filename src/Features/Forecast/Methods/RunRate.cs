namespace Outlay.Forecast.Methods;

/// <summary>The mean of the last month of days, every day: what most tools show and the bar to beat.</summary>
/// <param name="days">How many days are averaged.</param>
public sealed class RunRate(int days = 30) : IForecastMethod
{
    /// <inheritdoc/>
    public string Name => "run-rate";

    /// <inheritdoc/>
    public Prediction Fit(TimeSeries series, int horizon, IReadOnlyList<double> levels)
    {
        var mean = series.Values[Math.Max(0, series.Length - days)..].ToArray().Average();
        return Prediction.WithoutBands([.. Enumerable.Repeat(mean, horizon)]);
    }
}
