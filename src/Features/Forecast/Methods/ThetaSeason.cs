namespace Outlay.Forecast.Methods;

/// <summary>How the Theta family removes a season.</summary>
public enum SeasonKind
{
    /// <summary>Factors around 1.</summary>
    Multiplicative,

    /// <summary>Shifts around 0, in units.</summary>
    Additive,
}

/// <summary>
/// The series without its season, when a season shows: |r_m| over its standard error above the 95 % point of the normal
/// (Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler, International Journal of Forecasting 32, 2016).
/// </summary>
internal sealed class ThetaSeason
{
    private const double Critical = 1.6448536269514722;

    private readonly double[] _figures;
    private readonly SeasonKind _kind;

    private ThetaSeason(double[] adjusted, double[] figures, SeasonKind kind) =>
        (Adjusted, _figures, _kind) = (adjusted, figures, kind);

    public double[] Adjusted { get; }

    public static ThetaSeason Remove(TimeSeries series, SeasonKind kind)
    {
        var y = series.Values;
        if (!IsSeasonal(y, series.Season))
        {
            return new ThetaSeason(y.ToArray(), [], kind);
        }

        var figures =
            kind == SeasonKind.Additive
                ? ClassicalDecomposition.Additive(y, series.Season)
                : ClassicalDecomposition.Multiplicative(y, series.Season);
        if (kind == SeasonKind.Multiplicative && figures.Any(f => !(Math.Abs(f) > 1e-10)))
        {
            return new ThetaSeason(y.ToArray(), [], kind);
        }

        var adjusted = new double[y.Length];
        for (var t = 0; t < y.Length; t++)
        {
            var figure = figures[t % figures.Length];
            adjusted[t] = kind == SeasonKind.Additive ? y[t] - figure : y[t] / figure;
        }

        return new ThetaSeason(adjusted, figures, kind);
    }

    /// <summary>Puts the season back into forecasts of the adjusted series.</summary>
    public void Restore(double[] mean)
    {
        for (var h = 0; h < mean.Length && _figures.Length > 0; h++)
        {
            var figure = _figures[(Adjusted.Length + h) % _figures.Length];
            mean[h] = _kind == SeasonKind.Additive ? mean[h] + figure : mean[h] * figure;
        }
    }

    private static bool IsSeasonal(ReadOnlySpan<double> y, int season)
    {
        if (season < 2 || y.Length <= 2 * season)
        {
            return false;
        }

        var mean = 0.0;
        foreach (var value in y)
        {
            mean += value / y.Length;
        }

        var variance = Covariance(y, mean, 0);
        if (variance <= 0)
        {
            return false;
        }

        var squares = 0.0;
        for (var lag = 1; lag < season; lag++)
        {
            squares += Math.Pow(Covariance(y, mean, lag) / variance, 2);
        }

        var error = Math.Sqrt((1 + (2 * squares)) / y.Length);
        return Math.Abs(Covariance(y, mean, season) / variance) > Critical * error;
    }

    private static double Covariance(ReadOnlySpan<double> y, double mean, int lag)
    {
        var sum = 0.0;
        for (var t = lag; t < y.Length; t++)
        {
            sum += (y[t] - mean) * (y[t - lag] - mean);
        }

        return sum;
    }
}
