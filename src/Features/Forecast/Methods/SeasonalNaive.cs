namespace Outlay.Forecast.Methods;

/// <summary>
/// The same step of the last season again. Standard error sigma sqrt(k + 1) with k whole seasons between (Forecasting: Principles
/// and Practice, section 5.5). A series shorter than a season and a step is forecast as a random walk.
/// </summary>
public sealed class SeasonalNaive : IForecastMethod
{
    /// <inheritdoc/>
    public string Name => "seasonal naive";

    /// <inheritdoc/>
    public Prediction Fit(TimeSeries series, int horizon, IReadOnlyList<double> levels) =>
        Walk(series.Values, series.Length > series.Season ? series.Season : 1, horizon, levels);

    internal static Prediction Walk(
        ReadOnlySpan<double> y,
        int lag,
        int horizon,
        IReadOnlyList<double> levels
    )
    {
        var squares = 0.0;
        for (var t = lag; t < y.Length; t++)
        {
            squares += (y[t] - y[t - lag]) * (y[t] - y[t - lag]);
        }

        var sigma = Math.Sqrt(squares / Math.Max(1, y.Length - lag));
        var mean = new double[horizon];
        var error = new double[horizon];
        for (var h = 0; h < horizon; h++)
        {
            mean[h] = y[y.Length - lag + (h % lag)];
            error[h] = sigma * Math.Sqrt((h / lag) + 1);
        }

        return Prediction.Normal(mean, error, levels);
    }
}
