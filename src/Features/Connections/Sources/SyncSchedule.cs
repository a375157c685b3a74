using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Quartz;

namespace Outlay.Connections.Sources;

/// <summary>When a connection is synchronised: a plain word, or a cron expression of minute, hour, day, month and weekday in UTC.</summary>
public sealed record SyncSchedule
{
    private SyncSchedule(string text) => Text = text;

    /// <summary>The plain words, the default first.</summary>
    public static IReadOnlyList<SchedulePreset> Presets { get; } =
    [
        new("every-6-hours", "Every 6 hours"),
        new("daily", "Once a day"),
        new("hourly", "Every hour"),
        new("quarter-hourly", "Every 15 minutes"),
        new("manual", "Only when asked"),
    ];

    /// <summary>What a connection has that names none.</summary>
    public static SyncSchedule Default { get; } = new(Presets[0].Word);

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>In words.</summary>
    public string Words =>
        Presets.FirstOrDefault(p => p.Word == Text)?.Label ?? $"By the cron expression {Text}";

    /// <summary>Reads a word or a cron expression; nothing is the default.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SyncSchedule? schedule)
    {
        var trimmed = string.IsNullOrWhiteSpace(text) ? Default.Text : text.Trim();
        var ok =
            Presets.Any(p => p.Word == trimmed)
            || CronExpression.TryParse(trimmed, CronFormat.Unix, out _);
        schedule = ok ? new SyncSchedule(trimmed) : null;
        return ok;
    }

    /// <summary>
    /// The scheduler's cron expression for a connection; null when it is only synchronised on request. Plain words spread the connections
    /// over the hour, so that they do not all begin together.
    /// </summary>
    public string? Cron(long connectionId)
    {
        var minute = (int)(connectionId * 7 % 60);
        var hour = (int)(connectionId % 6);
        var cron = Text switch
        {
            "manual" => null,
            "quarter-hourly" => Invariant($"{minute % 15}-59/15 * * * *"),
            "hourly" => Invariant($"{minute} * * * *"),
            "every-6-hours" => Invariant($"{minute} {hour}-23/6 * * *"),
            "daily" => Invariant($"{minute} {hour} * * *"),
            _ => Text,
        };
        return cron is null
            ? null
            : CronExpression.Parse(cron, CronFormat.Unix).CronExpressionString;
    }

    /// <summary>The next time after a moment; null when there is none.</summary>
    public DateTimeOffset? Next(long connectionId, DateTimeOffset after) =>
        Cron(connectionId) is { } cron
            ? new CronExpression(cron, TimeZoneInfo.Utc).GetNextValidTimeAfter(after)
            : null;

    private static string Invariant(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A plain word for a schedule.</summary>
/// <param name="Word">What is kept.</param>
/// <param name="Label">What people read.</param>
public sealed record SchedulePreset(string Word, string Label);
