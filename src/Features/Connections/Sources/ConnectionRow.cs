using System.Globalization;
using System.Text.Json;
using Outlay.Kernel;

namespace Outlay.Connections.Sources;

/// <summary>A connection as the table keeps it.</summary>
internal sealed class ConnectionRow
{
    public const string Columns =
        "id, name, kind, settings, secrets, schedule, months, currency, paused, created_at AS CreatedAt";

    public long Id { get; init; }
    public required string Name { get; init; }
    public required string Kind { get; init; }
    public required string Settings { get; init; }
    public string? Secrets { get; init; }
    public required string Schedule { get; init; }
    public long Months { get; init; }
    public string? Currency { get; init; }
    public long Paused { get; init; }
    public required string CreatedAt { get; init; }

    public Connection ToConnection() =>
        new()
        {
            Id = Id,
            Name = Name,
            Kind = Kind,
            Settings = new SettingValues(
                JsonSerializer.Deserialize<Dictionary<string, string>>(Settings) ?? []
            ),
            Schedule = SyncSchedule.TryParse(Schedule, out var schedule)
                ? schedule
                : throw new InvalidOperationException($"'{Schedule}' is no schedule."),
            Months = (int)Months,
            Currency = Currency,
            IsPaused = Paused != 0,
            CreatedAt = DateTimeOffset.Parse(CreatedAt, CultureInfo.InvariantCulture),
        };
}
