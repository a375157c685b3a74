using System.Globalization;
using System.Text.Json;
using Dapper;
using Outlay.Ingest.Connect;
using Outlay.Kernel;
using Outlay.State;

namespace Outlay.Connections.Sources;

/// <summary>Connections in the state database; secrets go in and out of it encrypted.</summary>
internal sealed class ConnectionStore(StateDatabase database, SecretBox box, TimeProvider time)
{
    public IReadOnlyList<Connection> All()
    {
        using var open = database.Open();
        return
        [
            .. open.Query<ConnectionRow>(
                    $"SELECT {ConnectionRow.Columns} FROM connection ORDER BY name COLLATE NOCASE"
                )
                .Select(r => r.ToConnection()),
        ];
    }

    public Connection? Find(long id) => Row(id)?.ToConnection();

    public Connection? Find(string name)
    {
        using var open = database.Open();
        return open.QuerySingleOrDefault<ConnectionRow>(
                $"SELECT {ConnectionRow.Columns} FROM connection WHERE name = @name COLLATE NOCASE",
                new { name }
            )
            ?.ToConnection();
    }

    /// <summary>All settings of a connection, secrets included.</summary>
    public Result<SettingValues> Open(long id)
    {
        if (Row(id) is not { } row)
        {
            return new Problem(ProblemKind.NotFound, $"There is no connection {id}.");
        }

        var secrets = box.Open(row.Name, row.Secrets);
        return secrets.IsOk
            ? new SettingValues(
                row.ToConnection()
                    .Settings.Values.Concat(secrets.Value)
                    .ToDictionary(StringComparer.Ordinal)
            )
            : secrets.Problem;
    }

    /// <summary>Keeps a new connection; null when its name is taken.</summary>
    public Connection? Add(ConnectionDraft draft, SyncSchedule schedule, IConnector connector)
    {
        using var open = database.Open();
        return open.QuerySingleOrDefault<ConnectionRow>(
                $"""
                INSERT INTO connection (name, kind, settings, secrets, schedule, months, currency, paused, created_at)
                VALUES (@Name, @Kind, @Settings, @Secrets, @Schedule, @Months, @Currency, 1, @CreatedAt)
                ON CONFLICT DO NOTHING RETURNING {ConnectionRow.Columns}
                """,
                Values(draft, schedule, connector)
            )
            ?.ToConnection();
    }

    public void Change(long id, ConnectionDraft draft, SyncSchedule schedule, IConnector connector)
    {
        var values = Values(draft, schedule, connector);
        values.Add("id", id);
        using var open = database.Open();
        open.Execute(
            """
            UPDATE connection SET settings = @Settings, secrets = @Secrets, schedule = @Schedule, months = @Months,
              currency = @Currency WHERE id = @id
            """,
            values
        );
    }

    public void Pause(long id, bool paused)
    {
        using var open = database.Open();
        open.Execute("UPDATE connection SET paused = @paused WHERE id = @id", new { id, paused });
    }

    public void Delete(long id)
    {
        using var open = database.Open();
        open.Execute("DELETE FROM connection WHERE id = @id", new { id });
    }

    private ConnectionRow? Row(long id)
    {
        using var open = database.Open();
        return open.QuerySingleOrDefault<ConnectionRow>(
            $"SELECT {ConnectionRow.Columns} FROM connection WHERE id = @id",
            new { id }
        );
    }

    private DynamicParameters Values(
        ConnectionDraft draft,
        SyncSchedule schedule,
        IConnector connector
    )
    {
        var secretNames = connector.Fields.Where(f => f.IsSecret).Select(f => f.Name).ToHashSet();
        var known = connector
            .Fields.Select(f => (f.Name, Value: draft.Settings[f.Name]))
            .Where(f => f.Value is not null)
            .ToList();
        Dictionary<string, string> Part(bool secret) =>
            known
                .Where(f => secretNames.Contains(f.Name) == secret)
                .ToDictionary(f => f.Name, f => f.Value!, StringComparer.Ordinal);
        return new DynamicParameters(
            new
            {
                Name = draft.Name.Trim(),
                draft.Kind,
                Settings = JsonSerializer.Serialize(Part(secret: false)),
                Secrets = box.Close(Part(secret: true)),
                Schedule = schedule.Text,
                draft.Months,
                draft.Currency,
                CreatedAt = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
            }
        );
    }
}
