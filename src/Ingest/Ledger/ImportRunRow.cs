using System.Globalization;
using System.Text.Json;

namespace Outlay.Ingest.Ledger;

/// <summary>A run as the table keeps it.</summary>
internal sealed class ImportRunRow
{
    public const string Columns =
        "id, request, state, created_at AS CreatedAt, started_at AS StartedAt, finished_at AS FinishedAt, message, progress, rows, files, load_ids AS LoadIds";

    public long Id { get; init; }
    public required string Request { get; init; }
    public required string State { get; init; }
    public required string CreatedAt { get; init; }
    public string? StartedAt { get; init; }
    public string? FinishedAt { get; init; }
    public string? Message { get; init; }
    public double Progress { get; init; }
    public long Rows { get; init; }
    public required string Files { get; init; }
    public required string LoadIds { get; init; }

    public static ImportRunRow Of(ImportRun run) =>
        new()
        {
            Id = run.Id,
            Request = JsonSerializer.Serialize(run.Request, LedgerJson.Options),
            State = run.State.ToString(),
            CreatedAt = Text(run.CreatedAt),
            StartedAt = run.StartedAt is { } started ? Text(started) : null,
            FinishedAt = run.FinishedAt is { } finished ? Text(finished) : null,
            Message = run.Message,
            Progress = run.Progress,
            Rows = run.Rows,
            Files = JsonSerializer.Serialize(run.Files, LedgerJson.Options),
            LoadIds = JsonSerializer.Serialize(run.LoadIds, LedgerJson.Options),
        };

    public ImportRun ToRun() =>
        new()
        {
            Id = Id,
            Request = LedgerJson.Read<ImportRequest>(Request),
            State = Enum.Parse<ImportState>(State),
            CreatedAt = Time(CreatedAt),
            StartedAt = StartedAt is null ? null : Time(StartedAt),
            FinishedAt = FinishedAt is null ? null : Time(FinishedAt),
            Message = Message,
            Progress = Progress,
            Rows = Rows,
            Files = LedgerJson.Read<List<ImportFile>>(Files),
            LoadIds = LedgerJson.Read<List<long>>(LoadIds),
        };

    private static string Text(DateTimeOffset time) =>
        time.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
