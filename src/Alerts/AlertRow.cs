using Dapper;

namespace Outlay.Alerts;

/// <summary>An alert as the database has it.</summary>
internal sealed class AlertRow
{
    public const string Columns =
        "id, key, kind, severity, title, cause, link, opened_at AS OpenedAt, acknowledged_at AS AcknowledgedAt, resolved_at AS ResolvedAt";

    public required long Id { get; init; }
    public required string Key { get; init; }
    public required string Kind { get; init; }
    public required long Severity { get; init; }
    public required string Title { get; init; }
    public required string Cause { get; init; }
    public required string Link { get; init; }
    public required string OpenedAt { get; init; }
    public string? AcknowledgedAt { get; init; }
    public string? ResolvedAt { get; init; }

    public Alert ToAlert() =>
        new(
            Id,
            new AlertFact(Key, Kind, (AlertSeverity)Severity, Title, Cause, Link),
            Instants.Read(OpenedAt),
            AcknowledgedAt is null ? null : Instants.Read(AcknowledgedAt),
            ResolvedAt is null ? null : Instants.Read(ResolvedAt)
        );

    public static DynamicParameters Values(AlertFact fact, DateTimeOffset now) =>
        new(
            new
            {
                fact.Key,
                fact.Kind,
                Severity = (int)fact.Severity,
                fact.Title,
                fact.Cause,
                fact.Link,
                Now = Instants.Text(now),
            }
        );
}
