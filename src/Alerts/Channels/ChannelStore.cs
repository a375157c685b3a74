using System.Globalization;
using System.Text.Json;
using Dapper;
using Outlay.Kernel;
using Outlay.State;

namespace Outlay.Alerts.Channels;

/// <summary>Channels in the state database; secrets go in and out of it encrypted.</summary>
internal sealed class ChannelStore(StateDatabase database, SecretBox box, TimeProvider time)
{
    private const string Clock = "HH:mm";

    private const string Columns =
        "id, name, kind, settings, secrets, wants, least_severity AS LeastSeverity, rhythm, time_zone AS TimeZone, quiet_from AS QuietFrom, quiet_to AS QuietTo, paused AS IsPaused";

    public IReadOnlyList<Channel> All()
    {
        using var open = database.Open();
        return
        [
            .. open.Query<Row>($"SELECT {Columns} FROM alert_channel ORDER BY name COLLATE NOCASE")
                .Select(r => r.ToChannel()),
        ];
    }

    public Channel? Find(long id) => Get(id)?.ToChannel();

    public bool Has(string name)
    {
        using var open = database.Open();
        return open.ExecuteScalar<long>(
                "SELECT count(*) FROM alert_channel WHERE name = @name COLLATE NOCASE",
                new { name }
            ) > 0;
    }

    /// <summary>All settings of a channel, secrets included.</summary>
    public Result<SettingValues> Open(long id)
    {
        if (Get(id) is not { } row)
        {
            return new Problem(ProblemKind.NotFound, $"There is no channel {id}.");
        }

        var secrets = box.Open(row.Name, row.Secrets);
        return secrets.IsOk
            ? new SettingValues(
                row.ToChannel()
                    .Settings.Values.Concat(secrets.Value)
                    .ToDictionary(StringComparer.Ordinal)
            )
            : secrets.Problem;
    }

    public long Add(ChannelDraft draft, IReadOnlyList<SettingField> fields)
    {
        using var open = database.Open();
        return open.QuerySingle<long>(
            """
            INSERT INTO alert_channel (name, kind, settings, secrets, wants, least_severity, rhythm, time_zone, quiet_from, quiet_to, created_at)
            VALUES (@Name, @Kind, @Settings, @Secrets, @Wants, @LeastSeverity, @Rhythm, @TimeZone, @QuietFrom, @QuietTo, @CreatedAt)
            RETURNING id
            """,
            Values(draft, fields)
        );
    }

    public void Change(long id, ChannelDraft draft, IReadOnlyList<SettingField> fields)
    {
        var values = Values(draft, fields);
        values.Add("id", id);
        using var open = database.Open();
        open.Execute(
            """
            UPDATE alert_channel SET name = @Name, settings = @Settings, secrets = @Secrets, wants = @Wants, least_severity = @LeastSeverity,
              rhythm = @Rhythm, time_zone = @TimeZone, quiet_from = @QuietFrom, quiet_to = @QuietTo WHERE id = @id
            """,
            values
        );
    }

    public void Pause(long id, bool paused)
    {
        using var open = database.Open();
        open.Execute(
            "UPDATE alert_channel SET paused = @paused WHERE id = @id",
            new { id, paused }
        );
    }

    public void Delete(long id)
    {
        using var open = database.Open();
        open.Execute("DELETE FROM alert_channel WHERE id = @id", new { id });
    }

    private Row? Get(long id)
    {
        using var open = database.Open();
        return open.QuerySingleOrDefault<Row>(
            $"SELECT {Columns} FROM alert_channel WHERE id = @id",
            new { id }
        );
    }

    private DynamicParameters Values(ChannelDraft draft, IReadOnlyList<SettingField> fields)
    {
        Dictionary<string, string> Part(bool secret) =>
            fields
                .Where(f => f.IsSecret == secret && draft.Settings[f.Name] is not null)
                .ToDictionary(f => f.Name, f => draft.Settings[f.Name]!, StringComparer.Ordinal);
        return new DynamicParameters(
            new
            {
                Name = draft.Name.Trim(),
                draft.Kind,
                Settings = JsonSerializer.Serialize(Part(secret: false)),
                Secrets = box.Close(Part(secret: true)),
                Wants = draft.Terms.Wants is { } wants ? JsonSerializer.Serialize(wants) : null,
                LeastSeverity = (int)draft.Terms.LeastSeverity,
                Rhythm = draft.Terms.Rhythm.ToString(),
                draft.Terms.TimeZone,
                QuietFrom = draft.Terms.QuietFrom?.ToString(Clock, CultureInfo.InvariantCulture),
                QuietTo = draft.Terms.QuietTo?.ToString(Clock, CultureInfo.InvariantCulture),
                CreatedAt = Instants.Text(time.GetUtcNow()),
            }
        );
    }

    private sealed class Row
    {
        public required long Id { get; init; }
        public required string Name { get; init; }
        public required string Kind { get; init; }
        public required string Settings { get; init; }
        public string? Secrets { get; init; }
        public string? Wants { get; init; }
        public required long LeastSeverity { get; init; }
        public required string Rhythm { get; init; }
        public required string TimeZone { get; init; }
        public string? QuietFrom { get; init; }
        public string? QuietTo { get; init; }
        public required bool IsPaused { get; init; }

        public Channel ToChannel() =>
            new(
                Id,
                Name,
                Kind,
                new SettingValues(
                    JsonSerializer.Deserialize<Dictionary<string, string>>(Settings) ?? []
                ),
                new ChannelTerms
                {
                    Wants = Wants is null ? null : JsonSerializer.Deserialize<List<string>>(Wants),
                    LeastSeverity = (AlertSeverity)LeastSeverity,
                    Rhythm = Enum.Parse<AlertRhythm>(Rhythm),
                    TimeZone = TimeZone,
                    QuietFrom = Time(QuietFrom),
                    QuietTo = Time(QuietTo),
                },
                IsPaused
            );

        private static TimeOnly? Time(string? text) =>
            text is null ? null : TimeOnly.ParseExact(text, Clock, CultureInfo.InvariantCulture);
    }
}
