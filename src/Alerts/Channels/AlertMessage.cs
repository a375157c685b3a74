using System.Globalization;

namespace Outlay.Alerts.Channels;

/// <summary>What a channel tells: one alert or a digest of several.</summary>
/// <param name="Title">What it is about, in one line.</param>
/// <param name="Lines">The alerts, the most urgent first.</param>
/// <param name="Link">Address of the list of alerts.</param>
public sealed record AlertMessage(string Title, IReadOnlyList<AlertLine> Lines, Uri Link)
{
    /// <summary>The message for alerts.</summary>
    /// <param name="alerts">At least one.</param>
    /// <param name="root">Address under which people reach Outlay.</param>
    public static AlertMessage Of(IReadOnlyList<Alert> alerts, Uri root)
    {
        var lines = alerts
            .OrderByDescending(a => a.Fact.Severity)
            .ThenBy(a => a.OpenedAt)
            .Select(a => new AlertLine(
                a.Fact.Kind,
                a.Fact.Severity,
                a.ResolvedAt is null ? a.Fact.Title : $"{a.Fact.Title} (it has ended since)",
                a.Fact.Cause,
                new Uri(root, a.Fact.Link.TrimStart('/'))
            ))
            .ToList();
        return new(
            lines is [var only]
                ? only.Title
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{lines.Count} alerts: {lines[0].Title}"
                ),
            lines,
            new Uri(root, "alerts")
        );
    }

    /// <summary>A message that says only that messages arrive.</summary>
    public static AlertMessage Test(string channel, Uri root) =>
        new(
            $"Outlay can reach {channel}",
            [
                new AlertLine(
                    "test",
                    AlertSeverity.Info,
                    $"Outlay can reach {channel}",
                    "Somebody pressed the test button of this channel. Nothing is wrong.",
                    new Uri(root, "settings/channels")
                ),
            ],
            new Uri(root, "alerts")
        );
}

/// <summary>One alert of a message.</summary>
/// <param name="Kind">Word of its kind.</param>
/// <param name="Severity">How urgent it is.</param>
/// <param name="Title">What holds.</param>
/// <param name="Cause">Why.</param>
/// <param name="Link">Address of the page that shows it.</param>
public sealed record AlertLine(
    string Kind,
    AlertSeverity Severity,
    string Title,
    string Cause,
    Uri Link
);
