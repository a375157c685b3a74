namespace Outlay.Anomalies.Detection;

/// <summary>The form of an anomaly.</summary>
public enum AlertKind
{
    /// <summary>A few days above.</summary>
    Spike,

    /// <summary>A few days below.</summary>
    Drop,

    /// <summary>A new level, up or down.</summary>
    Shift,

    /// <summary>A slow climb or fall that no single day gives away.</summary>
    Drift,

    /// <summary>Cost after a long time without any.</summary>
    NewCost,
}

/// <summary>A run of flagged days of one sign.</summary>
/// <param name="SeriesKey">Name of the series.</param>
/// <param name="Start">First flagged day.</param>
/// <param name="End">Last day that is off; the last so far while open.</param>
/// <param name="IsOpen">Whether the next day may still belong to it.</param>
/// <param name="Direction">One above, minus one below.</param>
/// <param name="Kind">Its form.</param>
/// <param name="Actual">Cost from start to end.</param>
/// <param name="FrozenExpected">Cost expected from start to end as seen on the first flagged day.</param>
/// <param name="Score">Largest deviation of a day in robust standard deviations; for new cost zero.</param>
public sealed record Alert(
    string SeriesKey,
    DateOnly Start,
    DateOnly End,
    bool IsOpen,
    int Direction,
    AlertKind Kind,
    double Actual,
    double FrozenExpected,
    double Score
)
{
    /// <summary>Impact: actual less expected; negative below.</summary>
    public double Excess => Actual - FrozenExpected;

    /// <summary>From zero to one, one at twenty standard deviations. New cost has one: there was nothing to doubt.</summary>
    public double Confidence => Kind == AlertKind.NewCost ? 1 : Math.Min(1, Score / 20);

    /// <summary>Days from start to end.</summary>
    public int Days => End.DayNumber - Start.DayNumber + 1;
}

/// <summary>The days and alerts of one series.</summary>
/// <param name="SeriesKey">Name of the series.</param>
/// <param name="Days">Every day of the series in order.</param>
/// <param name="Alerts">Alerts by start.</param>
public sealed record SeriesDetection(
    string SeriesKey,
    IReadOnlyList<ScoredDay> Days,
    IReadOnlyList<Alert> Alerts
);
