using System.Globalization;
using System.Text.Json;
using Dapper;
using Outlay.Inventory;
using Outlay.Kernel;
using Outlay.State;

namespace Outlay.Optimization.Scans;

/// <summary>Scan sources in the state database; secrets go in and out of it encrypted.</summary>
internal sealed class ScanSourceStore(StateDatabase database, SecretBox box, TimeProvider time)
{
    private const string Columns =
        "id, name, kind, settings, secrets, every_hours AS EveryHours, window_days AS WindowDays, created_at AS CreatedAt";

    public IReadOnlyList<ScanSource> All()
    {
        using var open = database.Open();
        return
        [
            .. open.Query<Row>($"SELECT {Columns} FROM scan_source ORDER BY name COLLATE NOCASE")
                .Select(r => r.ToSource()),
        ];
    }

    public ScanSource? Find(long id) => RowOf(id)?.ToSource();

    public ScanSource? Find(string name)
    {
        using var open = database.Open();
        return open.QuerySingleOrDefault<Row>(
                $"SELECT {Columns} FROM scan_source WHERE name = @name COLLATE NOCASE",
                new { name }
            )
            ?.ToSource();
    }

    /// <summary>All settings of a source, secrets included.</summary>
    public Result<SettingValues> Open(long id)
    {
        if (RowOf(id) is not { } row)
        {
            return new Problem(ProblemKind.NotFound, $"There is no scan source {id}.");
        }

        var secrets = box.Open(row.Name, row.Secrets);
        return secrets.IsOk
            ? new SettingValues(
                row.ToSource()
                    .Settings.Values.Concat(secrets.Value)
                    .ToDictionary(StringComparer.Ordinal)
            )
            : secrets.Problem;
    }

    /// <summary>Keeps a new source; null when its name is taken.</summary>
    public ScanSource? Add(ScanSourceDraft draft, IInventoryCollector collector)
    {
        using var open = database.Open();
        return open.QuerySingleOrDefault<Row>(
                $"""
                INSERT INTO scan_source (name, kind, settings, secrets, every_hours, window_days, created_at)
                VALUES (@Name, @Kind, @Settings, @Secrets, @EveryHours, @WindowDays, @CreatedAt)
                ON CONFLICT DO NOTHING RETURNING {Columns}
                """,
                Values(draft, collector)
            )
            ?.ToSource();
    }

    public void Change(long id, ScanSourceDraft draft, IInventoryCollector collector)
    {
        var values = Values(draft, collector);
        values.Add("id", id);
        using var open = database.Open();
        open.Execute(
            "UPDATE scan_source SET settings = @Settings, secrets = @Secrets, every_hours = @EveryHours, window_days = @WindowDays WHERE id = @id",
            values
        );
    }

    public void Delete(long id)
    {
        using var open = database.Open();
        open.Execute("DELETE FROM scan_source WHERE id = @id", new { id });
    }

    private Row? RowOf(long id)
    {
        using var open = database.Open();
        return open.QuerySingleOrDefault<Row>(
            $"SELECT {Columns} FROM scan_source WHERE id = @id",
            new { id }
        );
    }

    private DynamicParameters Values(ScanSourceDraft draft, IInventoryCollector collector)
    {
        var known = collector
            .Fields.Select(f => (f.Name, f.IsSecret, Value: draft.Settings[f.Name]))
            .Where(f => f.Value is not null)
            .ToList();
        Dictionary<string, string> Part(bool secret) =>
            known
                .Where(f => f.IsSecret == secret)
                .ToDictionary(f => f.Name, f => f.Value!, StringComparer.Ordinal);
        return new DynamicParameters(
            new
            {
                Name = draft.Name.Trim(),
                draft.Kind,
                Settings = JsonSerializer.Serialize(Part(secret: false)),
                Secrets = box.Close(Part(secret: true)),
                draft.EveryHours,
                draft.WindowDays,
                CreatedAt = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
            }
        );
    }

    private sealed class Row
    {
        public long Id { get; init; }
        public required string Name { get; init; }
        public required string Kind { get; init; }
        public required string Settings { get; init; }
        public string? Secrets { get; init; }
        public long EveryHours { get; init; }
        public long WindowDays { get; init; }
        public required string CreatedAt { get; init; }

        public ScanSource ToSource() =>
            new()
            {
                Id = Id,
                Name = Name,
                Kind = Kind,
                Settings = new SettingValues(
                    JsonSerializer.Deserialize<Dictionary<string, string>>(Settings) ?? []
                ),
                EveryHours = (int)EveryHours,
                WindowDays = (int)WindowDays,
                CreatedAt = DateTimeOffset.Parse(CreatedAt, CultureInfo.InvariantCulture),
            };
    }
}
