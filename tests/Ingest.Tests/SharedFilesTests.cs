using System.Globalization;
using CsvHelper;
using Outlay.Testing;

namespace Outlay.Ingest.Tests;

/// <summary>The sample files beside the repository: each loads with the totals of an independent sum, or is refused with the reason.</summary>
public sealed class SharedFilesTests
{
    private static readonly string[] Nulls = ["", "NULL", "null", "(null)"];

    [Theory]
    [InlineData("focus_1_0_multi_provider_1000.csv", "FOCUS 1.0")]
    [InlineData("spec_1_2/saas_spend_agreements_a1.csv", "FOCUS 1.1")]
    [InlineData("spec_1_2/virtual_currency_pricing_model_a1.csv", "FOCUS 1.2")]
    [InlineData("synthetic_1_2_1_3/aws_1_3_cost_and_usage_rows100_seed42.csv", "FOCUS 1.3")]
    [InlineData("synthetic_1_2_1_3/azure_1_2_cost_and_usage_rows100_seed42.csv", "FOCUS 1.2")]
    [InlineData("synthetic_1_2_1_3/gcp_1_3_cost_and_usage_rows100_seed42.csv", "FOCUS 1.3")]
    public async Task Loads_with_the_totals_of_the_file(string name, string format)
    {
        var path = Find(name);
        using var world = new OutlayWorld();

        var run = await world.ImportAsync(path);

        run.State.ShouldBe(ImportState.Succeeded, run.Message);
        var loads = world.Catalog.Current().Loads;
        loads.ShouldAllBe(l => l.Format == format);
        var (rows, billed, effective) = Sum(path);
        loads.Sum(l => l.Rows).ShouldBe(rows);
        var totals = loads.SelectMany(l => l.ControlTotals).ToList();
        totals.ShouldAllBe(t => t.Agrees);
        totals.Sum(t => Exact(t.LakeBilled)).ShouldBe(billed);
        totals.Sum(t => Exact(t.LakeEffective)).ShouldBe(effective);
    }

    [Theory]
    [InlineData("spec_1_2/commitment_discount_purchase_scenario_1.csv")]
    [InlineData("spec_1_2/commitment_discount_usage_scenario_1.csv")]
    [InlineData("spec_1_2/commitment_discount_usage_scenario_2.csv")]
    [InlineData(
        "spec_1_2/one_hundred_percent_utilization_with_commitment_discount_flexibility_with_2_resources.csv"
    )]
    [InlineData("spec_1_4_corrections/scenario_1_partial_reallocation_original.csv")]
    [InlineData("spec_1_4_corrections/scenario_1_partial_reallocation_delta.csv")]
    public async Task Loads_once_the_currency_is_said(string name)
    {
        var path = Find(name);
        using var world = new OutlayWorld();

        var refused = await world.ImportAsync(path);
        refused.State.ShouldBe(ImportState.Failed);
        refused.Message.ShouldNotBeNull().ShouldContain("has no column BillingCurrency.");

        var run = await world.ImportAsync(
            new ImportRequest { Paths = [path], Currency = "USD" },
            TestContext.Current.CancellationToken
        );
        run.State.ShouldBe(ImportState.Succeeded, run.Message);
        var (rows, billed, effective) = Sum(path);
        var total = world.Catalog.Current().Loads.ShouldHaveSingleItem().ControlTotals.Single();
        total.LakeRows.ShouldBe(rows);
        Exact(total.LakeBilled).ShouldBe(billed);
        Exact(total.LakeEffective).ShouldBe(effective);
    }

    [Theory]
    [InlineData("fail_charge_type_bad_value.csv", "has no column BilledCost.")]
    [InlineData("multiple_failure_examples.csv", "has no column BilledCost.")]
    [InlineData(
        "synthetic_1_2_1_3/aws_1_3_contract_commitment_rows100_seed42.csv",
        "is the FOCUS dataset ContractCommitment, which holds no charges."
    )]
    [InlineData(
        "synthetic_1_2_1_3/scenarios_correction_set.csv",
        "has no column ChargePeriodStart and BillingPeriodStart."
    )]
    [InlineData(
        "synthetic_1_2_1_3/scenarios_sca_weighted.csv",
        "has no column ChargePeriodStart and BillingPeriodStart."
    )]
    [InlineData("validator_sample.parquet", "no column BilledCost")]
    [InlineData("../aws/cur2_minimal.csv", "without the column line_item_currency_code")]
    public async Task Is_refused_with_the_reason(string name, string reason)
    {
        var path = Find(name);
        using var world = new OutlayWorld();

        var run = await world.ImportAsync(path);

        run.State.ShouldBe(ImportState.Failed);
        run.Message.ShouldNotBeNull().ShouldContain(reason);
        world.Catalog.Current().Loads.ShouldBeEmpty();
    }

    private static string Find(string name)
    {
        if (!SharedData.TryFind(out var data))
        {
            Assert.Skip("The sample files are not beside this repository.");
        }

        return Path.Combine(data, "billing", "focus", name);
    }

    private static decimal Exact(string text) =>
        decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    private static (long Rows, decimal Billed, decimal Effective) Sum(string path)
    {
        using var csv = new CsvReader(new StreamReader(path), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var (rows, billed, effective) = (0L, 0m, 0m);
        while (csv.Read())
        {
            rows++;
            billed += Amount(csv, "BilledCost") ?? 0;
            effective += Amount(csv, "EffectiveCost") ?? Amount(csv, "BilledCost") ?? 0;
        }

        return (rows, billed, effective);
    }

    private static decimal? Amount(CsvReader csv, string column)
    {
        var text = csv.GetField(column) ?? "";
        return Nulls.Contains(text)
            ? null
            : decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
