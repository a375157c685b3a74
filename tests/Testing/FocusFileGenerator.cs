using System.Globalization;
using DuckDB.NET.Data;

namespace Outlay.Testing;

/// <summary>
/// Writes large FOCUS 1.4 files (all 65 columns, tags) by the engine's own SQL, for speed measurements: 40 accounts in three clouds,
/// 12 services each, 20,000 resources, hourly charges spread evenly over whole months. The same arguments give the same rows.
/// </summary>
public static class FocusFileGenerator
{
    /// <summary>Writes <paramref name="rows"/> charges over the months that end with the one of <paramref name="last"/>; the name's ending tells CSV, CSV.gz or Parquet.</summary>
    public static void Write(string path, long rows, DateOnly last, int months)
    {
        var first = new DateOnly(last.Year, last.Month, 1).AddMonths(1 - months);
        var hours = (first.AddMonths(months).DayNumber - first.DayNumber) * 24;
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        var format = path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase)
            ? "FORMAT parquet"
            : "FORMAT csv, HEADER, TIMESTAMPFORMAT '%Y-%m-%dT%H:%M:%SZ'";
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            SET memory_limit = '2GB'; SET preserve_insertion_order = true;
            COPY ({Charges(rows, first, hours)}) TO '{path.Replace(
                "'",
                "''",
                StringComparison.Ordinal
            )}' ({format})
            """
        );
        command.ExecuteNonQuery();
    }

    private static string Charges(long rows, DateOnly first, int hours) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            WITH numbers AS (
              SELECT i, TIMESTAMP '{{first:yyyy-MM-dd}}' + to_hours(CAST(i * {{hours}} // {{rows}} AS INTEGER)) AS hour, CAST(hash(i) % 20000 AS BIGINT) AS resource
              FROM range({{rows}}) t(i)
            ), charges AS (
              SELECT *, resource % 40 AS account, (resource % 40) % 3 AS cloud, (resource % 40 * 3 + resource // 40 % 12) % 30 AS service,
                CAST((hash(resource) % 90000 + 100) / 1e6 AS DECIMAL(18, 6)) AS price,
                CAST((hash(i + 1) % 2400 + 1) / 100 AS DECIMAL(18, 2)) AS quantity,
                hash(i + 2) % 10 = 0 AS covered
              FROM numbers
            ), costs AS (
              SELECT *, CAST(price * quantity AS DECIMAL(38, 10)) AS list, CAST(price * quantity * 0.93 AS DECIMAL(38, 10)) AS contracted FROM charges
            )
            SELECT NULL AS AllocatedMethodDetails, NULL AS AllocatedMethodId, NULL AS AllocatedResourceId, NULL AS AllocatedResourceName, NULL AS AllocatedTags,
              'zone-' || account % 6 || chr(CAST(97 + resource % 3 AS INTEGER)) AS AvailabilityZone,
              CASE WHEN covered THEN 0 ELSE contracted END AS BilledCost,
              '00' || (1000000000 + cloud) AS BillingAccountId, 'Payer ' || cloud AS BillingAccountName, 'Payer' AS BillingAccountType, 'USD' AS BillingCurrency,
              date_trunc('month', hour) + INTERVAL 1 MONTH AS BillingPeriodEnd, date_trunc('month', hour)::TIMESTAMP AS BillingPeriodStart,
              NULL AS CapacityReservationId, NULL AS CapacityReservationStatus,
              'Usage' AS ChargeCategory, NULL AS ChargeClass, 'Hours of service ' || service || ' in account ' || account AS ChargeDescription, 'Usage-Based' AS ChargeFrequency,
              hour + INTERVAL 1 HOUR AS ChargePeriodEnd, hour AS ChargePeriodStart,
              CASE WHEN covered THEN 'Spend' END AS CommitmentDiscountCategory, CASE WHEN covered THEN 'arn:plan/' || account END AS CommitmentDiscountId,
              CASE WHEN covered THEN 'Plan of account ' || account END AS CommitmentDiscountName, CASE WHEN covered THEN quantity END AS CommitmentDiscountQuantity,
              CASE WHEN covered THEN 'Used' END AS CommitmentDiscountStatus, CASE WHEN covered THEN 'Savings Plan' END AS CommitmentDiscountType,
              CASE WHEN covered THEN 'USD' END AS CommitmentDiscountUnit, NULL AS CommitmentProgramEligibilityDetails,
              quantity AS ConsumedQuantity, 'Hours' AS ConsumedUnit, NULL AS ContractApplied,
              contracted AS ContractedCost, price * 0.93 AS ContractedUnitPrice,
              CASE WHEN covered THEN CAST(contracted * 0.7 AS DECIMAL(38, 10)) ELSE contracted END AS EffectiveCost,
              ['AWS', 'Microsoft', 'Google Cloud'][cloud + 1] AS HostProviderName, NULL AS InvoiceDetailId,
              'INV-' || strftime(hour, '%Y%m') || '-' || cloud AS InvoiceId, ['AWS', 'Microsoft', 'Google Cloud'][cloud + 1] AS InvoiceIssuerName,
              list AS ListCost, price AS ListUnitPrice, CASE WHEN covered THEN 'Committed' ELSE 'Standard' END AS PricingCategory, 'USD' AS PricingCurrency,
              price * 0.93 AS PricingCurrencyContractedUnitPrice, contracted AS PricingCurrencyEffectiveCost, price AS PricingCurrencyListUnitPrice,
              quantity AS PricingQuantity, 'Hours' AS PricingUnit, 'region-' || account % 6 AS RegionId, 'Region ' || account % 6 AS RegionName,
              'arn:cloud' || cloud || ':account' || account || ':service' || service || '/i-' || printf('%012x', resource * 7919) AS ResourceId,
              'node-' || resource AS ResourceName, 'Type ' || service % 9 AS ResourceType, 
              ['Compute', 'Storage', 'Databases', 'Networking', 'Analytics'][service % 5 + 1] AS ServiceCategory, 'Service ' || service AS ServiceName,
              ['AWS', 'Microsoft', 'Google Cloud'][cloud + 1] AS ServiceProviderName,
              ['Virtual Machines', 'Object Storage', 'Relational Databases', 'Network Infrastructure', 'Data Warehouses'][service % 5 + 1] AS ServiceSubcategory,
              'SKU' || service || '-' || resource % 50 AS SkuId, 'Compute Hours' AS SkuMeter, 
              '{"InstanceType":"m' || service || '.large","CoreCount":2}' AS SkuPriceDetails, 'SKU' || service || '-' || resource % 50 || '-P' AS SkuPriceId,
              '00' || (200000000 + account) AS SubAccountId, 'account-' || account AS SubAccountName, 'Account' AS SubAccountType,
              '{"team":"team-' || account % 12 || '","env":"' || ['prod', 'staging', 'dev'][account % 3 + 1] || '","product":"product-' || account % 20 || '","Name":"node-' || resource || '"}' AS Tags
            FROM costs
            """
        );
}
