namespace Outlay.Forecast.Methods.Smoothing;

/// <summary>
/// Fits ETS(M,A,M). Its errors are not linear in the initial state, so all parameters are searched together, from a classical
/// decomposition and a line through the first ten deseasonalised points.
/// </summary>
internal static class MultiplicativeSearch
{
    private const int Regressed = 10;

    private static readonly double[][] Starts =
    [
        [0.3, 0.05, 0.1],
        [0.1, 0.02, 0.5],
        [0.7, 0.01, 0.3],
    ];

    public static (EtsSmoothing, EtsState) Fit(TimeSeries series, int evaluations)
    {
        var first = Initial(series);
        var n = 5 + series.Season - 1;
        double[] lower = [0, 0, 0, 1e-3, -0.2, .. Enumerable.Repeat(1e-3, series.Season - 1)];
        double[] upper = [1, 1, 1, 10, 0.2, .. Enumerable.Repeat(10.0, series.Season - 1)];
        double[] step = [0.1, 0.1, 0.1, 0.05, 0.002, .. Enumerable.Repeat(0.05, series.Season - 1)];
        var scale = first.Level;
        double[] best = [];
        var value = double.PositiveInfinity;
        foreach (var start in Starts)
        {
            double[] point = new double[n];
            start.CopyTo(point, 0);
            point[3] = 1;
            point[4] = first.Trend / scale;
            first.Season.Reverse().Take(series.Season - 1).ToArray().CopyTo(point, 5);
            var (found, deviance) = NelderMead.Minimise(
                p => Deviance(p, scale, series),
                point,
                step,
                lower,
                upper,
                evaluations,
                1e-9,
                8
            );
            if (best.Length == 0 || deviance < value)
            {
                (best, value) = (found, deviance);
            }
        }

        return (EtsSearch.Smoothing(EtsForm.MAM, best), State(best, scale, series.Season));
    }

    /// <summary>Minus twice the log-likelihood, without building the pass's results.</summary>
    private static double Deviance(double[] point, double scale, TimeSeries series)
    {
        var by = EtsSearch.Smoothing(EtsForm.MAM, point);
        var m = series.Season;
        Span<double> ring = m <= 64 ? stackalloc double[m] : new double[m];
        var last = (double)m;
        for (var s = 0; s + 1 < m; s++)
        {
            ring[s] = point[5 + s];
            last -= ring[s];
        }

        ring[m - 1] = last;
        var (level, trend) = (point[3] * scale, point[4] * scale);
        var (squares, product, logs) = (0.0, 1.0, 0.0);
        var y = series.Values;
        for (int t = 0, at = 0; t < y.Length; t++)
        {
            var path = level + trend;
            var mu = path * ring[at];
            if (mu <= 0)
            {
                return double.PositiveInfinity;
            }

            var e = (y[t] - mu) / mu;
            squares += e * e;
            product *= mu;
            if (product is > 1e100 or < 1e-100)
            {
                logs += Math.Log(product);
                product = 1;
            }

            level = path * (1 + (by.Alpha * e));
            trend += path * by.Beta * e;
            ring[at] *= 1 + (by.Gamma * e);
            at = at + 1 == m ? 0 : at + 1;
        }

        return (y.Length * Math.Log(squares)) + (2 * (logs + Math.Log(product)));
    }

    private static EtsState State(double[] point, double scale, int season)
    {
        double[] free = point[5..];
        double[] oldestFirst = [.. free, season - free.Sum()];
        return new EtsState(point[3] * scale, point[4] * scale, [.. oldestFirst.Reverse()]);
    }

    private static EtsState Initial(TimeSeries series)
    {
        var season = ClassicalDecomposition.Multiplicative(
            series.Values[..Math.Min(series.Length, 3 * series.Season)],
            series.Season
        );
        var count = Math.Min(series.Length, Math.Max(Regressed, series.Season));
        var (sx, sy, sxx, sxy) = (0.0, 0.0, 0.0, 0.0);
        for (var t = 1; t <= count; t++)
        {
            var value = series[t - 1] / season[(t - 1) % series.Season];
            sx += t;
            sy += value;
            sxx += (double)t * t;
            sxy += t * value;
        }

        var slope = ((count * sxy) - (sx * sy)) / ((count * sxx) - (sx * sx));
        var level = (sy - (slope * sx)) / count;
        return new EtsState(
            level > 0 ? level : sy / count,
            level > 0 ? slope : 0,
            [.. season.Reverse()]
        );
    }
}
