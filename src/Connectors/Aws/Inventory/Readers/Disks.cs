using System.Xml.Linq;
using Outlay.Connectors.Aws.Inventory.Measures;
using Outlay.Connectors.Aws.Inventory.Scan;
using Outlay.Connectors.Aws.Inventory.Wire;
using Outlay.Inventory;
using Outlay.Inventory.Resources;

namespace Outlay.Connectors.Aws.Inventory.Readers;

/// <summary>EBS volumes and the account's own snapshots.</summary>
internal static class Disks
{
    private static readonly string[] BootDevices = ["/dev/sda1", "/dev/xvda"];

    public static async Task ReadAsync(AwsPart part, IReadOnlyList<VirtualMachine> machines)
    {
        var running = machines
            .Where(m => m.State == "running")
            .Select(m => m.Id)
            .ToHashSet(StringComparer.Ordinal);
        await part.TryAsync(
            "EBS volumes",
            async () =>
            {
                await foreach (
                    var page in part.PagesAsync(
                        AwsApi.Ec2,
                        "DescribeVolumes",
                        PageNames.Ec2,
                        cancellationToken: part.Cancel
                    )
                )
                {
                    foreach (var item in page.Items("volumeSet"))
                    {
                        var disk = Disk(part, item);
                        part.Found.Add(disk);
                        // A disk has metrics only while a machine that runs holds it.
                        if (disk.AttachedTo.Any(running.Contains))
                        {
                            part.Wishes.AddRange(Wishes(disk));
                        }
                    }
                }
            }
        );
        await part.TryAsync("EBS snapshots", () => SnapshotsAsync(part));
    }

    private static Disk Disk(AwsPart part, XElement item)
    {
        var id = item.Text("volumeId") ?? "";
        var tags = item.Tags("tagSet");
        var attachments = item.Items("attachmentSet").ToList();
        return new Disk
        {
            Provider = AwsInventoryCollector.ProviderName,
            AccountId = part.Account.Id,
            Region = part.Region,
            Id = id,
            Name = part.Arn("ec2", $"volume/{id}"),
            DisplayName = tags.GetValueOrDefault("Name"),
            CreatedAt = item.Time("createTime"),
            Tags = tags,
            Type = item.Text("volumeType") ?? "standard",
            SizeGib = item.Number("size") ?? 0,
            Iops = item.Number("iops"),
            ThroughputMibps = item.Number("throughput"),
            AttachedTo = [.. attachments.Select(a => a.Text("instanceId")).OfType<string>()],
            IsBoot = attachments.Any(a => BootDevices.Contains(a.Text("device"))),
            IsShared = item.Flag("multiAttachEnabled"),
            FromSnapshot = item.Text("snapshotId"),
        };
    }

    private static IEnumerable<MetricWish> Wishes(Disk disk) =>
        new (string Name, string Metric)[]
        {
            (MetricNames.DiskReads, "VolumeReadOps"),
            (MetricNames.DiskWrites, "VolumeWriteOps"),
            (MetricNames.DiskReadBytes, "VolumeReadBytes"),
            (MetricNames.DiskWriteBytes, "VolumeWriteBytes"),
        }.Select(m => new MetricWish(
            disk.Name,
            m.Name,
            Statistic.Sum,
            MetricWish.Hour,
            new MetricSource("AWS/EBS", m.Metric, ("VolumeId", disk.Id))
        )
        {
            Rank = 1,
        });

    private static async Task SnapshotsAsync(AwsPart part)
    {
        // Without an owner every public snapshot of the region would come.
        await foreach (
            var page in part.PagesAsync(
                AwsApi.Ec2,
                "DescribeSnapshots",
                PageNames.Ec2,
                [("Owner.1", "self")],
                part.Cancel
            )
        )
        {
            foreach (var item in page.Items("snapshotSet"))
            {
                part.Found.Add(Snapshot(part, item));
            }
        }
    }

    private static DiskSnapshot Snapshot(AwsPart part, XElement item)
    {
        var id = item.Text("snapshotId") ?? "";
        var tags = item.Tags("tagSet");
        return new DiskSnapshot
        {
            Provider = AwsInventoryCollector.ProviderName,
            AccountId = part.Account.Id,
            Region = part.Region,
            Id = id,
            Name = part.Arn("ec2", $"snapshot/{id}"),
            DisplayName = tags.GetValueOrDefault("Name"),
            CreatedAt = item.Time("startTime"),
            Tags = tags,
            // A copied snapshot names a volume that never was.
            DiskId = item.Text("volumeId") is { } disk && disk != "vol-ffffffff" ? disk : null,
            DiskSizeGib = item.Number("volumeSize") ?? 0,
            Tier = item.Text("storageTier") ?? "standard",
            IsManaged = tags.Keys.Any(k =>
                k.StartsWith("aws:backup:", StringComparison.Ordinal)
                || k.StartsWith("aws:dlm:", StringComparison.Ordinal)
                || k == "dlm:managed"
            ),
        };
    }
}
