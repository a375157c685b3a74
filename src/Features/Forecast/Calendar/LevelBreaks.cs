using Outlay.Forecast.Methods;

namespace Outlay.Forecast.Calendar;

/// <summary>
/// Finds jumps of the level that stay, and brings everything before them to the new level, so that a trend is not read into a jump
/// and old data still tells about noise and weekdays.
/// </summary>
internal static class LevelBreaks
{
    private const int After = 14;
    private const int Before = 28;
    private const int FewestAfter = 5;
    private const int FewestBefore = 10;
    private const double Deviations = 3;
    private const double Share = 0.08;
    private const int Most = 8;

    public static double[] Remove(double[] level)
    {
        var d = (double[])level.Clone();
        var jumps = new double[d.Length];
        Measure(d, jumps, 0, d.Length);
        for (var round = 0; round < Most; round++)
        {
            var at = Largest(d, jumps);
            if (Math.Abs(jumps[at]) < Math.Log(1 + Math.Max(Share, Deviations * Noise(d))))
            {
                break;
            }

            var ratio = Math.Exp(jumps[at]);
            for (var t = 0; t < at; t++)
            {
                d[t] *= ratio;
            }

            // Only windows that straddle the break have changed.
            Measure(d, jumps, at - After, at + Before);
        }

        return d;
    }

    /// <summary>The logarithm of the following fortnight's median over that of the four weeks before, for positions from..to.</summary>
    private static void Measure(double[] d, double[] jumps, int from, int to)
    {
        for (var t = Math.Max(FewestBefore, from); t <= Math.Min(d.Length - FewestAfter, to); t++)
        {
            var old = Robust.Median(d.AsSpan(Math.Max(0, t - Before)..t));
            var now = Robust.Median(d.AsSpan(t, Math.Min(After, d.Length - t)));
            jumps[t] = old > 0 && now > 0 ? Math.Log(now / old) : 0;
        }
    }

    /// <summary>The position of the largest jump; the step between the two neighbours decides among positions whose medians are alike.</summary>
    private static int Largest(double[] d, double[] jumps)
    {
        var (at, size) = (0, 0.0);
        for (var t = FewestBefore; t <= d.Length - FewestAfter; t++)
        {
            var jump = Math.Abs(jumps[t]) + (0.1 * Step(d, t));
            if (jump > size)
            {
                (at, size) = (t, jump);
            }
        }

        return at;
    }

    private static double Step(double[] d, int t) =>
        d[t] > 0 && d[t - 1] > 0 ? Math.Abs(Math.Log(d[t] / d[t - 1])) : 0;

    /// <summary>The day-to-day noise: differences of neighbours do not see the breaks.</summary>
    private static double Noise(double[] d)
    {
        var steps = new List<double>();
        for (var t = 1; t < d.Length; t++)
        {
            if (d[t] > 0 && d[t - 1] > 0)
            {
                steps.Add(Math.Abs(Math.Log(d[t] / d[t - 1])));
            }
        }

        return Robust.Consistency * Robust.Median([.. steps]) / Math.Sqrt(2);
    }
}
