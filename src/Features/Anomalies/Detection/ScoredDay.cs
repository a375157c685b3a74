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
public readonly record struct ScoredDay
{
    // Thousands of series hold hundreds of days each; a value that may be absent would take twice its room.
    private readonly double _expected;
    private readonly double _lower;
    private readonly double _upper;
    private readonly double _frozenExpected;

    /// <summary>A day that was judged.</summary>
    /// <param name="date">The day.</param>
    /// <param name="actual">Its cost.</param>
    /// <param name="expected">Expected cost from the days before; absent while learning or incomplete.</param>
    /// <param name="lower">Lower limit of the point rule.</param>
    /// <param name="upper">Upper limit of the point rule.</param>
    /// <param name="frozenExpected">Expected cost as it was when the running alert began; outside of alerts the expected cost.</param>
    /// <param name="verdict">Flagged or not.</param>
    /// <param name="score">Deviation in robust standard deviations.</param>
    public ScoredDay(
        DateOnly date,
        double actual,
        double? expected,
        double? lower,
        double? upper,
        double? frozenExpected,
        DayVerdict verdict,
        double score
    )
    {
        Date = date;
        Actual = actual;
        _expected = expected ?? double.NaN;
        _lower = lower ?? double.NaN;
        _upper = upper ?? double.NaN;
        _frozenExpected = frozenExpected ?? double.NaN;
        Verdict = verdict;
        Score = score;
    }

    /// <summary>The day.</summary>
    public DateOnly Date { get; }

    /// <summary>Flagged or not.</summary>
    public DayVerdict Verdict { get; }

    /// <summary>Its cost.</summary>
    public double Actual { get; }

    /// <summary>Deviation in robust standard deviations.</summary>
    public double Score { get; }

    /// <summary>Expected cost from the days before; absent while learning or incomplete.</summary>
    public double? Expected => Present(_expected);

    /// <summary>Lower limit of the point rule.</summary>
    public double? Lower => Present(_lower);

    /// <summary>Upper limit of the point rule.</summary>
    public double? Upper => Present(_upper);

    /// <summary>Expected cost as it was when the running alert began; outside of alerts the expected cost.</summary>
    public double? FrozenExpected => Present(_frozenExpected);

    /// <summary>One above, minus one below, else zero.</summary>
    public int Flag =>
        Verdict switch
        {
            DayVerdict.Above => 1,
            DayVerdict.Below => -1,
            _ => 0,
        };

    private static double? Present(double value) => double.IsNaN(value) ? null : value;
}
