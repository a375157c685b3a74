using System.Globalization;
using Outlay.Connections.Sources;
using Outlay.Kernel;

namespace Outlay.Web.Connections.Sources;

/// <summary>The fields of a connection's form, as they were typed.</summary>
public sealed record ConnectionForm
{
    /// <summary>Name of the connection.</summary>
    public string? Name { get; init; }

    /// <summary>Values of the connector's settings by field.</summary>
    public Dictionary<string, string?> Values { get; init; } = [];

    /// <summary>A word of the schedule, or <c>cron</c>.</summary>
    public string? Schedule { get; init; }

    /// <summary>The cron expression, when the schedule says so.</summary>
    public string? Cron { get; init; }

    /// <summary>Months to keep up to date.</summary>
    public string? Months { get; init; }

    /// <summary>Billing currency of files that do not say theirs.</summary>
    public string? Currency { get; init; }

    /// <summary>What a connection's form shows before anything is typed; never a secret.</summary>
    public static ConnectionForm Of(Connection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var isWord = SyncSchedule.Presets.Any(p => p.Word == connection.Schedule.Text);
        return new()
        {
            Name = connection.Name,
            Values = connection.Settings.Values.ToDictionary(
                v => v.Key,
                v => (string?)v.Value,
                StringComparer.Ordinal
            ),
            Schedule = isWord ? connection.Schedule.Text : "cron",
            Cron = isWord ? null : connection.Schedule.Text,
            Months = connection.Months.ToString(CultureInfo.InvariantCulture),
            Currency = connection.Currency,
        };
    }

    /// <summary>The settings as typed.</summary>
    public SettingValues Settings =>
        new(
            Values
                .Where(v => !string.IsNullOrWhiteSpace(v.Value))
                .ToDictionary(v => v.Key, v => v.Value!, StringComparer.Ordinal)
        );

    /// <summary>The draft, or what is wrong with the form itself.</summary>
    public Result<ConnectionDraft> Read(string kind)
    {
        var months = string.IsNullOrWhiteSpace(Months) ? "13" : Months.Trim();
        return int.TryParse(months, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new ConnectionDraft
            {
                Name = Name ?? "",
                Kind = kind,
                Settings = Settings,
                Schedule = Schedule == "cron" ? Cron ?? "" : Schedule,
                Months = count,
                Currency = string.IsNullOrWhiteSpace(Currency)
                    ? null
                    : Currency.Trim().ToUpperInvariant(),
            }
            : new Problem(
                ProblemKind.Invalid,
                $"'{months}' is not a number of months.",
                "Write 1 to 60.",
                "months"
            );
    }
}
