namespace Outlay.Inventory;

/// <summary>How a point of a metric sums up its period.</summary>
public enum Statistic
{
    /// <summary>Mean of the period.</summary>
    Average,

    /// <summary>Largest value of the period.</summary>
    Maximum,

    /// <summary>Smallest value of the period.</summary>
    Minimum,

    /// <summary>Sum over the period.</summary>
    Sum,
}

/// <summary>A metric of a resource over a scan's window, summed up so that any rule can judge it without the points.</summary>
/// <param name="Name">One of <see cref="MetricNames"/>.</param>
/// <param name="Statistic">What a point is.</param>
/// <param name="PeriodSeconds">Length of a point's period in seconds.</param>
/// <param name="From">Start of the window.</param>
/// <param name="To">End of the window, not included.</param>
/// <param name="Values">The values, sorted or as a sketch of them.</param>
public sealed record Metric(
    string Name,
    Statistic Statistic,
    int PeriodSeconds,
    DateTimeOffset From,
    DateTimeOffset To,
    Distribution Values
)
{
    /// <summary>Points that a window without gaps would have.</summary>
    public int Expected => (int)((To - From).TotalSeconds / PeriodSeconds);

    /// <summary>Share of the window that was measured, 0 to 1.</summary>
    public double Completeness => Expected == 0 ? 0 : Math.Min(1, (double)Values.Count / Expected);

    /// <summary>Hours that were measured.</summary>
    public double Hours => Values.Count * (PeriodSeconds / 3600.0);

    /// <summary>A value for each UTC day of the window that was measured, oldest first; empty when the collector kept none.</summary>
    public IReadOnlyList<DayValue> Days { get; init; } = [];

    /// <summary>
    /// The largest value in each of the 168 UTC hours of the week, Monday 00:00 first, over all weeks; NaN where nothing was measured. Null
    /// when the collector kept none.
    /// </summary>
    public IReadOnlyList<double>? WeekMaximum { get; init; }

    /// <summary>The values of the window's first third, to tell whether the load is stable; null when there are too few.</summary>
    public Distribution? FirstThird { get; init; }

    /// <summary>The values of the window's last third; null when there are too few.</summary>
    public Distribution? LastThird { get; init; }
}

/// <summary>A day of a metric.</summary>
/// <param name="Day">The UTC day.</param>
/// <param name="Mean">Mean of its points.</param>
/// <param name="Maximum">Largest of its points.</param>
/// <param name="Sum">Sum of its points.</param>
public sealed record DayValue(DateOnly Day, double Mean, double Maximum, double Sum);
