using Outlay.Forecast.Methods;

namespace Outlay.Forecast.Calendar;

/// <summary>The level around each day: the centred 15-day median, without the days that are left out.</summary>
internal static class LocalLevel
{
    private const int Half = 7;
    private const int Fewest = 4;

    public static double[] Of(double[] d, Func<int, bool> counts)
    {
        var level = new double[d.Length];
        Span<double> window = stackalloc double[(4 * Half) + 1];
        for (var t = 0; t < d.Length; t++)
        {
            var found = Gather(d, counts, t, Half, window);
            if (found < Fewest)
            {
                found = Gather(d, counts, t, 2 * Half, window);
            }

            level[t] = found > 0 ? Robust.Median(window[..found]) : d[t];
        }

        return level;
    }

    private static int Gather(
        double[] d,
        Func<int, bool> counts,
        int t,
        int half,
        Span<double> window
    )
    {
        var found = 0;
        for (var i = Math.Max(0, t - half); i <= Math.Min(d.Length - 1, t + half); i++)
        {
            if (counts(i))
            {
                window[found++] = d[i];
            }
        }

        return found;
    }
}
