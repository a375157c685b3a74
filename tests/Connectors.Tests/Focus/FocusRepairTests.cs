using Outlay.Ingest;
using Outlay.Testing;

namespace Outlay.Connectors.Tests.Focus;

/// <summary>FOCUS files with a provider's known faults, beyond what the golden cases say.</summary>
public sealed class FocusRepairTests
{
    private static readonly string[] Mended =
    [
        "ChargeCategory",
        "ChargeClass",
        "ChargeFrequency",
        "CommitmentDiscountCategory",
        "CommitmentDiscountStatus",
        "ConsumedUnit",
        "ContractedCost",
        "EffectiveCost",
        "ListCost",
        "PricingCategory",
        "ServiceCategory",
        "ServiceName",
    ];

    [Fact]
    public async Task Lists_in_Parquet_become_one_category_and_a_map_of_tags()
    {
        using var world = new OutlayWorld();
        var file = ParquetFile.Write(
            world.Files,
            "Focus/google-view",
            """
            SELECT * EXCLUDE (x_CostType) REPLACE (
              CASE WHEN json_valid(ServiceCategory) THEN from_json(ServiceCategory, '["VARCHAR"]') ELSE [ServiceCategory] END AS ServiceCategory,
              from_json(Tags, '[{"key": "VARCHAR", "value": "VARCHAR", "inherited": "VARCHAR"}]') AS Tags)
            FROM read_csv('{case}/native/view.csv', all_varchar = true)
            """
        );

        var run = await world.ImportAsync(file);

        run.State.ShouldBe(ImportState.Succeeded, run.Message);
        GoldenCase
            .Charges(
                world.Catalog.Current().Loads,
                ["ChargeDescription", "ChargeCategory", "ServiceCategory", "Tags['team']"]
            )
            .ShouldBe([
                "Analysis | Usage | Analytics | ",
                "Egress | Usage | Other | ",
                "N2 Core | Usage | Compute | web",
                "Tax | Tax | Other | ",
            ]);
    }

    [Theory]
    [InlineData("Focus/azure-export")]
    [InlineData("Focus/google-view")]
    public async Task What_is_mended_once_is_not_mended_again(string name)
    {
        using var world = new OutlayWorld();
        await world.ImportAsync(Path.Combine(GoldenCase.Folder(name), "native"));
        var first = Charges(world);
        var exported = await Conformance.ExportAsync(world);
        using var second = new OutlayWorld();

        var run = await second.ImportAsync(exported);

        run.State.ShouldBe(ImportState.Succeeded, run.Message);
        Charges(second).ShouldBe(first);
    }

    [Theory]
    [InlineData("Focus/azure-export")]
    [InlineData("Focus/google-view")]
    public async Task A_mended_file_has_the_values_that_FOCUS_allows(string name)
    {
        using var world = new OutlayWorld();
        await world.ImportAsync(Path.Combine(GoldenCase.Folder(name), "native"));

        var errors = await Conformance.ErrorsAsync(world);

        errors.Where(e => Mended.Contains(e.Split(' ')[1])).ShouldBeEmpty();
    }

    private static IReadOnlyList<string> Charges(OutlayWorld world) =>
        GoldenCase.Charges(
            world.Catalog.Current().Loads,
            [
                "ChargeDescription",
                "BilledCost",
                "EffectiveCost",
                "ListCost",
                "ServiceCategory",
                "ServiceName",
                "PricingCategory",
                "BillingPeriodEnd",
                "x_Repairs",
            ]
        );
}
