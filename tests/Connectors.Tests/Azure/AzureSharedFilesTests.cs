using System.Globalization;
using CsvHelper;
using Outlay.Ingest;
using Outlay.Testing;

namespace Outlay.Connectors.Tests.Azure;

/// <summary>Real exports load with the sums that an independent reading of the file gives.</summary>
public sealed class AzureSharedFilesTests
{
    [Theory]
    [InlineData("azure/EA_ActualCost_Small.csv", "Cost")]
    [InlineData("azure/EA_AmortizedCost_Small.csv", "Cost")]
    [InlineData("azure/ea_actual_2023-09_anonymised.csv", "CostInBillingCurrency")]
    [InlineData("azure/headers_Enterprise.csv", "CostInBillingCurrency")]
    [InlineData("azure/headers_PayAsYouGo.csv", "PreTaxCost")]
    public async Task An_export_loads_and_its_cost_is_billed_or_effective(
        string name,
        string column
    )
    {
        var file = SampleFiles.Find(name);
        using var world = new OutlayWorld();

        var run = await world.ImportAsync(
            new ImportRequest { Paths = [file], Currency = "USD" },
            TestContext.Current.CancellationToken
        );

        run.State.ShouldBe(ImportState.Succeeded, run.Message);
        run.Files.Single().Format.ShouldBe("Azure cost details");
        var loads = world.Catalog.Current().Loads;
        var (rows, billed, effective) = Sum(file, column);
        loads.Sum(l => l.Rows).ShouldBe(rows);
        loads.SelectMany(l => l.ControlTotals).Sum(t => Amount(t.LakeBilled)).ShouldBe(billed);
        loads
            .SelectMany(l => l.ControlTotals)
            .Sum(t => Amount(t.LakeEffective))
            .ShouldBe(effective);
    }

    [Fact]
    public async Task An_export_whose_rows_lack_a_field_is_refused_row_by_row()
    {
        using var world = new OutlayWorld();

        var run = await world.ImportAsync(
            new ImportRequest
            {
                Paths = [SampleFiles.Find("azure/minimal_columns_template.csv")],
                Currency = "USD",
            },
            TestContext.Current.CancellationToken
        );

        run.State.ShouldBe(ImportState.Failed);
        run.Message.ShouldNotBeNull().ShouldContain("has 10 fields where the header has 11");
    }

    [Fact]
    public async Task An_export_without_rows_is_refused()
    {
        using var world = new OutlayWorld();

        var run = await world.ImportAsync(SampleFiles.Find("azure/EA_NoRows.csv"));

        run.State.ShouldBe(ImportState.Failed);
        run.Message.ShouldNotBeNull().ShouldContain("has no rows");
    }

    private static decimal Amount(string exact) =>
        decimal.Parse(exact, CultureInfo.InvariantCulture);

    private static (long Rows, decimal Billed, decimal Effective) Sum(string file, string column)
    {
        using var csv = new CsvReader(new StreamReader(file), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var (rows, billed, effective) = (0L, 0m, 0m);
        while (csv.Read())
        {
            rows++;
            var cost = decimal.Round(
                decimal.Parse(
                    csv.GetField(column) ?? "0",
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture
                ),
                18,
                MidpointRounding.AwayFromZero
            );
            csv.TryGetField<string>("ChargeType", out var kind);
            csv.TryGetField<string>("PricingModel", out var model);
            var committed = model is "Reservation" or "SavingsPlan";
            var spread =
                kind?.StartsWith("Unused", StringComparison.Ordinal) == true
                || (kind == "Usage" && committed);
            billed += spread ? 0 : cost;
            effective += committed && kind is ("Purchase" or "Refund") ? 0 : cost;
        }

        return (rows, billed, effective);
    }
}
