using System.Globalization;
using System.Text.RegularExpressions;
using Outlay.Kernel;

namespace Outlay.Connectors.Azure.Exports;

/// <summary>
/// One run of an export. Azure writes <c>EXPORT/yyyymmdd-yyyymmdd/RUN/part_…</c> with a <c>manifest.json</c> at its end; older exports
/// have neither the run's folder nor the manifest, and one file a run. Each daily run holds the whole month to date, so of the runs of a
/// month only the newest counts.
/// </summary>
/// <param name="Export">Path of the export.</param>
/// <param name="First">First month that it covers.</param>
/// <param name="Last">Last month that it covers.</param>
/// <param name="Name">The run: its folder, or its one file.</param>
internal sealed partial record ExportRun(
    string Export,
    BillingPeriod First,
    BillingPeriod Last,
    string Name
)
{
    private const string Manifest = "manifest.json";

    /// <summary>The run that a blob belongs to; null when it lies outside of every run.</summary>
    public static ExportRun? OfBlob(string blob)
    {
        if (
            Place().Match(blob) is not { Success: true } place
            || !TryDay(place.Groups["start"].Value, out var start)
            || !TryDay(place.Groups["end"].Value, out var end)
            || end < start
        )
        {
            return null;
        }

        var rest = place.Groups["rest"].Value;
        var folder = rest.LastIndexOf('/');
        // Parts of one file lie side by side without a folder when runs overwrite each other; other files are runs of their own.
        var name =
            folder >= 0 ? rest[..folder]
            : IsPart(rest) || IsManifest(blob) ? ""
            : rest;
        return new(
            place.Groups["export"].Value,
            BillingPeriod.Of(start),
            BillingPeriod.Of(end),
            name
        );
    }

    /// <summary>Whether a blob is a run's manifest.</summary>
    public static bool IsManifest(string blob) =>
        blob.EndsWith("/" + Manifest, StringComparison.OrdinalIgnoreCase);

    /// <summary>The months that it covers.</summary>
    public IEnumerable<BillingPeriod> Months()
    {
        for (var month = First; month <= Last; month = BillingPeriod.Of(month.End))
        {
            yield return month;
        }
    }

    private static bool IsPart(string file) =>
        file.StartsWith("part_", StringComparison.OrdinalIgnoreCase);

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(
            text,
            "yyyyMMdd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out day
        );

    [GeneratedRegex(
        "^(?<export>.*?)/?(?<start>[0-9]{8})-(?<end>[0-9]{8})/(?<rest>.+)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Place();
}
