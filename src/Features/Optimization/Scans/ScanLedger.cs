using System.Globalization;
using System.Text.Json;
using Dapper;
using Outlay.State;

namespace Outlay.Optimization.Scans;

/// <summary>The history of scans.</summary>
internal sealed class ScanLedger(StateDatabase database, TimeProvider time)
{
    private const string Columns =
        "id, source_id AS SourceId, scheduled, state, created_at AS CreatedAt, started_at AS StartedAt, finished_at AS FinishedAt, message, done, total, resources, calls, throttled, price_usd AS PriceUsd, detail";

    /// <summary>Writes a scan down that waits; null when one of the source has not ended yet.</summary>
    public Scan? Add(long sourceId, bool scheduled)
    {
        using var open = database.Open();
        return open.QuerySingleOrDefault<Row>(
                $"""
                INSERT INTO scan (source_id, scheduled, state, created_at)
                SELECT @sourceId, @scheduled, 'Queued', @now
                WHERE NOT EXISTS (SELECT 1 FROM scan WHERE source_id = @sourceId AND state IN ('Queued', 'Running'))
                RETURNING {Columns}
                """,
                new
                {
                    sourceId,
                    scheduled,
                    now = Text(time.GetUtcNow()),
                }
            )
            ?.ToScan();
    }

    public void Save(Scan scan)
    {
        using var open = database.Open();
        open.Execute(
            """
            UPDATE scan SET state = @State, started_at = @StartedAt, finished_at = @FinishedAt, message = @Message, done = @Done, total = @Total,
              resources = @Resources, calls = @Calls, throttled = @Throttled, price_usd = @PriceUsd, detail = @Detail
            WHERE id = @Id
            """,
            new
            {
                scan.Id,
                State = scan.State.ToString(),
                StartedAt = scan.StartedAt is { } started ? Text(started) : null,
                FinishedAt = scan.FinishedAt is { } finished ? Text(finished) : null,
                scan.Message,
                scan.Done,
                scan.Total,
                scan.Resources,
                scan.Calls,
                scan.Throttled,
                PriceUsd = scan.PriceUsd.ToString(CultureInfo.InvariantCulture),
                Detail = JsonSerializer.Serialize(scan.Detail),
            }
        );
    }

    public Scan? Find(long id) => Query("WHERE id = @id", new { id }).SingleOrDefault();

    /// <summary>The newest scans of a source, newest first.</summary>
    public IReadOnlyList<Scan> Of(long sourceId, int count) =>
        Query("WHERE source_id = @sourceId ORDER BY id DESC LIMIT @count", new { sourceId, count });

    /// <summary>The newest scan of each source.</summary>
    public IReadOnlyDictionary<long, Scan> Latest() =>
        Query("WHERE id IN (SELECT max(id) FROM scan GROUP BY source_id)", null)
            .ToDictionary(s => s.SourceId);

    public IReadOnlyList<Scan> In(ScanState state) =>
        Query("WHERE state = @state ORDER BY id", new { state = state.ToString() });

    public void AskToCancel(long id)
    {
        using var open = database.Open();
        open.Execute("UPDATE scan SET cancel = 1 WHERE id = @id", new { id });
    }

    public bool IsAskedToCancel(long id)
    {
        using var open = database.Open();
        return open.QuerySingleOrDefault<long>("SELECT cancel FROM scan WHERE id = @id", new { id })
            != 0;
    }

    private List<Scan> Query(string tail, object? values)
    {
        using var open = database.Open();
        return
        [
            .. open.Query<Row>($"SELECT {Columns} FROM scan {tail}", values)
                .Select(r => r.ToScan()),
        ];
    }

    private static string Text(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);

    private sealed class Row
    {
        public long Id { get; init; }
        public long SourceId { get; init; }
        public long Scheduled { get; init; }
        public required string State { get; init; }
        public required string CreatedAt { get; init; }
        public string? StartedAt { get; init; }
        public string? FinishedAt { get; init; }
        public string? Message { get; init; }
        public long Done { get; init; }
        public long Total { get; init; }
        public long Resources { get; init; }
        public long Calls { get; init; }
        public long Throttled { get; init; }
        public required string PriceUsd { get; init; }
        public required string Detail { get; init; }

        public Scan ToScan() =>
            new()
            {
                Id = Id,
                SourceId = SourceId,
                Scheduled = Scheduled != 0,
                State = Enum.Parse<ScanState>(State),
                CreatedAt = At(CreatedAt)!.Value,
                StartedAt = At(StartedAt),
                FinishedAt = At(FinishedAt),
                Message = Message,
                Done = (int)Done,
                Total = (int)Total,
                Resources = (int)Resources,
                Calls = (int)Calls,
                Throttled = (int)Throttled,
                PriceUsd = decimal.Parse(PriceUsd, CultureInfo.InvariantCulture),
                Detail =
                    Detail == "{}"
                        ? ScanDetail.None
                        : JsonSerializer.Deserialize<ScanDetail>(Detail) ?? ScanDetail.None,
            };

        private static DateTimeOffset? At(string? text) =>
            text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
    }
}
