using Outlay.Forecast.Distributions;

namespace Outlay.Forecast.Methods.Smoothing;

/// <summary>An exponential smoothing model with its parameters, run over a series.</summary>
public sealed class EtsFit
{
    private const int Paths = 5000;
    private const int Seed = 20080619;

    private EtsFit(EtsForm form, EtsSmoothing smoothing, EtsState start, TimeSeries series)
    {
        var run = EtsRecursion.Run(form, smoothing, start, series.Values);
        (Form, Smoothing, Start, Final) = (form, smoothing, start, run.Final);
        (Fitted, Residuals) = (run.Fitted, run.Residuals);
        var n = series.Length;
        var k = form.Parameters(Math.Max(1, start.Season.Count));
        var squares = Math.Max(run.SumOfSquares, double.Epsilon * 1e20);
        Sigma2 = run.SumOfSquares / Math.Max(1, n - k + 1);
        LogLikelihood = (-n / 2.0 * Math.Log(squares)) - run.SumOfLogs;
        Aicc =
            n - k - 1 > 0
                ? (-2 * LogLikelihood) + (2 * k) + (2.0 * k * (k + 1) / (n - k - 1))
                : double.PositiveInfinity;
    }

    /// <summary>Error, trend and season.</summary>
    public EtsForm Form { get; }

    /// <summary>The smoothing parameters.</summary>
    public EtsSmoothing Smoothing { get; }

    /// <summary>The state before the first observation.</summary>
    public EtsState Start { get; }

    /// <summary>The state after the last observation.</summary>
    public EtsState Final { get; }

    /// <summary>Forecasts one step ahead of each observation, in units.</summary>
    public IReadOnlyList<double> Fitted { get; }

    /// <summary>Errors of the fitted values, in units; relative for MAM.</summary>
    public IReadOnlyList<double> Residuals { get; }

    /// <summary>Variance of the errors: sum of squares over observations less estimated parameters.</summary>
    public double Sigma2 { get; }

    /// <summary>The concentrated log-likelihood without its constants: -n/2 ln(SSE), less the sum of ln |fitted| for relative errors.</summary>
    public double LogLikelihood { get; }

    /// <summary>Akaike's criterion corrected for short series (Hurvich and Tsai 1989); the smaller the better.</summary>
    public double Aicc { get; }

    /// <summary>Runs the model with given parameters; nothing is estimated.</summary>
    /// <exception cref="ArgumentException">The state has a season where the form has none, or the other way round.</exception>
    public static EtsFit Given(
        EtsForm form,
        EtsSmoothing smoothing,
        EtsState start,
        TimeSeries series
    )
    {
        if (form.HasSeason() != (start.Season.Count > 0))
        {
            throw new ArgumentException("The state does not suit the form.", nameof(start));
        }

        return new EtsFit(form, smoothing, start, series);
    }

    /// <summary>
    /// Point forecasts with intervals: for additive errors in closed form, variance sigma2 (1 + sum of c_j squared), c_j = alpha + beta
    /// (phi + ... + phi^j) + gamma at whole seasons (Hyndman et al. 2008, section 6.2); for MAM quantiles of 5,000 simulated paths.
    /// </summary>
    public Prediction Forecast(int horizon, IReadOnlyList<double> levels)
    {
        if (Form == EtsForm.MAM)
        {
            return new Prediction(
                ProductMean(horizon),
                levels.Count == 0 ? [] : Simulated(horizon, levels)
            );
        }

        var mean = Mean(horizon);

        var error = new double[horizon];
        var (sum, fade, power) = (1.0, 0.0, 1.0);
        for (var h = 1; h <= horizon; h++)
        {
            error[h - 1] = Math.Sqrt(Sigma2 * sum);
            power *= Smoothing.Phi;
            fade += power;
            var c = Smoothing.Alpha + (Smoothing.Beta * fade);
            if (Final.Season.Count > 0 && h % Final.Season.Count == 0)
            {
                c += Smoothing.Gamma;
            }

            sum += c * c;
        }

        return Prediction.Normal(mean, error, levels);
    }

    private double[] Mean(int horizon)
    {
        var mean = new double[horizon];
        var (fade, power) = (0.0, 1.0);
        var m = Final.Season.Count;
        for (var h = 1; h <= horizon; h++)
        {
            power *= Smoothing.Phi;
            fade += power;
            var path = Final.Level + (fade * Final.Trend);
            var season = m == 0 ? 0 : Final.Season[m - 1 - ((h - 1) % m)];
            mean[h - 1] = path + season;
        }

        return mean;
    }

    /// <summary>
    /// Expected values of MAM: beyond one season level and season share past errors, so the means of their products are carried on
    /// instead of the product of their means (Hyndman et al. 2008, section 6.3).
    /// </summary>
    private double[] ProductMean(int horizon)
    {
        double[] ring = [.. Final.Season.Reverse()];
        double[] level = [.. ring.Select(s => s * Final.Level)];
        double[] trend = [.. ring.Select(s => s * Final.Trend)];
        var mean = new double[horizon];
        for (var h = 0; h < horizon; h++)
        {
            var at = h % ring.Length;
            mean[h] = level[at] + trend[at];
            for (var s = 0; s < ring.Length; s++)
            {
                level[s] += trend[s];
            }

            level[at] += Smoothing.Alpha * Smoothing.Gamma * Sigma2 * mean[h];
            trend[at] += Smoothing.Beta * Smoothing.Gamma * Sigma2 * mean[h];
        }

        return mean;
    }

    private Band[] Simulated(int horizon, IReadOnlyList<double> levels)
    {
        var random = new Random(Seed);
        var sigma = Math.Sqrt(Sigma2);
        var paths = Enumerable.Range(0, horizon).Select(_ => new double[Paths]).ToArray();
        double[] ring = [.. Final.Season.Reverse()];
        for (var p = 0; p < Paths; p++)
        {
            var (level, trend) = (Final.Level, Final.Trend);
            var season = (double[])ring.Clone();
            for (var h = 0; h < horizon; h++)
            {
                var at = h % season.Length;
                var e = sigma * Normal.Quantile((random.Next(1 << 30) + 0.5) / (1 << 30));
                var path = level + trend;
                paths[h][p] = path * season[at] * (1 + e);
                level = path * (1 + (Smoothing.Alpha * e));
                trend += path * Smoothing.Beta * e;
                season[at] *= 1 + (Smoothing.Gamma * e);
            }
        }

        Array.ForEach(paths, Array.Sort);
        return
        [
            .. levels.Select(l => new Band(
                l,
                [.. paths.Select(x => x[(int)(Paths * (1 - l) / 2)])],
                [.. paths.Select(x => x[Math.Min(Paths - 1, (int)(Paths * (1 + l) / 2))])]
            )),
        ];
    }
}
