namespace Outlay.Forecast.Methods;

/// <summary>
/// The optimised Theta models of Fiorucci et al. (International Journal of Forecasting 32, 2016): DOTM, whose line follows the data,
/// and OTM, whose line is that of all data. Given alpha the errors are linear in the first level and in 1 - 1/theta, so both come
/// from least squares and only alpha is searched.
/// </summary>
/// <param name="dynamic">DOTM when true, OTM otherwise.</param>
/// <param name="kind">How a season is removed and put back.</param>
public sealed class OptimisedTheta(bool dynamic = true, SeasonKind kind = SeasonKind.Multiplicative)
    : IForecastMethod
{
    /// <inheritdoc/>
    public string Name => dynamic ? "DOTM" : "OTM";

    /// <inheritdoc/>
    public Prediction Fit(TimeSeries series, int horizon, IReadOnlyList<double> levels)
    {
        var season = ThetaSeason.Remove(series, kind);
        var line = new ThetaLine(season.Adjusted, dynamic);
        var fit = line.Best();
        var mean = line.Forecast(fit, horizon);
        var error = new double[horizon];
        for (var h = 0; h < horizon; h++)
        {
            error[h] = fit.Sigma * Math.Sqrt(1 + (h * fit.Alpha * fit.Alpha));
        }

        season.Restore(mean);
        return Prediction.Normal(mean, error, levels);
    }
}
