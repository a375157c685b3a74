using Outlay.Kernel;

namespace Outlay.Engines.DuckDb.Query;

/// <summary>Charges summed up by resource and price, and by hour.</summary>
internal static class BillSql
{
    private const string MachineType =
        "nullif(coalesce(SkuPriceDetails['InstanceType'], SkuPriceDetails['x_InstanceType']), '')";

    private static readonly string[] Meters = ["x_UsageType", "x_MeterName", "x_MeterSubCategory"];

    /// <summary>The lines of <see cref="Outlay.Query.Bill.IBillReader.LinesAsync"/>, in the order of <see cref="BillRows.Line"/>.</summary>
    public static string Lines(QuerySource source, DateRange days, SqlParameters parameters) =>
        $"""
            SELECT ServiceProviderName, SubAccountId, any_value(SubAccountName), RegionId, ServiceName, ServiceCategory, ResourceId,
              any_value(ResourceName), any_value(ResourceType), ChargeCategory, any_value(ChargeDescription), SkuId, SkuPriceId,
              {Meter(source)} AS meter, {Extra(
                source,
                "x_Operation"
            )} AS operation, {MachineType} AS machine, PricingCategory,
              any_value(PricingUnit), any_value(ConsumedUnit), CommitmentDiscountId, any_value(CommitmentDiscountName),
              any_value(CommitmentDiscountType), CommitmentDiscountStatus, BillingCurrency,
              {Sum("PricingQuantity")}, {Sum("ConsumedQuantity")}, {Sum("ListCost")}, {Sum(
                "ContractedCost"
            )}, {Sum("EffectiveCost")}, {Sum("BilledCost")},
              CAST(count(DISTINCT CAST(ChargePeriodStart AS DATE)) AS INTEGER), CAST(min(ChargePeriodStart) AS DATE), CAST(max(ChargePeriodStart) AS DATE),
              CAST(coalesce(sum(EffectiveCost) FILTER (WHERE {source.Time} >= {parameters.Add(source.At(days.From.AddDays(days.Days / 2)))}), 0) AS DECIMAL(38,18))
            FROM {source.Table} WHERE {In(source, days, parameters)}
            GROUP BY ServiceProviderName, SubAccountId, RegionId, ServiceName, ServiceCategory, ResourceId, ChargeCategory, SkuId, SkuPriceId,
              meter, operation, machine, PricingCategory, CommitmentDiscountId, CommitmentDiscountStatus, BillingCurrency
            ORDER BY SubAccountId, ResourceId
            """;

    /// <summary>The lines of <see cref="Outlay.Query.Bill.IBillReader.HoursAsync"/>, in the order of <see cref="BillRows.Hour"/>.</summary>
    public static string Hours(QuerySource source, DateRange days, SqlParameters parameters) =>
        $"""
            SELECT ServiceProviderName, SubAccountId, RegionId, ServiceName, {Meter(source)} AS meter, {Extra(
                source,
                "x_Operation"
            )} AS operation, {MachineType} AS machine, PricingCategory,
              BillingCurrency, SkuId, any_value(ChargeDescription), ChargePeriodStart, CAST(greatest(1, date_diff('hour', ChargePeriodStart, any_value(ChargePeriodEnd))) AS INTEGER),
              {Sum("PricingQuantity")}, {Sum("ContractedCost")}, {Sum("ListCost")}, {Sum("EffectiveCost")}
            FROM {source.Table}
            WHERE {In(source, days, parameters)} AND ChargeCategory = 'Usage'
              AND ServiceCategory IN ('Compute', 'Databases') AND ContractedCost > 0
            GROUP BY ServiceProviderName, SubAccountId, RegionId, ServiceName, meter, operation, machine, PricingCategory, BillingCurrency, SkuId,
              ChargePeriodStart
            ORDER BY ServiceProviderName, SubAccountId, RegionId, ServiceName, meter, operation, machine, PricingCategory, BillingCurrency, SkuId,
              ChargePeriodStart
            """;

    private static string Sum(string column) =>
        $"CAST(coalesce(sum({column}), 0) AS DECIMAL(38,18))";

    private static string In(QuerySource source, DateRange days, SqlParameters parameters) =>
        $"{source.Time} >= {parameters.Add(source.At(days.From))} AND {source.Time} < {parameters.Add(source.At(days.To))}";

    private static string Meter(QuerySource source) =>
        $"coalesce({string.Join(", ", Meters.Where(source.ExtraColumns.Contains).Select(SqlText.Name).Prepend("SkuMeter"))})";

    private static string Extra(QuerySource source, string column) =>
        source.ExtraColumns.Contains(column) ? SqlText.Name(column) : "CAST(NULL AS VARCHAR)";
}
