using Outlay.Forecast.Methods.Smoothing;

namespace Outlay.Forecast.Methods;

/// <summary>
/// STL, exponential smoothing of the series without its season, and the last season again (Hyndman and Athanasopoulos, Forecasting:
/// Principles and Practice, section 5.7). A series of two seasons or less is smoothed alone.
/// </summary>
/// <param name="form">The form for the adjusted series, without season; the best by AICc when null.</param>
/// <param name="window">Seasons the seasonal smoother spans; null for a fixed season.</param>
/// <param name="robust">Whether outliers lose their weight.</param>
public sealed class StlEts(EtsForm? form = EtsForm.AAdN, int? window = 11, bool robust = false)
    : IForecastMethod
{
    /// <inheritdoc/>
    public string Name => $"STL + ETS({(form is null ? "auto" : form)})";

    /// <inheritdoc/>
    public Prediction Fit(TimeSeries series, int horizon, IReadOnlyList<double> levels)
    {
        if (series.Season < 2 || series.Length <= 2 * series.Season)
        {
            return Smooth(new TimeSeries(series.Values.ToArray(), 1)).Forecast(horizon, levels);
        }

        var seasonal = Stl.Decompose(series, window, robust).Seasonal;
        double[] adjusted = [.. seasonal.Select((s, t) => series[t] - s)];
        var forecast = Smooth(new TimeSeries(adjusted, 1)).Forecast(horizon, levels);
        double Add(double value, int h) =>
            value + seasonal[series.Length - series.Season + (h % series.Season)];
        return new Prediction(
            [.. forecast.Mean.Select(Add)],
            [
                .. forecast.Bands.Select(b => new Band(
                    b.Level,
                    [.. b.Lower.Select(Add)],
                    [.. b.Upper.Select(Add)]
                )),
            ]
        );
    }

    private EtsFit Smooth(TimeSeries adjusted) =>
        form is { } given ? Ets.Estimate(adjusted, given) : AutoEts.Estimate(adjusted);
}
