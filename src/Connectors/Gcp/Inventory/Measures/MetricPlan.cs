using Outlay.Inventory;

namespace Outlay.Connectors.Gcp.Inventory.Measures;

/// <summary>A metric of instances as Cloud Monitoring knows it, and what becomes of it.</summary>
/// <param name="Type">Google's name.</param>
/// <param name="Aligner">How points of a period become one.</param>
/// <param name="PeriodSeconds">Length of a period.</param>
/// <param name="Name">One of <see cref="MetricNames"/>.</param>
/// <param name="Statistic">What a point is.</param>
/// <remarks>https://cloud.google.com/monitoring/api/metrics_gcp and /metrics_opsagent.</remarks>
internal sealed record MetricPlan(
    string Type,
    string Aligner,
    int PeriodSeconds,
    string Name,
    Statistic Statistic
)
{
    private const int Hour = 3600;
    private const int FiveMinutes = 300;
    private const string CpuType = "compute.googleapis.com/instance/cpu/utilization";
    private const string MemoryType = "agent.googleapis.com/memory/percent_used";

    /// <summary>What values are multiplied by.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Whether the hours of the week are of use.</summary>
    public bool KeepWeek { get; init; }

    /// <summary>What else a series must be.</summary>
    public string Filter { get; init; } = "";

    /// <summary>The metrics of a project.</summary>
    /// <param name="isFine">Whether processors are read in steps of five minutes.</param>
    public static IReadOnlyList<MetricPlan> Of(bool isFine) =>
        [
            new(
                CpuType,
                "ALIGN_MEAN",
                isFine ? FiveMinutes : Hour,
                MetricNames.Cpu,
                Statistic.Average
            )
            {
                Scale = 100,
                KeepWeek = true,
            },
            new(CpuType, "ALIGN_MAX", Hour, MetricNames.Cpu, Statistic.Maximum)
            {
                Scale = 100,
                KeepWeek = true,
            },
            Memory("ALIGN_MEAN", Statistic.Average),
            Memory("ALIGN_MAX", Statistic.Maximum),
            Sum("network/received_bytes_count", MetricNames.NetworkIn),
            Sum("network/sent_bytes_count", MetricNames.NetworkOut),
            Sum("disk/read_ops_count", MetricNames.DiskReads),
            Sum("disk/write_ops_count", MetricNames.DiskWrites),
            Sum("disk/read_bytes_count", MetricNames.DiskReadBytes),
            Sum("disk/write_bytes_count", MetricNames.DiskWriteBytes),
        ];

    // Only with the Ops Agent: Google does not see into a machine's memory by itself.
    private static MetricPlan Memory(string aligner, Statistic statistic) =>
        new(MemoryType, aligner, Hour, MetricNames.Memory, statistic)
        {
            Filter = " AND metric.labels.state = \"used\"",
        };

    // Disks and network cards have a series each; they are added up.
    private static MetricPlan Sum(string type, string name) =>
        new($"compute.googleapis.com/instance/{type}", "ALIGN_DELTA", Hour, name, Statistic.Sum);
}
