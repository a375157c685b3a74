using Outlay.Inventory;

namespace Outlay.Optimization.Rightsizing;

/// <summary>How likely a smaller size hurts, and how sure the verdict is.</summary>
public static class Risk
{
    private const double Tolerance = 0.95;
    private const double LeastLevel = 5;
    private const int Steps = 1000;

    // 1 - (1 - 0.02) is a little more than 0.02, and would be a level higher.
    private const double Rounding = 1e-12;

    /// <summary>Share of the window in which use is above 95 % of a new capacity, 0 to 1.</summary>
    /// <param name="use">Use, percent of the present capacity.</param>
    /// <param name="capacityRatio">New capacity over the present one.</param>
    public static double Exceedance(Distribution use, double capacityRatio)
    {
        ArgumentNullException.ThrowIfNull(use);
        var bound = 100 * capacityRatio * Tolerance;
        if (use.Maximum <= bound)
        {
            return 0;
        }

        var (low, high) = (0, Steps);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) =
                use.Percentile(100.0 * middle / Steps) <= bound ? (middle, high) : (low, middle);
        }

        return 1 - (double)low / Steps;
    }

    /// <summary>Risks of several dimensions as one level, 0 to 4: none, up to 0.05 %, 0.5 %, 2 % of the time, more.</summary>
    public static int Level(params IEnumerable<double> exceedances)
    {
        var together = 1 - exceedances.Aggregate(1.0, (p, e) => p * (1 - e)) - Rounding;
        return together switch
        {
            <= 0 => 0,
            <= 0.0005 => 1,
            <= 0.005 => 2,
            <= 0.02 => 3,
            _ => 4,
        };
    }

    /// <summary>
    /// Confidence, 0 to 1: days of 14 that were seen, how much of them was measured, half without memory, and less when the percentile of the
    /// last third differs from that of the first.
    /// </summary>
    public static double Confidence(Metric cpu, bool hasMemory, double percentile)
    {
        ArgumentNullException.ThrowIfNull(cpu);
        var days = Math.Min(1, (cpu.To - cpu.From).TotalDays / 14);
        var stability = cpu is { FirstThird: { } first, LastThird: { } last }
            ? Math.Max(
                0,
                1
                    - Math.Abs(last.Percentile(percentile) - first.Percentile(percentile))
                        / Math.Max(cpu.Values.Percentile(percentile), LeastLevel)
            )
            : 1;
        return days * cpu.Completeness * (hasMemory ? 1 : 0.5) * stability;
    }
}
