using Outlay.Kernel;

namespace Outlay.Alerts.Channels;

/// <summary>How often a channel is written to.</summary>
public enum AlertRhythm
{
    /// <summary>As soon as something is new.</summary>
    AtOnce,

    /// <summary>Once an hour, when something is new.</summary>
    Hourly,

    /// <summary>Once a day, at eight in its time zone, when something is new.</summary>
    Daily,

    /// <summary>On Mondays at eight in its time zone, when something is new.</summary>
    Weekly,
}

/// <summary>What a recipient wants to know, and when.</summary>
public sealed record ChannelTerms
{
    private static readonly TimeOnly Morning = new(8, 0);

    /// <summary>Words of the kinds of alert that it wants; null for all, those that are still to come included.</summary>
    public IReadOnlyList<string>? Wants { get; init; }

    /// <summary>The least urgent alerts that it wants.</summary>
    public AlertSeverity LeastSeverity { get; init; } = AlertSeverity.Info;

    /// <summary>How often it is written to; what is new in between comes as one digest.</summary>
    public AlertRhythm Rhythm { get; init; } = AlertRhythm.AtOnce;

    /// <summary>IANA name of the time zone of its hours.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Beginning of the hours in which it is left alone, each day; null for none.</summary>
    public TimeOnly? QuietFrom { get; init; }

    /// <summary>End of those hours; earlier than their beginning when they pass midnight.</summary>
    public TimeOnly? QuietTo { get; init; }

    /// <summary>Whether it wants an alert.</summary>
    public bool Want(AlertFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Severity >= LeastSeverity
            && (Wants is null || Wants.Contains(fact.Kind, StringComparer.Ordinal));
    }

    /// <summary>When what is new now is sent: by the rhythm, and never in quiet hours.</summary>
    public DateTimeOffset DueAt(DateTimeOffset now)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
        var due = Rhythm switch
        {
            AlertRhythm.AtOnce => now,
            AlertRhythm.Hourly => new DateTimeOffset(
                now.UtcDateTime.Date.AddHours(now.UtcDateTime.Hour + 1),
                TimeSpan.Zero
            ),
            AlertRhythm.Daily => Next(zone, now, Morning, null),
            AlertRhythm.Weekly => Next(zone, now, Morning, DayOfWeek.Monday),
            _ => throw new InvalidOperationException($"{Rhythm} is no rhythm."),
        };
        return IsQuiet(zone, due) ? Next(zone, due, QuietTo!.Value, null) : due;
    }

    /// <summary>What is wrong with the terms.</summary>
    public IEnumerable<Problem> Check()
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return new Problem(
                ProblemKind.Invalid,
                $"'{TimeZone}' is no time zone.",
                "Write a name such as Europe/Berlin or UTC.",
                "zone"
            );
        }

        if (QuietFrom is null != QuietTo is null || (QuietFrom is not null && QuietFrom == QuietTo))
        {
            yield return new Problem(
                ProblemKind.Invalid,
                "The quiet hours have no beginning or no end.",
                "Give both, such as 20:00 and 07:00, or none.",
                "quiet"
            );
        }
    }

    private bool IsQuiet(TimeZoneInfo zone, DateTimeOffset instant)
    {
        if (QuietFrom is not { } from || QuietTo is not { } to)
        {
            return false;
        }

        var local = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
        // It ends before it begins when it passes midnight, which TimeOnly understands.
        return local.IsBetween(from, to);
    }

    // The next time at which the zone's clocks show an hour; one that they skip in spring comes as much later.
    private static DateTimeOffset Next(
        TimeZoneInfo zone,
        DateTimeOffset after,
        TimeOnly at,
        DayOfWeek? on
    )
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(after, zone).DateTime);
        while (true)
        {
            var local = day.ToDateTime(at);
            if (zone.IsInvalidTime(local))
            {
                local = local.AddHours(1);
            }

            var instant = new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
            if (instant > after && (on is null || day.DayOfWeek == on))
            {
                return instant;
            }

            day = day.AddDays(1);
        }
    }
}
