namespace Outlay.Forecast.Methods.Smoothing;

/// <summary>One pass of the innovations state space equations over a series (Hyndman et al. 2008, table 2.2 and 2.3).</summary>
internal sealed class EtsRecursion
{
    public required double[] Fitted { get; init; }

    /// <summary>Errors in units, or relative errors when the error is multiplicative.</summary>
    public required double[] Residuals { get; init; }

    public required EtsState Final { get; init; }

    public required double SumOfSquares { get; init; }

    /// <summary>Sum of ln |fitted|: the Jacobian of relative errors.</summary>
    public required double SumOfLogs { get; init; }

    public static EtsRecursion Run(
        EtsForm form,
        EtsSmoothing by,
        EtsState start,
        ReadOnlySpan<double> y
    )
    {
        var (level, trend) = (start.Level, start.Trend);
        double[] ring = [.. start.Season.Reverse()];
        var fitted = new double[y.Length];
        var residuals = new double[y.Length];
        var (squares, logs) = (0.0, 0.0);
        for (var t = 0; t < y.Length; t++)
        {
            var at = ring.Length == 0 ? 0 : t % ring.Length;
            var path = level + (by.Phi * trend);
            if (form == EtsForm.MAM)
            {
                var mu = path * ring[at];
                var e = (y[t] - mu) / mu;
                (fitted[t], residuals[t]) = (mu, e);
                logs += Math.Log(Math.Abs(mu));
                level = path * (1 + (by.Alpha * e));
                trend += path * by.Beta * e;
                ring[at] *= 1 + (by.Gamma * e);
            }
            else
            {
                var mu = path + (ring.Length == 0 ? 0 : ring[at]);
                var e = y[t] - mu;
                (fitted[t], residuals[t]) = (mu, e);
                level = path + (by.Alpha * e);
                trend = (by.Phi * trend) + (by.Beta * e);
                if (ring.Length > 0)
                {
                    ring[at] += by.Gamma * e;
                }
            }

            squares += residuals[t] * residuals[t];
        }

        return new EtsRecursion
        {
            Fitted = fitted,
            Residuals = residuals,
            Final = new EtsState(level, trend, Newest(ring, y.Length)),
            SumOfSquares = squares,
            SumOfLogs = logs,
        };
    }

    private static double[] Newest(double[] ring, int length) =>
        [
            .. Enumerable
                .Range(1, ring.Length)
                .Select(back => ring[(length + (2 * ring.Length) - back) % ring.Length]),
        ];
}
