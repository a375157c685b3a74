using System.Text.Json;
using System.Text.Json.Serialization;
using Outlay.Kernel;

namespace Outlay.Ingest.Ledger;

/// <summary>How the ledger writes lists: enumerations and periods by their names.</summary>
internal static class LedgerJson
{
    public static JsonSerializerOptions Options { get; } =
        new() { Converters = { new JsonStringEnumConverter(), new PeriodConverter() } };

    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options)
        ?? throw new InvalidOperationException($"The ledger holds null for {typeof(T).Name}.");

    private sealed class PeriodConverter : JsonConverter<BillingPeriod>
    {
        public override BillingPeriod Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) =>
            BillingPeriod.TryParse(reader.GetString(), out var period)
                ? period
                : throw new JsonException("Not a billing period.");

        public override void Write(
            Utf8JsonWriter writer,
            BillingPeriod value,
            JsonSerializerOptions options
        ) => writer.WriteStringValue(value.ToString());
    }
}
