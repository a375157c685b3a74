using Outlay.Forecast.Methods.Smoothing;

namespace Outlay.Forecast.Methods;

/// <summary>
/// The standard Theta method (Assimakopoulos and Nikolopoulos 2000) in the form of Hyndman and Billah (2003): simple exponential
/// smoothing of the adjusted series with half of its least squares slope as drift.
/// </summary>
public sealed class Theta : IForecastMethod
{
    /// <inheritdoc/>
    public string Name => "Theta";

    /// <inheritdoc/>
    public Prediction Fit(TimeSeries series, int horizon, IReadOnlyList<double> levels)
    {
        var season = ThetaSeason.Remove(series, SeasonKind.Multiplicative);
        var y = season.Adjusted;
        var fit = Ets.Estimate(new TimeSeries(y, 1), EtsForm.ANN);
        var alpha = fit.Smoothing.Alpha;
        var half = Slope(y) / 2;
        var lead = (1 - Math.Pow(1 - alpha, y.Length)) / alpha;
        var mean = new double[horizon];
        var error = new double[horizon];
        for (var h = 0; h < horizon; h++)
        {
            mean[h] = fit.Final.Level + (half * (h + lead));
            error[h] = Math.Sqrt(fit.Sigma2 * (1 + (h * alpha * alpha)));
        }

        season.Restore(mean);
        return Prediction.Normal(mean, error, levels);
    }

    private static double Slope(double[] y)
    {
        var (middle, average) = ((y.Length - 1) / 2.0, y.Average());
        var (products, squares) = (0.0, 0.0);
        for (var t = 0; t < y.Length; t++)
        {
            products += (t - middle) * (y[t] - average);
            squares += (t - middle) * (t - middle);
        }

        return squares > 0 ? products / squares : 0;
    }
}
