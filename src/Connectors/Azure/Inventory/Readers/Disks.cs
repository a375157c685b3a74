using System.Text.Json;
using Outlay.Connectors.Azure.Inventory.Scan;
using Outlay.Inventory.Calls;
using Outlay.Inventory.Resources;

namespace Outlay.Connectors.Azure.Inventory.Readers;

/// <summary>Managed disks and their snapshots.</summary>
internal static class Disks
{
    public const string Kind = "Microsoft.Compute/disks";
    public const string Version = "api-version=2024-03-02";
    public const string SnapshotKind = "Microsoft.Compute/snapshots";

    public static async Task ReadAsync(AzurePart part)
    {
        var cancel = part.Scan.Rest.Cancel;
        await part.TryAsync(
            "Disks",
            async () =>
            {
                await foreach (var item in part.AllAsync(Kind, Version, cancel))
                {
                    part.Found.Add(Disk(part, item));
                }
            }
        );
        await part.TryAsync(
            "Snapshots of disks",
            async () =>
            {
                await foreach (var item in part.AllAsync(SnapshotKind, Version, cancel))
                {
                    part.Found.Add(Snapshot(part, item));
                }
            }
        );
    }

    private static Disk Disk(AzurePart part, JsonElement item)
    {
        var id = ArmId.Plain(item.Text("id") ?? "");
        var own = item.Child("properties") ?? default;
        var owners = item.Texts("managedByExtended")
            .Append(item.Text("managedBy"))
            .OfType<string>()
            .Select(ArmId.Plain)
            .Distinct()
            .ToList();
        return new Disk
        {
            Provider = AzureInventoryCollector.ProviderName,
            AccountId = part.Id,
            Region = AzurePart.Region(item),
            Id = id,
            Name = id,
            DisplayName = item.Text("name"),
            Zone = item.Texts("zones").FirstOrDefault(),
            CreatedAt = RestTime.Parse(own.Text("timeCreated")),
            Tags = item.Labels("tags"),
            Type = item.Child("sku")?.Text("name") ?? "",
            SizeGib = own.Number("diskSizeGB") ?? 0,
            Iops = own.Number("diskIOPSReadWrite"),
            ThroughputMibps = own.Number("diskMBpsReadWrite"),
            AttachedTo = owners,
            IsBoot = own.Text("osType") is not null,
            IsShared = own.Number("maxShares") > 1,
            DetachedSince = owners.Count > 0 ? null : DetachedSince(part, own),
            FromSnapshot = own.Child("creationData")?.Text("sourceResourceId") is { } source
                ? ArmId.Plain(source)
                : null,
        };
    }

    // A disk that is uploaded to or read from at this moment is in use, although no machine has it.
    private static DateTimeOffset? DetachedSince(AzurePart part, JsonElement own) =>
        own.Text("diskState") is { } state and not ("Unattached" or "Reserved" or "Attached")
            ? part.Scan.Rest.Started
            : RestTime.Parse(own.Text("LastOwnershipUpdateTime"));

    private static DiskSnapshot Snapshot(AzurePart part, JsonElement item)
    {
        var id = ArmId.Plain(item.Text("id") ?? "");
        var own = item.Child("properties") ?? default;
        return new DiskSnapshot
        {
            Provider = AzureInventoryCollector.ProviderName,
            AccountId = part.Id,
            Region = AzurePart.Region(item),
            Id = id,
            Name = id,
            DisplayName = item.Text("name"),
            CreatedAt = RestTime.Parse(own.Text("timeCreated")),
            Tags = item.Labels("tags"),
            DiskId = own.Child("creationData")?.Text("sourceResourceId") is { } source
                ? ArmId.Plain(source)
                : null,
            DiskSizeGib = own.Number("diskSizeGB") ?? 0,
            Tier = item.Child("sku")?.Text("name") ?? "Standard_LRS",
            // Azure Backup and Site Recovery own what they made.
            IsManaged =
                item.Text("managedBy") is not null
                || item.Labels("tags")
                    .Keys.Any(k =>
                        k.StartsWith("AzureBackup", StringComparison.OrdinalIgnoreCase)
                        || k.StartsWith("ASR", StringComparison.Ordinal)
                    ),
        };
    }
}
