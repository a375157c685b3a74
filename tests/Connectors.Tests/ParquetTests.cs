using System.Globalization;
using Outlay.Testing;

namespace Outlay.Connectors.Tests;

/// <summary>What a provider says in Parquet, with types of its own, becomes what the same says as text.</summary>
public sealed class ParquetTests
{
    [Theory]
    [InlineData("Aws/reserved-instance-month")]
    [InlineData("Aws/savings-plan-hour")]
    public async Task A_legacy_AWS_report_for_Athena_becomes_the_expected_charges(string name)
    {
        using var folder = new TestFolder();
        var headers = (
            await File.ReadAllLinesAsync(
                Path.Combine(GoldenCase.Folder(name), "native", "report.csv"),
                TestContext.Current.CancellationToken
            )
        )[0]
            .Split(',');
        var columns = headers.Select(h => $"{Typed(h)} AS \"{Snake(h)}\"");
        var file = ParquetFile.Write(
            folder,
            name,
            $"SELECT {string.Join(", ", columns)} FROM read_csv('{{case}}/native/report.csv', all_varchar = true)"
        );

        await GoldenCase.CheckAsync(name, file);
    }

    [Fact]
    public async Task An_AWS_report_2_with_maps_becomes_the_expected_charges()
    {
        const string name = "Aws/cur2-maps-and-net";
        using var folder = new TestFolder();
        var file = ParquetFile.Write(
            folder,
            name,
            """
            SELECT * REPLACE (
              from_json(product, '"MAP(VARCHAR, VARCHAR)"') AS product,
              from_json(resource_tags, '"MAP(VARCHAR, VARCHAR)"') AS resource_tags,
              from_json(cost_category, '"MAP(VARCHAR, VARCHAR)"') AS cost_category,
              CAST(line_item_usage_start_date AS TIMESTAMP) AS line_item_usage_start_date,
              CAST(line_item_usage_end_date AS TIMESTAMP) AS line_item_usage_end_date,
              CAST(bill_billing_period_start_date AS TIMESTAMP) AS bill_billing_period_start_date,
              CAST(bill_billing_period_end_date AS TIMESTAMP) AS bill_billing_period_end_date,
              CAST(line_item_usage_amount AS DOUBLE) AS line_item_usage_amount,
              CAST(line_item_unblended_cost AS DOUBLE) AS line_item_unblended_cost,
              CAST(line_item_net_unblended_cost AS DOUBLE) AS line_item_net_unblended_cost,
              CAST(pricing_public_on_demand_cost AS DOUBLE) AS pricing_public_on_demand_cost,
              CAST(split_line_item_split_cost AS DOUBLE) AS split_line_item_split_cost)
            FROM read_csv('{case}/native/cur2.csv', all_varchar = true)
            """
        );

        await GoldenCase.CheckAsync(name, file);
    }

    [Theory]
    [InlineData("Gcp/credits-and-months")]
    [InlineData("Gcp/cud-two-credits")]
    [InlineData("Gcp/cud-under-used")]
    public async Task A_Google_export_with_nested_lists_becomes_the_expected_charges(string name)
    {
        using var folder = new TestFolder();
        var file = ParquetFile.Write(
            folder,
            name,
            """
            SELECT * REPLACE (
              CAST(replace(CAST(usage_start_time AS VARCHAR), ' UTC', '+00') AS TIMESTAMPTZ) AS usage_start_time,
              CAST(replace(CAST(usage_end_time AS VARCHAR), ' UTC', '+00') AS TIMESTAMPTZ) AS usage_end_time)
            FROM read_json('{case}/native/export.jsonl')
            """
        );

        await GoldenCase.CheckAsync(name, file);
    }

    // lineItem/UsageStartDate is line_item_usage_start_date, savingsPlan/SavingsPlanARN savings_plan_savings_plan_a_r_n.
    private static string Snake(string header) =>
        string.Concat(
                header.Select(c =>
                    c is '/' or ':' ? "_"
                    : char.IsUpper(c) ? $"_{char.ToLowerInvariant(c)}"
                    : $"{c}"
                )
            )
            .Replace("__", "_", StringComparison.Ordinal);

    private static string Typed(string header)
    {
        string[] numbers = ["Cost", "Rate", "Fee", "Quantity", "Amount", "Units", "Commitment"];
        string[] dates = ["StartDate", "EndDate"];
        var type =
            dates.Any(d => header.EndsWith(d, StringComparison.Ordinal)) ? "TIMESTAMP"
            : numbers.Any(n => header.Contains(n, StringComparison.Ordinal)) ? "DOUBLE"
            : "VARCHAR";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(type == "DOUBLE" ? "TRY_CAST" : "CAST")}(\"{header}\" AS {type})"
        );
    }
}
