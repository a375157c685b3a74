using Outlay.Query.Bill;

namespace Outlay.Optimization.Rules.Billed;

/// <summary>Reads meters of bills.</summary>
internal static class Meters
{
    /// <summary>Whether the meter holds a text, whatever the case.</summary>
    public static bool Has(this BillLine line, string text) =>
        line.Meter?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Whether meter or description hold a text, whatever the case.</summary>
    public static bool Says(this BillLine line, string text) =>
        line.Has(text)
        || line.Description?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Whether the line is for snapshots that are kept.</summary>
    public static bool IsSnapshot(this BillLine line) =>
        line.Has("SnapshotUsage") || (line.Says("Snapshot") && line.ServiceCategory == "Storage");

    /// <summary>Whether the line is for traffic to the internet; that to other regions and zones is not.</summary>
    public static bool IsEgress(this BillLine line) =>
        line.Has("DataTransfer-Out-Bytes")
        || line.Says("Data Transfer Out")
        || line.Says("Internet Egress")
        || line.Says("Internet Data Transfer Out")
        || (line.Service is "Bandwidth" && !line.Says("Inter-Region") && !line.Says("Intra"));

    /// <summary>What follows a text in the meter up to its end, such as a machine type; null without the text.</summary>
    public static string? After(this BillLine line, string text) => After(line.Meter, text);

    /// <inheritdoc cref="After(BillLine, string)"/>
    public static string? After(string? meter, string text) =>
        meter?.IndexOf(text, StringComparison.Ordinal) is >= 0 and var at
            ? meter[(at + text.Length)..]
            : null;

    /// <summary>The last part of an ARN or path.</summary>
    public static string ShortId(this BillLine line) =>
        line.ResourceId is { } id ? id[(id.LastIndexOfAny(['/', ':']) + 1)..] : "ID";
}
