using System.Globalization;
using Outlay.Ingest.Connect;
using Outlay.Kernel;

namespace Outlay.Connectors.Gcp.BigQuery;

/// <summary>The rows of an invoice month as they were when the table was asked.</summary>
/// <param name="Month">The month.</param>
/// <param name="Version">What tells whether rows were added since; ends in the count of rows.</param>
/// <param name="First">First day on which rows came in; null when the table is not partitioned by it.</param>
/// <param name="Last">Last such day.</param>
internal sealed record BillingMonth(
    BillingPeriod Month,
    string Version,
    DateOnly? First = null,
    DateOnly? Last = null
)
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>How many rows there were.</summary>
    public long Rows =>
        long.Parse(Version.AsSpan(Version.LastIndexOf(' ') + 1), CultureInfo.InvariantCulture);

    /// <summary>What stands before the count: the newest export time, or the sum of the costs.</summary>
    public string Mark => Version[..Version.LastIndexOf(' ')];

    /// <summary>It as what is fetched.</summary>
    public RemoteFile File =>
        new(
            First is { } first && Last is { } last
                ? $"{Month} {Text(first)} {Text(last)}"
                : Month.ToString(),
            $"bigquery-{Month}.json",
            null,
            Version
        );

    /// <summary>What <see cref="File"/> was made of.</summary>
    public static BillingMonth Of(RemoteFile file) =>
        file.Id.Split(' ') is [var month, var first, var last]
            ? new(BillingPeriod.Parse(month), file.Version, Read(first), Read(last))
            : new(BillingPeriod.Parse(file.Id), file.Version);

    /// <summary>A row of the query of months; null for rows of no month.</summary>
    public static BillingMonth? Of(IReadOnlyList<string> row) =>
        DateOnly.TryParseExact(
            row[0] + "01",
            "yyyyMMdd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var start
        )
            ? row is [_, _, { Length: > 0 } first, { Length: > 0 } last]
                ? new(BillingPeriod.Of(start), row[1], Read(first), Read(last))
                : new(BillingPeriod.Of(start), row[1])
            : null;

    private static DateOnly Read(string day) =>
        DateOnly.ParseExact(day, Day, CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString(Day, CultureInfo.InvariantCulture);
}
