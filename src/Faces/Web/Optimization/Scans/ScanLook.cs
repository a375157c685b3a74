using Outlay.Optimization.Scans;
using Outlay.Web.Connections;
using Outlay.Web.Formatting;

namespace Outlay.Web.Optimization.Scans;

/// <summary>What the polling script writes into the page of a scan.</summary>
internal static class ScanLook
{
    public static ImportProgress Progress(Scan scan, DateTimeOffset now) =>
        new(
            $"{scan.Id}:{scan.State}",
            (int)Math.Floor(scan.Progress * 100),
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["percent"] = OptimizationLook.Of(scan).Words,
                ["message"] = scan.Message ?? "",
                ["resources"] = Counts.Number(scan.Resources),
                ["calls"] = Counts.Number(scan.Calls),
                ["elapsed"] = Counts.Duration(Elapsed(scan, now)),
            }
        );

    public static TimeSpan Elapsed(Scan scan, DateTimeOffset now) =>
        scan.StartedAt is { } started ? (scan.FinishedAt ?? now) - started : TimeSpan.Zero;
}
