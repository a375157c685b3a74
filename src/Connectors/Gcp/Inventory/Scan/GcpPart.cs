using System.Runtime.CompilerServices;
using System.Text.Json;
using Outlay.Inventory;
using Outlay.Inventory.Calls;

namespace Outlay.Connectors.Gcp.Inventory.Scan;

/// <summary>A project as a scan reads it, and what was found in it.</summary>
internal sealed class GcpPart(GcpScan scan, string id, string? name) : RestPart(scan.Rest, id, name)
{
    private const string Host = "//compute.googleapis.com/";
    private readonly IReadOnlyList<string> _regions = InventoryFields.RegionsOf(scan.Settings);

    public GcpScan Scan => scan;

    /// <summary>The items of a kind in all zones and regions, those that are set alone.</summary>
    /// <remarks>A zone that does not answer is a gap: the list goes on without it (returnPartialSuccess).</remarks>
    public async IAsyncEnumerable<JsonElement> AggregatedAsync(
        string kind,
        string subject,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var permission = $"compute.{kind}.list";
        await foreach (
            var page in PagesAsync(
                "compute",
                permission,
                $"/compute/v1/projects/{Id}/aggregated/{kind}?maxResults=500&returnPartialSuccess=true",
                cancellationToken
            )
        )
        {
            foreach (var lost in page.Texts("unreachables"))
            {
                scan.Rest.Gaps.Add(
                    new ScanGap(
                        Id,
                        RegionOf(Last(lost)),
                        subject,
                        permission,
                        $"{Last(lost)} did not answer.",
                        "It may pass by itself: scan again."
                    )
                );
            }

            foreach (
                var item in (page.Child("items") ?? default)
                    is { ValueKind: JsonValueKind.Object } places
                    ? places.EnumerateObject().SelectMany(p => p.Value.Items(kind))
                    : []
            )
            {
                if (_regions.Count == 0 || _regions.Contains(Region(item)))
                {
                    yield return item;
                }
            }
        }
    }

    /// <summary>The pages of a list of Google's.</summary>
    public IAsyncEnumerable<JsonElement> PagesAsync(
        string service,
        string permission,
        string path,
        CancellationToken cancellationToken,
        string region = "global"
    )
    {
        var first = scan.Call(Id, service, permission, path, region);
        return scan.Rest.Wire.PagesAsync(
            first,
            p =>
                p.Text("nextPageToken") is { } token
                    ? new Uri($"{first.Address}&pageToken={Uri.EscapeDataString(token)}")
                    : null,
            cancellationToken
        );
    }

    /// <summary>The full name by which bills know a resource, from its own address.</summary>
    public static string FullName(JsonElement item) => FullName(item.Text("selfLink") ?? "");

    /// <inheritdoc cref="FullName(JsonElement)"/>
    public static string FullName(string address)
    {
        var at = address.IndexOf("projects/", StringComparison.Ordinal);
        return at < 0 ? address : Host + address[at..];
    }

    /// <summary>The same with its number in place of its name, as bills may have it.</summary>
    public static IReadOnlyList<string> Aliases(JsonElement item)
    {
        var full = FullName(item);
        return item.Text("id") is { } number ? [full[..(full.LastIndexOf('/') + 1)] + number] : [];
    }

    /// <summary>The last part of an address.</summary>
    public static string Last(string address) => address[(address.LastIndexOf('/') + 1)..];

    /// <summary>The zone of an item; null when it has none.</summary>
    public static string? Zone(JsonElement item) =>
        item.Text("zone") is { } zone ? Last(zone) : null;

    /// <summary>The region of an item; <c>global</c> when it has none.</summary>
    public static string Region(JsonElement item) =>
        Zone(item) is { } zone ? RegionOf(zone)
        : item.Text("region") is { } region ? Last(region)
        : "global";

    /// <summary>The region of a zone: europe-west1 of europe-west1-b.</summary>
    public static string RegionOf(string zone) =>
        zone.Split('-') is [var continent, var place, _] ? $"{continent}-{place}" : zone;
}
