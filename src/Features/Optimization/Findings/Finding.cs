using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules;

namespace Outlay.Optimization.Findings;

/// <summary>What people have decided of a recommendation.</summary>
public enum FindingState
{
    /// <summary>Nobody has decided.</summary>
    Open,

    /// <summary>Put off until a day.</summary>
    Snoozed,

    /// <summary>Not wanted, for a reason.</summary>
    Dismissed,

    /// <summary>Somebody is going to do it.</summary>
    Planned,

    /// <summary>Somebody says that it is done; the bill is asked whether it saved anything.</summary>
    Done,
}

/// <summary>A recommendation as it is kept, from the scan that first found it on.</summary>
public sealed record Finding
{
    /// <summary>Its number; also its address.</summary>
    public required long Id { get; init; }

    /// <summary>The recommendation as it was found last.</summary>
    public required Recommendation Recommendation { get; init; }

    /// <summary>Its tab.</summary>
    public required Category Category { get; init; }

    /// <summary>What of its saving counts in the total, a month; 0 when another one counts in its place.</summary>
    public required decimal Net { get; init; }

    /// <summary>Why less than all of its saving counts; null when all of it does.</summary>
    public string? Instead { get; init; }

    /// <summary>When it was first found.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>When it was last found.</summary>
    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>When it was first found no longer; null while it is.</summary>
    public DateTimeOffset? GoneAt { get; init; }

    /// <summary>What people have decided.</summary>
    public FindingState State { get; init; }

    /// <summary>The last day that it is put off until, or the day it is planned for.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What people wrote to it.</summary>
    public string? Note { get; init; }

    /// <summary>When they decided.</summary>
    public DateTimeOffset? SaidAt { get; init; }

    /// <summary>What not doing it has cost since it was first found: its net saving, by the hour.</summary>
    public decimal LostUntil(DateTimeOffset now) =>
        State is FindingState.Open or FindingState.Planned && now > FirstSeen
            ? Net * (decimal)(now - FirstSeen).TotalHours / Month.Hours
            : 0;
}

/// <summary>A month as prices have it.</summary>
public static class Month
{
    /// <summary>Hours of a month.</summary>
    public const decimal Hours = 730m;

    /// <summary>Days of a month.</summary>
    public const decimal Days = Hours / 24m;
}

/// <summary>Something that was said of a finding.</summary>
/// <param name="At">When.</param>
/// <param name="Author">Who.</param>
/// <param name="What">What, such as <c>Dismissed</c>.</param>
/// <param name="Note">What they wrote to it.</param>
public sealed record FindingEvent(DateTimeOffset At, string Author, string What, string? Note);

/// <summary>Whether something that is done has saved what it should.</summary>
public enum SavingVerdict
{
    /// <summary>The bill has too few whole days since.</summary>
    Waiting,

    /// <summary>At least four fifths of it.</summary>
    Confirmed,

    /// <summary>Less, but a fifth at least.</summary>
    Partly,

    /// <summary>Nearly nothing, or it costs as much again.</summary>
    Reverted,

    /// <summary>The bill does not name the resource.</summary>
    Unmeasurable,
}

/// <summary>What was saved, as the bill shows it.</summary>
/// <param name="DoneOn">The day that somebody said that it is done.</param>
/// <param name="MeasuredTo">The last day that was measured; null before there is one.</param>
/// <param name="Days">Days that were measured.</param>
/// <param name="BeforeDay">Effective cost of a day before, mean of up to thirty.</param>
/// <param name="AfterDay">Effective cost of a day since.</param>
/// <param name="Saved">What was saved in those days.</param>
/// <param name="Verdict">Whether it is what it should be.</param>
/// <param name="Words">How that was measured, in a sentence.</param>
public sealed record VerifiedSaving(
    DateOnly DoneOn,
    DateOnly? MeasuredTo,
    int Days,
    decimal? BeforeDay,
    decimal? AfterDay,
    decimal? Saved,
    SavingVerdict Verdict,
    string Words
);
