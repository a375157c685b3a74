namespace Outlay.Connectors.Gcp.BigQuery;

/// <summary>What kind of export a table is.</summary>
/// <param name="Title">What people call it.</param>
/// <param name="Month">SQL of a row's billing period, as <c>yyyymm</c>.</param>
/// <param name="Mark">SQL of what changes with a month's rows, beside their count.</param>
internal sealed record BillingTableKind(string Title, string Month, string Mark)
{
    /// <summary>Google's standard or detailed export.</summary>
    public static BillingTableKind Native { get; } =
        new(
            "billing export",
            "invoice.month",
            "FORMAT_TIMESTAMP('%FT%H:%M:%E6SZ', MAX(export_time))"
        )
        {
            HasExportTime = true,
        };

    /// <summary>A view or table with FOCUS columns.</summary>
    public static BillingTableKind Focus { get; } =
        new(
            "FOCUS table",
            "FORMAT_DATE('%Y%m', DATE(BillingPeriodStart))",
            "CAST(SUM(CAST(BilledCost AS BIGNUMERIC)) AS STRING)"
        );

    /// <summary>Whether each row says when it was added, so that rows added later can be left for later.</summary>
    public bool HasExportTime { get; private init; }

    /// <summary>Whether the table is partitioned by the day on which rows come in, so that the days of a month spare reading the others.</summary>
    public bool IsPartitioned { get; init; }

    /// <summary>SQL of the rows of a month: parameter <c>month</c>, and those of <see cref="Until"/> and <see cref="Days"/>.</summary>
    public string Rows(string table) =>
        $"SELECT TO_JSON_STRING(t) FROM `{table}` AS t WHERE {Month} = @month{Until}{Days}";

    /// <summary>SQL of the months from parameter <c>month</c> on.</summary>
    public string Months(string table) =>
        $"SELECT {Month} AS month, CONCAT({Mark}, ' ', CAST(COUNT(*) AS STRING)) AS version{Partitions} FROM `{table}` AS t WHERE {Month} >= @month GROUP BY 1 ORDER BY 1 DESC";

    private string Until => HasExportTime ? " AND export_time <= @until" : "";

    // Rows that have just come in have no partition yet.
    private string Days =>
        IsPartitioned
            ? " AND (DATE(_PARTITIONTIME) BETWEEN @first AND @last OR _PARTITIONTIME IS NULL)"
            : "";

    private string Partitions =>
        IsPartitioned
            ? ", CAST(DATE(MIN(_PARTITIONTIME)) AS STRING) AS first, CAST(DATE(MAX(_PARTITIONTIME)) AS STRING) AS last"
            : "";
}
