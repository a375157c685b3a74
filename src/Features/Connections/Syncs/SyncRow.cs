using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Outlay.Ingest;
using Outlay.Kernel;

namespace Outlay.Connections.Syncs;

/// <summary>A sync as the table keeps it.</summary>
internal sealed class SyncRow
{
    public const string Columns =
        "id, connection_id AS ConnectionId, cause, state, created_at AS CreatedAt, started_at AS StartedAt, finished_at AS FinishedAt, message, periods, paid_calls AS PaidCalls, price_usd AS PriceUsd";

    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new JsonStringEnumConverter(), new PeriodConverter() },
    };

    public long Id { get; init; }
    public long ConnectionId { get; init; }
    public required string Cause { get; init; }
    public required string State { get; init; }
    public required string CreatedAt { get; init; }
    public string? StartedAt { get; init; }
    public string? FinishedAt { get; init; }
    public string? Message { get; init; }
    public required string Periods { get; init; }
    public long PaidCalls { get; init; }
    public required string PriceUsd { get; init; }

    public static SyncRow Of(Sync sync) =>
        new()
        {
            Id = sync.Id,
            ConnectionId = sync.ConnectionId,
            Cause = sync.Cause.ToString(),
            State = sync.State.ToString(),
            CreatedAt = Text(sync.CreatedAt)!,
            StartedAt = Text(sync.StartedAt),
            FinishedAt = Text(sync.FinishedAt),
            Message = sync.Message,
            Periods = JsonSerializer.Serialize(sync.Periods, Json),
            PaidCalls = sync.PaidCalls,
            PriceUsd = sync.PriceUsd.ToString(CultureInfo.InvariantCulture),
        };

    public Sync ToSync() =>
        new()
        {
            Id = Id,
            ConnectionId = ConnectionId,
            Cause = Enum.Parse<SyncCause>(Cause),
            State = Enum.Parse<ImportState>(State),
            CreatedAt = Time(CreatedAt)!.Value,
            StartedAt = Time(StartedAt),
            FinishedAt = Time(FinishedAt),
            Message = Message,
            Periods = JsonSerializer.Deserialize<List<SyncPeriod>>(Periods, Json) ?? [],
            PaidCalls = (int)PaidCalls,
            PriceUsd = decimal.Parse(PriceUsd, NumberStyles.Number, CultureInfo.InvariantCulture),
        };

    private static string? Text(DateTimeOffset? time) =>
        time?.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Time(string? text) =>
        text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private sealed class PeriodConverter : JsonConverter<BillingPeriod>
    {
        public override BillingPeriod Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => BillingPeriod.Parse(reader.GetString() ?? "");

        public override void Write(
            Utf8JsonWriter writer,
            BillingPeriod value,
            JsonSerializerOptions options
        ) => writer.WriteStringValue(value.ToString());
    }
}
