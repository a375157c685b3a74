namespace Outlay.Forecast.Methods.Smoothing;

/// <summary>The form with the smallest AICc (Hyndman et al. 2008, chapter 7).</summary>
public sealed class AutoEts : IForecastMethod
{
    private static readonly EtsForm[] Forms = Enum.GetValues<EtsForm>();

    /// <inheritdoc/>
    public string Name => "ETS";

    /// <summary>Estimates every form that suits the series and keeps the best.</summary>
    public static EtsFit Estimate(TimeSeries series) =>
        Forms
            .Select(form => form.Supported(series))
            .Distinct()
            .Select(form => Ets.Estimate(series, form))
            .MinBy(fit => fit.Aicc)!;

    /// <inheritdoc/>
    public Prediction Fit(TimeSeries series, int horizon, IReadOnlyList<double> levels) =>
        Estimate(series).Forecast(horizon, levels);
}
