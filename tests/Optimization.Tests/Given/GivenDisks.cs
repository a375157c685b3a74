using Outlay.Inventory;
using Outlay.Inventory.Resources;

namespace Outlay.Optimization.Tests.Given;

/// <summary>Disks and their snapshots.</summary>
internal static class GivenDisks
{
    public static Disk Disk(string id, string type, double gib, params Metric[] metrics) =>
        new()
        {
            Provider = "AWS",
            AccountId = "111122223333",
            Region = "us-east-1",
            Id = id,
            Name = $"arn:aws:ec2:us-east-1:111122223333:volume/{id}",
            Type = type,
            SizeGib = gib,
            CreatedAt = GivenScan.Now.AddDays(-200),
            Metrics = metrics,
        };

    public static DiskSnapshot Snapshot(string id, string? disk, double gib, int days) =>
        new()
        {
            Provider = "AWS",
            AccountId = "111122223333",
            Region = "us-east-1",
            Id = id,
            Name = $"arn:aws:ec2:us-east-1:111122223333:snapshot/{id}",
            DiskId = disk,
            DiskSizeGib = gib,
            CreatedAt = GivenScan.Now.AddDays(-days),
        };

    /// <summary>Operations a second and MiB a second, reads and writes alike half of it.</summary>
    public static Metric[] Use(double iops, double mibps, int days = 14) =>
        [
            GivenScan.Constant(MetricNames.DiskReads, Statistic.Sum, iops * 1800, days),
            GivenScan.Constant(MetricNames.DiskWrites, Statistic.Sum, iops * 1800, days),
            GivenScan.Constant(
                MetricNames.DiskReadBytes,
                Statistic.Sum,
                mibps * 1800 * 1048576,
                days
            ),
            GivenScan.Constant(
                MetricNames.DiskWriteBytes,
                Statistic.Sum,
                mibps * 1800 * 1048576,
                days
            ),
        ];
}
