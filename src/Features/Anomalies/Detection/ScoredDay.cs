namespace Outlay.Anomalies.Detection;

/// <summary>What the detector says of one day.</summary>
public enum DayVerdict
{
    /// <summary>Too little history to say anything.</summary>
    Learning,

    /// <summary>The day's cost is not complete yet.</summary>
    Incomplete,

    /// <summary>The day was announced as unusual.</summary>
    Planned,

    /// <summary>As expected.</summary>
    Normal,

    /// <summary>Flagged: more than expected.</summary>
    Above,

    /// <summary>Flagged: less than expected.</summary>
    Below,
}

/// <summary>One day of a series beside what was expected of it.</summary>
/// <param name="Date">The day.</param>
/// <param name="Actual">Its cost.</param>
/// <param name="Expected">Expected cost from the days before; absent while learning or incomplete.</param>
/// <param name="Lower">Lower limit of the point rule.</param>
/// <param name="Upper">Upper limit of the point rule.</param>
/// <param name="FrozenExpected">Expected cost as it was when the running alert began; outside of alerts the expected cost.</param>
/// <param name="Verdict">Flagged or not.</param>
/// <param name="Score">Deviation in robust standard deviations.</param>
public readonly record struct ScoredDay(
    DateOnly Date,
    double Actual,
    double? Expected,
    double? Lower,
    double? Upper,
    double? FrozenExpected,
    DayVerdict Verdict,
    double Score
)
{
    /// <summary>One above, minus one below, else zero.</summary>
    public int Flag =>
        Verdict switch
        {
            DayVerdict.Above => 1,
            DayVerdict.Below => -1,
            _ => 0,
        };
}
