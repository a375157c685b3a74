using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Outlay.Kernel;

namespace Outlay.Connectors.Aws.Exports;

/// <summary>
/// A manifest's place in the bucket. AWS writes it when all files of a delivery are there: cost and usage reports as
/// <c>REPORT/yyyymmdd-yyyymmdd/NAME-Manifest.json</c> (the copies in assembly folders below are of old deliveries), Data Exports as
/// <c>EXPORT/metadata/BILLING_PERIOD=yyyy-mm/NAME-Manifest.json</c>, with a folder for each run when runs are kept.
/// </summary>
/// <param name="Key">Key in the bucket.</param>
/// <param name="Export">Path of the export that it belongs to.</param>
/// <param name="Period">Billing period.</param>
internal sealed partial record ExportManifest(string Key, string Export, BillingPeriod Period)
{
    /// <summary>Reads a key; null when it is no manifest.</summary>
    public static ExportManifest? OfKey(string key)
    {
        if (DataExport().Match(key) is { Success: true } data)
        {
            return BillingPeriod.TryParse(data.Groups["period"].Value, out var month)
                ? new(key, data.Groups["export"].Value, month)
                : null;
        }

        return
            Report().Match(key) is { Success: true } report
            && DateOnly.TryParseExact(
                report.Groups["start"].Value,
                "yyyyMMdd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var start
            )
            ? new(key, report.Groups["export"].Value, BillingPeriod.Of(start))
            : null;
    }

    /// <summary>The keys of the files that a manifest names: <c>reportKeys</c> of a report, <c>dataFiles</c> of a Data Export.</summary>
    public static Result<IReadOnlyList<string>> Files(
        string key,
        JsonElement manifest,
        string bucket
    )
    {
        foreach (var name in (string[])["dataFiles", "reportKeys"])
        {
            if (
                manifest.ValueKind == JsonValueKind.Object
                && manifest.TryGetProperty(name, out var files)
                && files.ValueKind == JsonValueKind.Array
                && files.GetArrayLength() > 0
            )
            {
                return files
                    .EnumerateArray()
                    .Select(f => Within(f.GetString() ?? "", bucket))
                    .ToArray();
            }
        }

        return new Problem(
            ProblemKind.Invalid,
            $"The manifest {key} names no files.",
            "The export may be empty so far; a new one takes up to 24 hours for its first delivery."
        );
    }

    /// <summary>Whether a manifest describes an export that is a bill, by its columns; AWS delivers recommendations and emissions alike.</summary>
    public static bool IsBill(string text) =>
        text.Contains("line_item_", StringComparison.OrdinalIgnoreCase)
        || text.Contains("lineItem", StringComparison.OrdinalIgnoreCase)
        || text.Contains("BilledCost", StringComparison.OrdinalIgnoreCase)
        || text.Contains("billed_cost", StringComparison.OrdinalIgnoreCase);

    private static string Within(string file, string bucket)
    {
        var start = $"s3://{bucket}/";
        return file.StartsWith(start, StringComparison.Ordinal) ? file[start.Length..] : file;
    }

    [GeneratedRegex(
        "^(?:(?<export>.*)/)?metadata/BILLING_PERIOD=(?<period>[0-9]{4}-[0-9]{2})/(?:[^/]+/)?[^/]*Manifest\\.json$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex DataExport();

    [GeneratedRegex(
        "^(?:(?<export>.*)/)?(?<start>[0-9]{8})-[0-9]{8}/[^/]+-Manifest\\.json$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Report();
}
