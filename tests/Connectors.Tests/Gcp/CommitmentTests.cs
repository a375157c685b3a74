using System.Globalization;
using System.Text;
using Outlay.Ingest;
using Outlay.Testing;

namespace Outlay.Connectors.Tests.Gcp;

/// <summary>Committed use of Google Cloud: what its fees cost must be what its used and unused parts cost, to the last digit.</summary>
public sealed class CommitmentTests
{
    private const int Lines = 400;

    [Fact]
    public async Task Fees_are_spread_without_a_rest_and_lines_are_cut_without_a_rest()
    {
        using var world = new OutlayWorld();
        var file = world.Files.Write("export.jsonl", Export(new Random(7)));

        var run = await world.ImportAsync(
            new ImportRequest { Paths = [file], Connection = "gcp" },
            TestContext.Current.CancellationToken
        );

        run.State.ShouldBe(ImportState.Succeeded, run.Message);
        var loads = world.Catalog.Current().Loads;
        GoldenCase
            .Charges(
                loads,
                [
                    "due=sum(CAST(x_CommitmentDue AS DECIMAL(38, 18))) = sum(EffectiveCost) FILTER (ChargeCategory = 'Usage' AND CommitmentDiscountId IN ('c-1', 'c-2'))",
                    "all=sum(EffectiveCost) = sum(BilledCost)",
                    "unused=count(*) FILTER (CommitmentDiscountStatus = 'Unused')",
                    "billed=count(*) FILTER (BilledCost <> 0 AND CommitmentDiscountStatus IS NOT NULL)",
                    "sum(ConsumedQuantity)",
                ]
            )
            .ShouldBe([$"True | True | 1 | 0 | {Quantities(new Random(7))}"]);
    }

    [Theory]
    [InlineData("Gcp/cud-two-credits")]
    [InlineData("Gcp/cud-under-used")]
    public async Task What_commitments_become_conforms(string name)
    {
        using var world = new OutlayWorld();
        await world.ImportAsync(Path.Combine(GoldenCase.Folder(name), "native"));

        var errors = await Conformance.ErrorsAsync(world);

        // The cases leave unit prices out.
        errors
            .Where(e =>
                !e.Contains("UnitPrice", StringComparison.Ordinal)
                && !e.Contains("PricingCurrencyEffectiveCost", StringComparison.Ordinal)
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task A_month_in_two_files_loads_though_a_fee_reaches_only_the_usage_beside_it()
    {
        using var world = new OutlayWorld();
        world.Files.Write(
            "gcp/export-0.jsonl",
            $"{Line("Commitment v1: Cpu", 3, 5, "", "c-1")}\n{Line("Core", 2, 5, Credit("c-1", 2), "")}\n"
        );
        world.Files.Write("gcp/export-1.jsonl", Line("Core", 2, 5, Credit("c-1", 0.5m), "") + "\n");

        var run = await world.ImportAsync(Path.Combine(world.Files.Root, "gcp"));

        run.State.ShouldBe(ImportState.Succeeded, run.Message);
        GoldenCase
            .Charges(
                world.Catalog.Current().Loads,
                ["ChargeCategory", "BilledCost", "EffectiveCost", "x_CommitmentUnmatched"]
            )
            .ShouldBe([
                "Purchase | 3 | 0 | ",
                "Usage | 0 | 3 | ",
                "Usage | 1.5 | 1.5 | credit without its fee",
            ]);
    }

    // Two commitments, one of them used by half, and usage of very large and very small numbers that either or both cover in part.
    private static string Export(Random random)
    {
        var text = new StringBuilder();
        text.AppendLine(
            Line("Commitment v1: Cpu", 123.456789012345m, 900_000_000_000_000m, "", "c-1")
        );
        text.AppendLine(Line("Commitment v1: Ram", 0.1m, 0.000001m, "", "c-2"));
        for (var i = 0; i < Lines; i++)
        {
            var (cost, quantity) = Usage(random);
            var first = Credit("c-1", cost * 0.3m);
            var second = Credit("c-2", cost * (i % 3 == 0 ? 0.7m : 0.123m));
            text.AppendLine(
                Line("Core", cost, quantity, i % 2 == 0 ? $"{first},{second}" : first, "")
            );
        }

        return text.ToString();
    }

    private static string Quantities(Random random) =>
        Enumerable
            .Range(0, Lines)
            .Sum(_ => Usage(random).Quantity)
            .ToString("0.####################", CultureInfo.InvariantCulture);

    private static (decimal Cost, decimal Quantity) Usage(Random random) =>
        (
            random.Next(1, 1_000_000_000) / 1_000_000m,
            random.Next(1, 1_000_000_000) / (random.Next(2) == 0 ? 1000m : 0.0001m)
        );

    private static string Credit(string id, decimal amount) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"id":"{{id}}","name":"Committed Usage Discount: CPU","type":"COMMITTED_USAGE_DISCOUNT","amount":{{-amount}}}"""
        );

    private static string Line(
        string sku,
        decimal cost,
        decimal quantity,
        string credits,
        string subscription
    ) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"billing_account_id":"01-A","service":{"description":"Compute Engine"},"sku":{"id":"S","description":"{{sku}}"},"subscription":{"instance_id":"{{subscription}}"},"usage_start_time":"2026-10-02 10:00:00 UTC","cost":{{cost}},"currency":"USD","usage":{"amount":{{quantity}},"unit":"seconds","amount_in_pricing_units":{{quantity}},"pricing_unit":"seconds"},"credits":[{{credits}}],"invoice":{"month":"202610"},"cost_type":"regular"}"""
        );
}
