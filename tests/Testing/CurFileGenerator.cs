using System.Globalization;
using DuckDB.NET.Data;

namespace Outlay.Testing;

/// <summary>
/// Writes large CUR 2.0 files by the engine's own SQL, for speed measurements: hourly lines of 40 accounts in one month, with product
/// and tag maps, a tenth of them covered by a Savings Plan (each with its negation), and the plan's hourly fees, whose used part is what
/// the covered lines of the hour use. The same arguments give the same rows.
/// </summary>
public static class CurFileGenerator
{
    /// <summary>Columns that are read as numbers.</summary>
    public static IReadOnlyList<string> Numbers { get; } =
    [
        "line_item_blended_cost",
        "line_item_blended_rate",
        "line_item_normalization_factor",
        "line_item_normalized_usage_amount",
        "line_item_unblended_cost",
        "line_item_unblended_rate",
        "line_item_usage_amount",
        "pricing_public_on_demand_cost",
        "pricing_public_on_demand_rate",
        "savings_plan_savings_plan_effective_cost",
        "savings_plan_savings_plan_rate",
        "savings_plan_total_commitment_to_date",
        "savings_plan_used_commitment",
    ];

    /// <summary>Columns that are read as instants.</summary>
    public static IReadOnlyList<string> Instants { get; } =
    [
        "bill_billing_period_end_date",
        "bill_billing_period_start_date",
        "line_item_usage_end_date",
        "line_item_usage_start_date",
    ];

    /// <summary>Columns that hold a map as JSON.</summary>
    public static IReadOnlyList<string> Maps { get; } =
    ["cost_category", "discount", "product", "resource_tags"];

