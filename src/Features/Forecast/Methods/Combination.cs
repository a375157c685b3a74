namespace Outlay.Forecast.Methods;

/// <summary>The mean of several methods' point forecasts (Clemen, International Journal of Forecasting 5, 1989). No intervals of its own.</summary>
/// <param name="name">The name that reports show.</param>
/// <param name="methods">At least one.</param>
public sealed class Combination(string name, params IReadOnlyList<IForecastMethod> methods)
    : IForecastMethod
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public Prediction Fit(TimeSeries series, int horizon, IReadOnlyList<double> levels)
    {
        var mean = new double[horizon];
        foreach (var method in methods)
        {
            var points = method.Fit(series, horizon, []).Mean;
            for (var h = 0; h < horizon; h++)
            {
                mean[h] += points[h] / methods.Count;
            }
        }

        return Prediction.WithoutBands(mean);
    }
}
