using System.Text.Json;
using Outlay.Connectors.Gcp.Inventory.Scan;
using Outlay.Inventory.Calls;
using Outlay.Inventory.Resources;

namespace Outlay.Connectors.Gcp.Inventory.Readers;

/// <summary>Persistent disks and their snapshots.</summary>
internal static class Disks
{
    public static async Task ReadAsync(GcpPart part)
    {
        const string DiskSubject = "Disks";
        await part.TryAsync(
            DiskSubject,
            async () =>
            {
                await foreach (
                    var item in part.AggregatedAsync("disks", DiskSubject, part.Scan.Rest.Cancel)
                )
                {
                    part.Found.Add(Disk(part, item));
                }
            }
        );
        await part.TryAsync(
            "Snapshots of disks",
            async () =>
            {
                await foreach (
                    var page in part.PagesAsync(
                        "compute",
                        "compute.snapshots.list",
                        $"/compute/v1/projects/{part.Id}/global/snapshots?maxResults=500",
                        part.Scan.Rest.Cancel
                    )
                )
                {
                    part.Found.AddRange(page.Items("items").Select(i => Snapshot(part, i)));
                }
            }
        );
    }

    private static Disk Disk(GcpPart part, JsonElement item)
    {
        var name = GcpPart.FullName(item);
        var users = item.Texts("users").Select(GcpPart.FullName).ToList();
        return new Disk
        {
            Provider = GcpInventoryCollector.ProviderName,
            AccountId = part.Id,
            Region = GcpPart.Region(item),
            Zone = GcpPart.Zone(item),
            Id = name,
            Name = name,
            Aliases = GcpPart.Aliases(item),
            DisplayName = item.Text("name"),
            CreatedAt = RestTime.Parse(item.Text("creationTimestamp")),
            Tags = item.Labels("labels"),
            Type = GcpPart.Last(item.Text("type") ?? ""),
            SizeGib = item.Number("sizeGb") ?? 0,
            Iops = item.Number("provisionedIops"),
            ThroughputMibps = item.Number("provisionedThroughput"),
            AttachedTo = users,
            IsShared = users.Count > 1,
            DetachedSince =
                users.Count > 0 ? null : RestTime.Parse(item.Text("lastDetachTimestamp")),
            FromSnapshot = item.Text("sourceSnapshot") is { } source
                ? GcpPart.FullName(source)
                : null,
        };
    }

    private static DiskSnapshot Snapshot(GcpPart part, JsonElement item)
    {
        var name = GcpPart.FullName(item);
        return new DiskSnapshot
        {
            Provider = GcpInventoryCollector.ProviderName,
            AccountId = part.Id,
            // One place is a region or a whole continent, as us.
            Region = item.Texts("storageLocations").FirstOrDefault() ?? "global",
            Id = name,
            Name = name,
            Aliases = GcpPart.Aliases(item),
            DisplayName = item.Text("name"),
            CreatedAt = RestTime.Parse(item.Text("creationTimestamp")),
            Tags = item.Labels("labels"),
            DiskId = item.Text("sourceDisk") is { } disk ? GcpPart.FullName(disk) : null,
            DiskSizeGib = item.Number("diskSizeGb") ?? 0,
            Tier = item.Text("snapshotType") == "ARCHIVE" ? "archive" : "standard",
            IsManaged = item.Child("autoCreated")?.ValueKind == JsonValueKind.True,
        };
    }
}
