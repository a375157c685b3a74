using System.Text.Json;
using Outlay.Inventory;

namespace Outlay.Optimization.Scans;

/// <summary>A scan source as JSON, without its secrets.</summary>
public sealed record ScanSourceDocument(
    long Id,
    string Name,
    string Kind,
    IReadOnlyDictionary<string, string> Settings,
    int EveryHours,
    int WindowDays,
    ScanDocument? LastScan
)
{
    /// <summary>Words the source.</summary>
    public static ScanSourceDocument Of(ScanSource source, Scan? latest)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new(
            source.Id,
            source.Name,
            source.Kind,
            source.Settings.Values,
            source.EveryHours,
            source.WindowDays,
            latest is null ? null : ScanDocument.Of(latest)
        );
    }
}

/// <summary>A scan as JSON.</summary>
public sealed record ScanDocument(
    long Id,
    string State,
    string? Message,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt,
    int Accounts,
    int Resources,
    int Calls,
    int Throttled,
    decimal PriceUsd,
    IReadOnlyList<ScanGap> Gaps
)
{
    /// <summary>Words the scan.</summary>
    public static ScanDocument Of(Scan scan)
    {
        ArgumentNullException.ThrowIfNull(scan);
        return new(
            scan.Id,
            JsonNamingPolicy.CamelCase.ConvertName(scan.State.ToString()),
            scan.Message,
            scan.CreatedAt,
            scan.FinishedAt,
            scan.Detail.Accounts.Count,
            scan.Resources,
            scan.Calls,
            scan.Throttled,
            scan.PriceUsd,
            scan.Detail.Gaps
        );
    }
}