    /// <summary>Columns that are text; some are empty in every line, as in any payer's report.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        "bill_bill_type",
        "bill_billing_entity",
        "bill_invoice_id",
        "bill_invoicing_entity",
        "bill_payer_account_id",
        "bill_payer_account_name",
        "identity_line_item_id",
        "identity_time_interval",
        "line_item_availability_zone",
        "line_item_currency_code",
        "line_item_legal_entity",
        "line_item_line_item_description",
        "line_item_line_item_type",
        "line_item_operation",
        "line_item_product_code",
        "line_item_resource_id",
        "line_item_tax_type",
        "line_item_usage_account_id",
        "line_item_usage_account_name",
        "line_item_usage_type",
        "pricing_currency",
        "pricing_rate_code",
        "pricing_rate_id",
        "pricing_term",
        "pricing_unit",
        "product_instance_type",
        "product_location",
        "product_product_family",
        "product_region_code",
        "product_servicecode",
        "product_sku",
        "product_usagetype",
        "reservation_reservation_a_r_n",
        "savings_plan_savings_plan_a_r_n",
        "savings_plan_offering_type",
        "savings_plan_payment_option",
    ];

    /// <summary>Writes about <paramref name="rows"/> lines of a month; the name's ending tells CSV, CSV.gz or Parquet.</summary>
    public static void Write(string path, long rows, DateOnly month)
    {
        var first = new DateOnly(month.Year, month.Month, 1);
        var hours = (first.AddMonths(1).DayNumber - first.DayNumber) * 24;
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        var format = path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase)
            ? "FORMAT parquet"
            : "FORMAT csv, HEADER, TIMESTAMPFORMAT '%Y-%m-%dT%H:%M:%SZ'";
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            SET memory_limit = '2GB'; SET preserve_insertion_order = false;
            COPY ({Lines(rows, first, hours)}) TO '{path.Replace(
                "'",
                "''",
                StringComparison.Ordinal
            )}' ({format})
            """
        );
        command.ExecuteNonQuery();
    }

    private static string Lines(long rows, DateOnly first, int hours)
    {
        var all = Texts.Concat(Numbers).Concat(Instants).Concat(Maps).Order(StringComparer.Ordinal);
        var missing = new HashSet<string>(all, StringComparer.Ordinal);
        missing.ExceptWith(Values.Keys);
        var columns = string.Join(
            ", ",
            all.Select(c => $"{(missing.Contains(c) ? "NULL" : Values[c])} AS {c}")
        );
        // A covered line stands beside its negation, so that ten numbers make eleven lines.
        var numbers = rows * 10 / 11;
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            WITH numbers AS (
              SELECT i, TIMESTAMP '{{first:yyyy-MM-dd}}' + to_hours(CAST(i * {{hours}} // {{numbers}} AS INTEGER)) AS hour, CAST(hash(i) % 20000 AS BIGINT) AS resource
              FROM range({{numbers}}) t(i)
            ), usage AS (
              SELECT *, resource % 40 AS account, resource % 30 AS service, i % 10 = 3 AS is_covered,
                CAST((hash(resource) % 90000 + 100) / 1e6 AS DECIMAL(18, 6)) AS price,
                CAST((hash(i + 1) % 2400 + 1) / 100 AS DECIMAL(18, 2)) AS amount
              FROM numbers
            ), priced AS (
              SELECT *, CAST(price * amount AS DECIMAL(38, 8)) AS cost, CAST(price * amount * 0.7 AS DECIMAL(38, 10)) AS plan FROM usage
            ), lines AS (
              SELECT i, hour, resource, account, service, price, amount, cost, CASE WHEN is_covered THEN plan END AS plan, NULL::DECIMAL(38, 10) AS used,
                CASE WHEN is_covered THEN 'SavingsPlanCoveredUsage' ELSE 'Usage' END AS type
              FROM priced
              UNION ALL
              SELECT i, hour, resource, account, service, price, amount, -cost, NULL, NULL, 'SavingsPlanNegation' FROM priced WHERE is_covered
              UNION ALL
              SELECT min(i), hour, 0, 0, 99, 1, 1, CAST(sum(plan) AS DECIMAL(38, 8)) + 1, NULL, sum(plan), 'SavingsPlanRecurringFee' FROM priced WHERE is_covered GROUP BY hour
            )
            SELECT {{columns}} FROM lines
            """
        );
    }

    private static Dictionary<string, string> Values { get; } =
        new(StringComparer.Ordinal)
        {
            ["bill_bill_type"] = "'Anniversary'",
            ["bill_billing_entity"] = "'AWS'",
            ["bill_billing_period_start_date"] = "date_trunc('month', hour)::TIMESTAMP",
            ["bill_billing_period_end_date"] = "date_trunc('month', hour) + INTERVAL 1 MONTH",
            ["bill_invoicing_entity"] = "'Amazon Web Services, Inc.'",
            ["bill_payer_account_id"] = "'111111111111'",
            ["bill_payer_account_name"] = "'Acme'",
            ["identity_line_item_id"] = "md5(i::VARCHAR || type)",
            ["identity_time_interval"] =
                "strftime(hour, '%Y-%m-%dT%H:%M:%SZ') || '/' || strftime(hour + INTERVAL 1 HOUR, '%Y-%m-%dT%H:%M:%SZ')",
            ["line_item_availability_zone"] =
                "'eu-central-1' || chr(CAST(97 + resource % 3 AS INTEGER))",
            ["line_item_blended_cost"] = "cost",
            ["line_item_blended_rate"] = "price",
            ["line_item_currency_code"] = "'USD'",
            ["line_item_legal_entity"] = "'Amazon Web Services, Inc.'",
            ["line_item_line_item_description"] =
                "'$' || price || ' per hour of service ' || service || ' in account ' || account",
            ["line_item_line_item_type"] = "type",
            ["line_item_normalized_usage_amount"] = "amount",
            ["line_item_operation"] = "'RunInstances'",
            ["line_item_product_code"] =
                "CASE service % 3 WHEN 0 THEN 'AmazonEC2' WHEN 1 THEN 'AmazonRDS' ELSE 'AmazonS3' END",
            ["line_item_resource_id"] =
                "'arn:aws:ec2:eu-central-1:' || account || ':instance/i-' || printf('%017x', resource)",
            ["line_item_unblended_cost"] = "cost",
            ["line_item_unblended_rate"] = "price",
            ["line_item_usage_account_id"] = "printf('%012d', 200000000000 + account)",
            ["line_item_usage_account_name"] = "'Account ' || account",
            ["line_item_usage_amount"] = "amount",
            ["line_item_usage_start_date"] = "hour",
            ["line_item_usage_end_date"] = "hour + INTERVAL 1 HOUR",
            ["line_item_usage_type"] = "'EUC1-BoxUsage:m5.' || service",
            ["pricing_currency"] = "'USD'",
            ["pricing_public_on_demand_cost"] = "abs(cost)",
            ["pricing_public_on_demand_rate"] = "price",
            ["pricing_rate_code"] = "'SKU' || resource % 500 || '.JRTCKXETXF.6YS6EN2CT7'",
            ["pricing_term"] = "'OnDemand'",
            ["pricing_unit"] = "'Hrs'",
            ["product"] =
                """'{"product_name":"Service ' || service || '","operating_system":"Linux","vcpu":"4","memory":"16 GiB"}'""",
            ["product_instance_type"] = "'m5.xlarge'",
            ["product_location"] = "'EU (Frankfurt)'",
            ["product_product_family"] = "'Compute Instance'",
            ["product_region_code"] = "'eu-central-1'",
            ["product_servicecode"] = "'AmazonEC2'",
            ["product_sku"] = "'SKU' || resource % 500",
            ["product_usagetype"] = "'EUC1-BoxUsage:m5.' || service",
            ["resource_tags"] =
                """'{"user_team":"team-' || resource % 12 || '","user_env":"' || CASE WHEN resource % 4 = 0 THEN 'test' ELSE 'prod' END || '"}'""",
            ["savings_plan_savings_plan_a_r_n"] =
                "CASE WHEN type LIKE 'SavingsPlan%' THEN 'arn:aws:savingsplans::111111111111:savingsplan/sp-1' END",
            ["savings_plan_savings_plan_effective_cost"] = "plan",
            ["savings_plan_total_commitment_to_date"] =
                "CASE WHEN type = 'SavingsPlanRecurringFee' THEN used + 1 END",
            ["savings_plan_used_commitment"] = "used",
        };
}
