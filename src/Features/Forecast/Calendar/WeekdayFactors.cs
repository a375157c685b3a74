using Outlay.Forecast.Methods;

namespace Outlay.Forecast.Calendar;

/// <summary>How much of an average day each weekday costs: the median of a day over the mean of the week around it, scaled to mean 1.</summary>
internal static class WeekdayFactors
{
    private const int Window = 84;
    private const int Fewest = 2;

    /// <summary>Factors by weekday from the last twelve weeks.</summary>
    /// <param name="y">Daily values.</param>
    /// <param name="frame">Their days.</param>
    /// <param name="skipKeys">Whether weeks that hold a key day are passed over, because their fees are not removed yet.</param>
    public static double[] Of(double[] y, DayFrame frame, bool skipKeys)
    {
        var ratios = Enumerable.Range(0, 7).Select(_ => new List<double>()).ToArray();
        for (var t = Math.Max(3, y.Length - Window); t + 3 < y.Length; t++)
        {
            var (sum, hasKey) = (0.0, false);
            for (var k = -3; k <= 3; k++)
            {
                sum += y[t + k];
                hasKey |= frame.Keys[t + k] != 0;
            }

            if (sum > 0 && !(skipKeys && hasKey))
            {
                ratios[frame.Weekdays[t]].Add(7 * y[t] / sum);
            }
        }

        if (skipKeys && ratios.Any(r => r.Count < Fewest))
        {
            return Of(y, frame, skipKeys: false);
        }

        double[] factors = [.. ratios.Select(r => r.Count < Fewest ? 1 : Robust.Median([.. r]))];
        var mean = factors.Average();

        // A weekday without cost cannot divide; a twentieth of a day stands for none.
        return [.. factors.Select(f => mean > 0 ? Math.Max(f / mean, 0.05) : 1)];
    }
}
