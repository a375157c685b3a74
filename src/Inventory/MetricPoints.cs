namespace Outlay.Inventory;

/// <summary>Sums up the points of a metric.</summary>
public static class MetricPoints
{
    private const int HoursOfWeek = 168;
    private const int LeastForThirds = 30;

    /// <summary>A metric from its points, in any order; null when there is none, for what was not measured is not zero.</summary>
    /// <param name="name">One of <see cref="MetricNames"/>.</param>
    /// <param name="statistic">What a point is.</param>
    /// <param name="periodSeconds">Length of a point's period in seconds.</param>
    /// <param name="from">Start of the window.</param>
    /// <param name="to">End of the window, not included.</param>
    /// <param name="points">Start of each period, and its value.</param>
    /// <param name="keepWeek">Whether the hours of the week are of use.</param>
    public static Metric? Sum(
        string name,
        Statistic statistic,
        int periodSeconds,
        DateTimeOffset from,
        DateTimeOffset to,
        IReadOnlyList<(DateTimeOffset At, double Value)> points,
        bool keepWeek = false
    )
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Count == 0)
        {
            return null;
        }

        var sorted = points.OrderBy(p => p.At).ToList();
        var third = sorted.Count / 3;
        return new Metric(
            name,
            statistic,
            periodSeconds,
            from,
            to,
            Distribution.Of([.. sorted.Select(p => p.Value)])
        )
        {
            Days =
            [
                .. sorted
                    .GroupBy(p => DateOnly.FromDateTime(p.At.UtcDateTime))
                    .Select(d => new DayValue(
                        d.Key,
                        d.Average(p => p.Value),
                        d.Max(p => p.Value),
                        d.Sum(p => p.Value)
                    )),
            ],
            WeekMaximum = keepWeek ? Week(sorted) : null,
            FirstThird =
                sorted.Count < LeastForThirds
                    ? null
                    : Distribution.Of([.. sorted.Take(third).Select(p => p.Value)]),
            LastThird =
                sorted.Count < LeastForThirds
                    ? null
                    : Distribution.Of([.. sorted.TakeLast(third).Select(p => p.Value)]),
        };
    }

    private static double[] Week(IEnumerable<(DateTimeOffset At, double Value)> points)
    {
        var week = new double[HoursOfWeek];
        Array.Fill(week, double.NaN);
        foreach (var (at, value) in points)
        {
            var day = ((int)at.UtcDateTime.DayOfWeek + 6) % 7;
            var hour = day * 24 + at.UtcDateTime.Hour;
            week[hour] = double.IsNaN(week[hour]) ? value : Math.Max(week[hour], value);
        }

        return week;
    }
}
