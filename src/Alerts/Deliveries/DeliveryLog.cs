using Dapper;
using Outlay.State;

namespace Outlay.Alerts.Deliveries;

/// <summary>Every message to every channel, and what became of it.</summary>
public sealed class DeliveryLog
{
    private const string Columns = """
        id, channel_id AS ChannelId, state, created_at AS CreatedAt, due_at AS DueAt, attempts, ended_at AS EndedAt, error,
        (SELECT count(*) FROM alert_delivery_item i WHERE i.delivery_id = alert_delivery.id) AS Alerts,
        (SELECT a.title FROM alert_delivery_item i JOIN alert a ON a.id = i.alert_id WHERE i.delivery_id = alert_delivery.id
          ORDER BY a.severity DESC, a.id LIMIT 1) AS Title
        """;

    private readonly StateDatabase _database;

    internal DeliveryLog(StateDatabase database) => _database = database;

    /// <summary>The newest messages, of one channel or of all.</summary>
    public IReadOnlyList<Delivery> Newest(int limit, long? channelId = null) =>
        Read(
            "@channelId IS NULL OR channel_id = @channelId ORDER BY id DESC LIMIT @limit",
            new { limit, channelId }
        );

    /// <summary>The messages that told an alert.</summary>
    public IReadOnlyList<Delivery> Of(long alertId) =>
        Read(
            "id IN (SELECT delivery_id FROM alert_delivery_item WHERE alert_id = @alertId) ORDER BY id",
            new { alertId }
        );

    /// <summary>Messages whose time has come, the oldest first.</summary>
    internal IReadOnlyList<Delivery> Due(DateTimeOffset now) =>
        Read(
            "state = 'Pending' AND due_at <= @now ORDER BY due_at, id",
            new { now = Instants.Text(now) }
        );

    /// <summary>The alerts of a message.</summary>
    internal IReadOnlyList<Alert> AlertsOf(long deliveryId)
    {
        using var open = _database.Open();
        return
        [
            .. open.Query<AlertRow>(
                    $"SELECT {AlertRow.Columns} FROM alert WHERE id IN (SELECT alert_id FROM alert_delivery_item WHERE delivery_id = @deliveryId)",
                    new { deliveryId }
                )
                .Select(r => r.ToAlert()),
        ];
    }

    /// <summary>Adds alerts to the message that a channel gets at some time, which is made when there is none.</summary>
    internal void Add(
        long channelId,
        IReadOnlyList<long> alertIds,
        DateTimeOffset now,
        DateTimeOffset due
    )
    {
        using var open = _database.Open();
        using var transaction = open.BeginTransaction();
        var values = new
        {
            channelId,
            now = Instants.Text(now),
            due = Instants.Text(due),
        };
        var id =
            open.QueryFirstOrDefault<long?>(
                "SELECT id FROM alert_delivery WHERE channel_id = @channelId AND state = 'Pending' AND attempts = 0 AND due_at = @due",
                values,
                transaction
            )
            ?? open.QuerySingle<long>(
                "INSERT INTO alert_delivery (channel_id, state, created_at, due_at) VALUES (@channelId, 'Pending', @now, @due) RETURNING id",
                values,
                transaction
            );
        open.Execute(
            "INSERT OR IGNORE INTO alert_delivery_item (delivery_id, alert_id) VALUES (@id, @alertId)",
            alertIds.Select(alertId => new { id, alertId }),
            transaction
        );
        transaction.Commit();
    }

    internal void Ended(long id, DeliveryState state, DateTimeOffset now, string? error) =>
        Save(
            "state = @state, attempts = attempts + 1, ended_at = @now, error = @error",
            new
            {
                id,
                state = state.ToString(),
                now = Instants.Text(now),
                error,
            }
        );

    internal void Again(long id, DateTimeOffset due, string error) =>
        Save(
            "attempts = attempts + 1, due_at = @due, error = @error",
            new
            {
                id,
                due = Instants.Text(due),
                error,
            }
        );

    private void Save(string set, object values)
    {
        using var open = _database.Open();
        open.Execute($"UPDATE alert_delivery SET {set} WHERE id = @id", values);
    }

    private List<Delivery> Read(string where, object values)
    {
        using var open = _database.Open();
        return
        [
            .. open.Query<Row>($"SELECT {Columns} FROM alert_delivery WHERE {where}", values)
                .Select(r => r.ToDelivery()),
        ];
    }

    private sealed class Row
    {
        public required long Id { get; init; }
        public required long ChannelId { get; init; }
        public required string State { get; init; }
        public required string CreatedAt { get; init; }
        public required string DueAt { get; init; }
        public required long Attempts { get; init; }
        public string? EndedAt { get; init; }
        public string? Error { get; init; }
        public required long Alerts { get; init; }
        public string? Title { get; init; }

        public Delivery ToDelivery() =>
            new(
                Id,
                ChannelId,
                Enum.Parse<DeliveryState>(State),
                Instants.Read(CreatedAt),
                Instants.Read(DueAt),
                (int)Attempts,
                EndedAt is null ? null : Instants.Read(EndedAt),
                Error,
                (int)Alerts,
                Title
            );
    }
}
