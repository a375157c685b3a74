using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Outlay.Ingest;
using Outlay.Testing;

namespace Outlay.Connectors.Tests.Gcp;

/// <summary>Google's own sample exports load with the sums that an independent reading of the file gives.</summary>
public sealed class GcpSharedFilesTests
{
    [Fact]
    public async Task A_flattened_export_of_four_currencies_loads_with_cost_and_credits_of_each()
    {
        var file = SampleFiles.Find("gcp/detailed_export_flattened_2026_synth.csv");
        using var world = new OutlayWorld();

        var run = await world.ImportAsync(
            new ImportRequest { Paths = [file], Connection = "gcp" },
            TestContext.Current.CancellationToken
        );

        run.State.ShouldBe(ImportState.Succeeded, run.Message);
        var loads = world.Catalog.Current().Loads;
        loads.Sum(l => l.Rows).ShouldBe(500);
        var found = loads
            .SelectMany(l => l.ControlTotals)
            .GroupBy(t => t.Currency, StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => g.Sum(t => Amount(t.LakeBilled)),
                StringComparer.Ordinal
            );
        found.ShouldBe(Flattened(file), ignoreOrder: true);
    }

    [Theory]
    [InlineData("test_1_1")]
    [InlineData("test_2_1")]
    [InlineData("test_5_1")]
    [InlineData("test_6_1")]
    [InlineData("test_10_1")]
    public async Task An_export_of_the_old_shape_loads_with_cost_and_credits(string name)
    {
        var file = SampleFiles.Find($"gcp/cud_tests/{name}_export.json");
        using var world = new OutlayWorld();

        var run = await world.ImportAsync(
            new ImportRequest
            {
                Paths = [file],
                Connection = "gcp",
                Currency = "USD",
            },
            TestContext.Current.CancellationToken
        );

        run.State.ShouldBe(ImportState.Succeeded, run.Message);
        world
            .Catalog.Current()
            .Loads.SelectMany(l => l.ControlTotals)
            .Sum(t => Amount(t.LakeBilled))
            .ShouldBe(Objects(file));
    }

    private static decimal Amount(string exact) =>
        decimal.Parse(exact, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static Dictionary<string, decimal> Flattened(string file)
    {
        using var csv = new CsvReader(new StreamReader(file), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var sums = new Dictionary<string, decimal>(StringComparer.Ordinal);
        while (csv.Read())
        {
            using var credits = JsonDocument.Parse(csv.GetField("credits") ?? "[]");
            var currency = csv.GetField("currency") ?? "";
            sums[currency] =
                sums.GetValueOrDefault(currency)
                + Amount(csv.GetField("cost") ?? "0")
                + Credits(credits.RootElement);
        }

        return sums;
    }

    private static decimal Objects(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var reader = new Utf8JsonReader(
            bytes,
            new JsonReaderOptions { AllowMultipleValues = true }
        );
        var sum = 0m;
        while (reader.Read())
        {
            using var row = JsonDocument.ParseValue(ref reader);
            sum += Number(row.RootElement.GetProperty("cost"));
            sum += row.RootElement.TryGetProperty("credits", out var credits)
                ? Credits(credits)
                : 0;
        }

        return sum;
    }

    private static decimal Credits(JsonElement credits) =>
        credits.ValueKind switch
        {
            JsonValueKind.Array => credits
                .EnumerateArray()
                .Sum(c => Number(c.GetProperty("amount"))),
            JsonValueKind.Object => Number(credits.GetProperty("amount")),
            _ => 0,
        };

    private static decimal Number(JsonElement number) =>
        Amount(
            number.ValueKind == JsonValueKind.String
                ? number.GetString() ?? "0"
                : number.GetRawText()
        );
}
