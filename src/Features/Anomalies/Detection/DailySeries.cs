namespace Outlay.Anomalies.Detection;

/// <summary>A span of days whose cost is known to be unusual, both ends included.</summary>
/// <param name="From">The first such day.</param>
/// <param name="Until">The last such day.</param>
public readonly record struct PlannedPeriod(DateOnly From, DateOnly Until)
{
    internal bool Contains(DateOnly day) => From <= day && day <= Until;
}

/// <summary>Daily cost of one series without gaps; a day without cost is zero.</summary>
/// <param name="Key">Name of the series.</param>
/// <param name="First">Day of the first value.</param>
/// <param name="Values">Cost per day: amortised cost of usage, without credits, taxes, refunds and one-time purchases.</param>
/// <param name="LastComplete">The last day whose cost is known in full; later days are neither scored nor learnt from.</param>
public sealed record DailySeries(
    string Key,
    DateOnly First,
    ReadOnlyMemory<double> Values,
    DateOnly LastComplete
)
{
    /// <summary>Days that are expected to be unusual: they are neither flagged nor taught as level.</summary>
    public IReadOnlyList<PlannedPeriod> Planned { get; init; } = [];

    /// <summary>A series of which every day is complete.</summary>
    /// <param name="key">Name of the series.</param>
    /// <param name="first">Day of the first value.</param>
    /// <param name="values">Cost per day.</param>
    public static DailySeries Complete(string key, DateOnly first, ReadOnlyMemory<double> values) =>
        new(key, first, values, first.AddDays(values.Length - 1));

    internal bool IsPlanned(DateOnly day)
    {
        for (var i = 0; i < Planned.Count; i++)
        {
            if (Planned[i].Contains(day))
            {
                return true;
            }
        }

        return false;
    }
}
