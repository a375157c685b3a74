namespace Outlay.Anomalies.Detection;

/// <summary>
/// Every constant of the daily detector. The defaults were chosen on a labelled panel of daily cost; shares are fractions of one, spans are days,
/// money is in the unit of the series.
/// </summary>
public sealed record DetectionSettings
{
    /// <summary>The defaults.</summary>
    public static DetectionSettings Default { get; } = new();

    /// <summary>Confidence k: how many robust standard deviations a day must be off before it is flagged. Smaller finds more and errs more.</summary>
    public double Sensitivity { get; init; } = 5;

    /// <summary>The stricter k that holds until <see cref="SettledDays"/>, while scale and weekdays rest on few days.</summary>
    public double ColdStartSensitivity { get; init; } = 6;

    /// <summary>Money below which an alert is not raised; days are flagged all the same.</summary>
    public double MoneyFloor { get; init; }

    /// <summary>Share of the frozen expected cost below which an alert is not raised; days are flagged all the same.</summary>
    public double ShareFloor { get; init; }

    /// <summary>Days of history before the first day is scored.</summary>
    public int ColdStartDays { get; init; } = 21;

    /// <summary>Days of history before weekdays are told apart and drift is watched.</summary>
    public int WeekdayFromDay { get; init; } = 28;

    /// <summary>Days of history after which <see cref="Sensitivity"/> holds and a series is finally sparse or regular.</summary>
    public int SettledDays { get; init; } = 60;

    /// <summary>Share of zero days above which a series counts as sparse.</summary>
    public double SparseZeroShare { get; init; } = 0.35;

    /// <summary>Days of zero cost after which the next cost is new.</summary>
    public int NewCostQuietDays { get; init; } = 28;

    /// <summary>The smallest relative deviation that the point rule flags.</summary>
    public double MinimumDeviation { get; init; } = 0.18;

    /// <summary>Factor on the 97 % quantile of past deviations that a flagged day must pass as well.</summary>
    public double TailFactor { get; init; } = 1.3;

    /// <summary>A 97 % quantile beyond this many scales is itself anomalous and is no yardstick.</summary>
    public double TailTrust { get; init; } = 15;

    /// <summary>The smallest scale, relative to the level.</summary>
    public double MinimumScale { get; init; } = 0.015;

    /// <summary>Days of deviations that the scale is taken from.</summary>
    public int ScaleDays { get; init; } = 42;

    /// <summary>Deviations enter the scale cut at this many scales.</summary>
    public double ScaleWinsor { get; init; } = 3;

    /// <summary>Unflagged days enter the level cut at this many scales.</summary>
    public double LevelWinsor { get; init; } = 3.9;

    /// <summary>Weight of a day in the level's exponential mean, relative to the day after it.</summary>
    public double LevelDecay { get; init; } = 0.8;

    /// <summary>The smallest share of the median level that a recurring charge of a calendar day has.</summary>
    public double FeeShare { get; init; } = 0.08;

    /// <summary>How far apart the charges of one calendar day may be, as a factor.</summary>
    public double FeeSpread { get; init; } = 2.2;

    /// <summary>Allowance of the drift rule per day, in scales.</summary>
    public double DriftAllowance { get; init; } = 1;

    /// <summary>Sum at which the drift rule flags, in scales.</summary>
    public double DriftLimit { get; init; } = 6;

    /// <summary>The smallest relative deviation that the drift rule flags.</summary>
    public double DriftMinimumDeviation { get; init; } = 0.11;

    /// <summary>What remains of the drift sum after a day within one scale.</summary>
    public double DriftQuietDecay { get; init; } = 0.7;

    /// <summary>Consecutive flagged days of one sign after which the new level is accepted.</summary>
    public int ShiftDays { get; init; } = 4;

    /// <summary>Unflagged days that an alert may bridge.</summary>
    public int GapDays { get; init; } = 2;

    /// <summary>Longest time for which expected cost stays frozen and an alert open.</summary>
    public int LongestAlertDays { get; init; } = 18;

    /// <summary>An alert that starts within this many days of the last freeze keeps the frozen level.</summary>
    public int RefreezeDays { get; init; } = 7;

    /// <summary>Robust scales of log cost above the median at which a sparse day is flagged.</summary>
    public double SparseSensitivity { get; init; } = 3.5;

    /// <summary>The smallest robust scale of log cost.</summary>
    public double SparseMinimumScale { get; init; } = 0.25;

    /// <summary>The factor over the median that a flagged sparse day has at least.</summary>
    public double SparseFactor { get; init; } = 2.5;

    /// <summary>Days of history that sparse days are compared with.</summary>
    public int SparseDays { get; init; } = 180;
}
