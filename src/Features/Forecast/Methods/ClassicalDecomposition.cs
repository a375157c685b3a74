namespace Outlay.Forecast.Methods;

/// <summary>Seasonal figures of the classical decomposition: the mean by position of the series over or less its centred moving average.</summary>
internal static class ClassicalDecomposition
{
    /// <summary>Factors that average to 1; position 0 is that of the first observation. Needs two seasons.</summary>
    public static double[] Multiplicative(ReadOnlySpan<double> y, int season)
    {
        var figures = Figures(y, season, (value, trend) => value / trend);
        var mean = figures.Average();
        return [.. figures.Select(f => f / mean)];
    }

    /// <summary>Shifts in units that average to 0.</summary>
    public static double[] Additive(ReadOnlySpan<double> y, int season)
    {
        var figures = Figures(y, season, (value, trend) => value - trend);
        var mean = figures.Average();
        return [.. figures.Select(f => f - mean)];
    }

    private static double[] Figures(
        ReadOnlySpan<double> y,
        int season,
        Func<double, double, double> detrend
    )
    {
        var half = season / 2;
        var sums = new double[season];
        var counts = new int[season];
        for (var t = half; t + half < y.Length; t++)
        {
            var sum = 0.0;
            for (var k = -half; k <= half; k++)
            {
                var weight = season % 2 == 0 && Math.Abs(k) == half ? 0.5 : 1;
                sum += weight * y[t + k];
            }

            sums[t % season] += detrend(y[t], sum / season);
            counts[t % season]++;
        }

        return [.. sums.Select((s, i) => s / Math.Max(1, counts[i]))];
    }
}
