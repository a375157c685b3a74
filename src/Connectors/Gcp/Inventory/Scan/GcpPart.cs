using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Outlay.Inventory;
using Outlay.Inventory.Calls;

namespace Outlay.Connectors.Gcp.Inventory.Scan;

/// <summary>A project as a scan reads it, and what was found in it.</summary>
internal sealed class GcpPart(GcpScan scan, string id, string? name)
{
    private const string Host = "//compute.googleapis.com/";
    private readonly IReadOnlyList<string> _regions = InventoryFields.RegionsOf(scan.Settings);

    public GcpScan Scan => scan;

    /// <summary>The project's id.</summary>
    public string Id => id;

    /// <summary>Its name; null when it is not known.</summary>
    public string? Name => name;

    public List<Resource> Found { get; } = [];

    public List<MachineType> Types { get; } = [];

    /// <summary>Reads something of the project; what fails becomes a gap, and the rest goes on.</summary>
    public Task<bool> TryAsync(string subject, Func<Task> read, string? region = null) =>
        scan.Rest.TryAsync(id, region, subject, read);

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
                $"/compute/v1/projects/{id}/aggregated/{kind}?maxResults=500&returnPartialSuccess=true",
                cancellationToken
            )
        )
        {
            foreach (var lost in page.Texts("unreachables"))
            {
                scan.Rest.Gaps.Add(
                    new ScanGap(
                        id,
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
        var first = scan.Call(id, service, permission, path, region);
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

    /// <summary>Labels, which are members of an object.</summary>
    public static IReadOnlyDictionary<string, string> Labels(JsonElement item) =>
        item.Child("labels") is { ValueKind: JsonValueKind.Object } labels
            ? labels
                .EnumerateObject()
                .ToDictionary(l => l.Name, l => l.Value.GetString() ?? "", StringComparer.Ordinal)
            : new Dictionary<string, string>();

    /// <summary>A time; null when it is none.</summary>
    public static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time
        )
            ? time
            : null;
}
