namespace Outlay.Forecast.Methods.Smoothing;

/// <summary>
/// One form of exponential smoothing, estimated by maximum likelihood. A series too short or without season for the form gets the
/// nearest simpler form; MAM on values that are not positive becomes AAA.
/// </summary>
public sealed class Ets(EtsForm form) : IForecastMethod
{
    private const int Evaluations = 300;
    private const int MultiplicativeEvaluations = 3000;

    /// <inheritdoc/>
    public string Name => $"ETS({form})";

    /// <summary>Estimates the parameters.</summary>
    public static EtsFit Estimate(TimeSeries series, EtsForm form)
    {
        var possible = form.Supported(series);
        var (smoothing, start) =
            possible == EtsForm.MAM
                ? MultiplicativeSearch.Fit(series, MultiplicativeEvaluations)
                : EtsSearch.Additive(possible, series, 3, Evaluations);
        return EtsFit.Given(possible, smoothing, start, series);
    }

    /// <inheritdoc/>
    public Prediction Fit(TimeSeries series, int horizon, IReadOnlyList<double> levels) =>
        Estimate(series, form).Forecast(horizon, levels);
}
