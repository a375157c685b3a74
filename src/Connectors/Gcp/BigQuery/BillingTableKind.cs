namespace Outlay.Connectors.Gcp.BigQuery;

/// <summary>What kind of export a table is.</summary>
/// <param name="Title">What people call it.</param>
/// <param name="Month">SQL of a row's billing period, as <c>yyyymm</c>.</param>
/// <param name="Version">SQL of what changes with a month's rows: they are only ever added.</param>
internal sealed record BillingTableKind(string Title, string Month, string Version)
{
    /// <summary>Google's standard or detailed export.</summary>
    public static BillingTableKind Native { get; } =
        new(
            "billing export",
            "invoice.month",
            "CONCAT(FORMAT_TIMESTAMP('%FT%H:%M:%E6SZ', MAX(export_time)), ' ', CAST(COUNT(*) AS STRING))"
        );

    /// <summary>A view or table with FOCUS columns.</summary>
    public static BillingTableKind Focus { get; } =
        new(
            "FOCUS table",
            "FORMAT_DATE('%Y%m', DATE(BillingPeriodStart))",
            "CONCAT(CAST(SUM(CAST(BilledCost AS BIGNUMERIC)) AS STRING), ' ', CAST(COUNT(*) AS STRING))"
        );
}
