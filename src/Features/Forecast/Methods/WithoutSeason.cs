namespace Outlay.Forecast.Methods;

/// <summary>A method that is not told the season: for seasons longer than it can learn.</summary>
/// <param name="method">The method.</param>
public sealed class WithoutSeason(IForecastMethod method) : IForecastMethod
{
    /// <inheritdoc/>
    public string Name => method.Name;

    /// <inheritdoc/>
    public Prediction Fit(TimeSeries series, int horizon, IReadOnlyList<double> levels) =>
        method.Fit(new TimeSeries(series.Values.ToArray(), 1, series.First), horizon, levels);
}
