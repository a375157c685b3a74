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
        for (var round = 0; round < Most; round++)
        {
            var wall = Math.Max(Share, Deviations * Noise(d));
            var (at, ratio) = Largest(d);
            if (at < 0 || Math.Abs(Math.Log(ratio)) < Math.Log(1 + wall))
            {
                break;
            }

            for (var t = 0; t < at; t++)
            {
                d[t] *= ratio;
            }
        }

        return d;
    }

    /// <summary>The position whose following fortnight differs most from the four weeks before it.</summary>
    private static (int At, double Ratio) Largest(double[] d)
    {
        var (at, best, size) = (-1, 1.0, 0.0);
        for (var t = FewestBefore; t <= d.Length - FewestAfter; t++)
        {
            var old = Robust.Median(d.AsSpan(Math.Max(0, t - Before)..t));
            var now = Robust.Median(d.AsSpan(t, Math.Min(After, d.Length - t)));
            if (old <= 0 || now <= 0)
            {
                continue;
            }

            // The step itself, between the two neighbours, decides among positions whose medians are alike.
            var jump = Math.Abs(Math.Log(now / old)) + (0.1 * Step(d, t));
            if (jump > size)
            {
                (at, best, size) = (t, now / old, jump);
            }
        }

        return (at, best);
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
