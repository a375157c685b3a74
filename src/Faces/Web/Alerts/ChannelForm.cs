using System.Globalization;
using Outlay.Alerts;
using Outlay.Alerts.Channels;
using Outlay.Kernel;

namespace Outlay.Web.Alerts;

/// <summary>The fields of a channel's form, as they were typed.</summary>
public sealed record ChannelForm
{
    private const string Clock = "HH:mm";

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Values of the settings by field.</summary>
    public Dictionary<string, string?> Values { get; init; } = [];

    /// <summary>Words of the kinds of alert that are wanted; null for all.</summary>
    public string[]? Wants { get; init; }

    /// <summary>Word of the least urgency.</summary>
    public string? Severity { get; init; }

    /// <summary>Word of the rhythm.</summary>
    public string? Rhythm { get; init; }

    /// <summary>Time zone.</summary>
    public string? Zone { get; init; } = "UTC";

    /// <summary>Beginning of quiet hours.</summary>
    public string? QuietFrom { get; init; }

    /// <summary>End of quiet hours.</summary>
    public string? QuietTo { get; init; }

    /// <summary>What a channel's form shows before anything is typed; never a secret.</summary>
    public static ChannelForm Of(Channel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return new()
        {
            Name = channel.Name,
            Values = channel.Settings.Values.ToDictionary(
                v => v.Key,
                v => (string?)v.Value,
                StringComparer.Ordinal
            ),
            Wants = channel.Terms.Wants is { } wants ? [.. wants] : null,
            Severity = channel.Terms.LeastSeverity.ToString(),
            Rhythm = channel.Terms.Rhythm.ToString(),
            Zone = channel.Terms.TimeZone,
            QuietFrom = channel.Terms.QuietFrom?.ToString(Clock, CultureInfo.InvariantCulture),
            QuietTo = channel.Terms.QuietTo?.ToString(Clock, CultureInfo.InvariantCulture),
        };
    }

    /// <summary>What a field shows; a secret shows nothing.</summary>
    public string? Value(SettingField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.IsSecret ? null : Values.GetValueOrDefault(field.Name);
    }

    /// <summary>The draft, or what is wrong with the form itself.</summary>
    /// <param name="kind">Word of the channel's kind.</param>
    /// <param name="kinds">The kinds of alert that there are.</param>
    public Result<ChannelDraft> Read(string kind, IReadOnlyList<AlertKind> kinds)
    {
        var from = Time(QuietFrom);
        var to = Time(QuietTo);
        if ((from.Problem ?? to.Problem) is { } problem)
        {
            return problem;
        }

        // All of them means those to come too.
        var all = kinds.All(k => Wants?.Contains(k.Word) == true);
        return new ChannelDraft
        {
            Name = Name ?? "",
            Kind = kind,
            Settings = new SettingValues(
                Values
                    .Where(v => !string.IsNullOrWhiteSpace(v.Value))
                    .ToDictionary(v => v.Key, v => v.Value!, StringComparer.Ordinal)
            ),
            Terms = new ChannelTerms
            {
                Wants = all ? null : Wants ?? [],
                LeastSeverity = Word(Severity, AlertSeverity.Info),
                Rhythm = Word(Rhythm, AlertRhythm.AtOnce),
                TimeZone = string.IsNullOrWhiteSpace(Zone) ? "UTC" : Zone.Trim(),
                QuietFrom = from.Value,
                QuietTo = to.Value,
            },
        };
    }

    private static Result<TimeOnly?> Time(string? text) =>
        string.IsNullOrWhiteSpace(text) ? Result.Of<TimeOnly?>(null)
        : TimeOnly.TryParseExact(
            text.Trim(),
            [Clock, "H:mm", "HH:mm:ss"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        )
            ? Result.Of<TimeOnly?>(time)
        : new Problem(ProblemKind.Invalid, $"'{text}' is no time.", "Write it as 20:00.", "quiet");

    private static T Word<T>(string? text, T standard)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : standard;
}
