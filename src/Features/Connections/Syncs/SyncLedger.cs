using System.Globalization;
using Dapper;
using Outlay.Ingest;
using Outlay.Kernel;
using Outlay.State;

namespace Outlay.Connections.Syncs;

/// <summary>The history of syncs, and which version of each billing period the lake holds.</summary>
internal sealed class SyncLedger(StateDatabase database, TimeProvider time)
{
    /// <summary>Writes a sync down that waits; null when one of the connection has not ended yet.</summary>
    public Sync? Add(long connectionId, SyncCause cause, bool background)
    {
        var sync = new Sync
        {
            Id = 0,
            ConnectionId = connectionId,
            Cause = cause,
            State = ImportState.Queued,
            CreatedAt = time.GetUtcNow(),
        };
        var values = new DynamicParameters(SyncRow.Of(sync));
        values.Add("background", background);
        using var open = database.Open();
        return open.QuerySingleOrDefault<SyncRow>(
                $"""
                INSERT INTO sync (connection_id, cause, state, created_at, periods, background)
                SELECT @ConnectionId, @Cause, @State, @CreatedAt, @Periods, @background
                WHERE NOT EXISTS (
                  SELECT 1 FROM sync WHERE connection_id = @ConnectionId AND state IN ('Queued', 'Running')
                )
                RETURNING {SyncRow.Columns}
                """,
                values
            )
            ?.ToSync();
    }

    public void Save(Sync sync)
    {
        using var open = database.Open();
        open.Execute(
            """
            UPDATE sync SET state = @State, started_at = @StartedAt, finished_at = @FinishedAt, message = @Message,
              periods = @Periods, paid_calls = @PaidCalls, price_usd = @PriceUsd
            WHERE id = @Id
            """,
            SyncRow.Of(sync)
        );
    }

    public Sync? Find(long id) => Query("WHERE id = @id", new { id }).SingleOrDefault();

    /// <summary>The newest syncs of a connection, newest first.</summary>
    public IReadOnlyList<Sync> Of(long connectionId, int count) =>
        Query(
            "WHERE connection_id = @connectionId ORDER BY id DESC LIMIT @count",
            new { connectionId, count }
        );

    /// <summary>The sync of a connection that has not ended.</summary>
    public Sync? Open(long connectionId) =>
        Query(
                "WHERE connection_id = @connectionId AND state IN ('Queued', 'Running') ORDER BY id DESC LIMIT 1",
                new { connectionId }
            )
            .SingleOrDefault();

    /// <summary>The newest sync of each connection.</summary>
    public IReadOnlyDictionary<long, Sync> Latest() =>
        Query("WHERE id IN (SELECT max(id) FROM sync GROUP BY connection_id)", null)
            .ToDictionary(s => s.ConnectionId);

    /// <summary>Syncs in a state, oldest first.</summary>
    public IReadOnlyList<Sync> In(ImportState state) =>
        Query("WHERE state = @state ORDER BY id", new { state = state.ToString() });

    /// <summary>Syncs that the server's worker has to take up: those that wait and those that lost their process.</summary>
    public IReadOnlyList<long> Unfinished()
    {
        using var open = database.Open();
        return
        [
            .. open.Query<long>(
                """
                SELECT id FROM sync s WHERE background = 1 AND state IN ('Queued', 'Interrupted')
                  AND NOT EXISTS (SELECT 1 FROM sync n WHERE n.connection_id = s.connection_id AND n.id > s.id)
                ORDER BY id
                """
            ),
        ];
    }

    public void AskToCancel(long id)
    {
        using var open = database.Open();
        open.Execute("UPDATE sync SET cancel = 1 WHERE id = @id", new { id });
    }

    public bool IsAskedToCancel(long id)
    {
        using var open = database.Open();
        return open.QuerySingleOrDefault<long>("SELECT cancel FROM sync WHERE id = @id", new { id })
            != 0;
    }

    /// <summary>The version of each billing period that was loaded last.</summary>
    public IReadOnlyDictionary<BillingPeriod, string> Delivered(long connectionId)
    {
        using var open = database.Open();
        return open.Query<(string Period, string Version)>(
                "SELECT period, version FROM delivery WHERE connection_id = @connectionId",
                new { connectionId }
            )
            .ToDictionary(d => BillingPeriod.Parse(d.Period), d => d.Version);
    }

    public void Deliver(long connectionId, BillingPeriod period, string version)
    {
        using var open = database.Open();
        open.Execute(
            """
            INSERT INTO delivery (connection_id, period, version, loaded_at) VALUES (@connectionId, @period, @version, @now)
            ON CONFLICT (connection_id, period) DO UPDATE SET version = @version, loaded_at = @now
            """,
            new
            {
                connectionId,
                period = period.ToString(),
                version,
                now = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
            }
        );
    }

    private List<Sync> Query(string tail, object? values)
    {
        using var open = database.Open();
        return
        [
            .. open.Query<SyncRow>($"SELECT {SyncRow.Columns} FROM sync {tail}", values)
                .Select(r => r.ToSync()),
        ];
    }
}
