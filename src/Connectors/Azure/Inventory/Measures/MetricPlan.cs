using Outlay.Inventory;

namespace Outlay.Connectors.Azure.Inventory.Measures;

/// <summary>A metric of machines as Azure Monitor knows it, and what becomes of it.</summary>
/// <param name="Asked">Azure's name.</param>
/// <param name="Take">The member of a point that is taken.</param>
/// <param name="Name">One of <see cref="MetricNames"/>.</param>
/// <param name="Statistic">What a point is.</param>
internal sealed record MetricLine(string Asked, string Take, string Name, Statistic Statistic)
{
    /// <summary>Whether the hours of the week are of use.</summary>
    public bool KeepWeek { get; init; }

    /// <summary>What values are multiplied by.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Whether the value is free memory in bytes, and use in percent is wanted.</summary>
    public bool IsFreeMemory { get; init; }
}

/// <summary>What is asked for in one call: metrics of one period.</summary>
/// <param name="PeriodSeconds">Length of a point's period.</param>
/// <param name="Interval">The same as Azure writes it.</param>
/// <param name="Lines">The metrics.</param>
/// <remarks>https://learn.microsoft.com/azure/azure-monitor/reference/supported-metrics/microsoft-compute-virtualmachines-metrics.</remarks>
internal sealed record MetricPlan(
    int PeriodSeconds,
    string Interval,
    params IReadOnlyList<MetricLine> Lines
)
{
    private const string Cpu = "Percentage CPU";
    private const string FreeMemory = "Available Memory Bytes";
    private const double SecondsOfHour = 3600;

    /// <summary>By the hour: the largest and smallest minute within it, and sums.</summary>
    public static MetricPlan Hours { get; } =
        new(
            3600,
            "PT1H",
            new(Cpu, "maximum", MetricNames.Cpu, Statistic.Maximum) { KeepWeek = true },
            new("Network In Total", "total", MetricNames.NetworkIn, Statistic.Sum),
            new("Network Out Total", "total", MetricNames.NetworkOut, Statistic.Sum),
            new(FreeMemory, "average", MetricNames.Memory, Statistic.Average)
            {
                IsFreeMemory = true,
            },
            new(FreeMemory, "minimum", MetricNames.Memory, Statistic.Maximum)
            {
                IsFreeMemory = true,
            },
            new("Disk Read Bytes", "total", MetricNames.DiskReadBytes, Statistic.Sum),
            new("Disk Write Bytes", "total", MetricNames.DiskWriteBytes, Statistic.Sum),
            new("Disk Read Operations/Sec", "average", MetricNames.DiskReads, Statistic.Sum)
            {
                Scale = SecondsOfHour,
            },
            new("Disk Write Operations/Sec", "average", MetricNames.DiskWrites, Statistic.Sum)
            {
                Scale = SecondsOfHour,
            }
        );

    /// <summary>Processors by the hour, where steps of five minutes would be too many points.</summary>
    public static MetricPlan HourlyCpu { get; } = new(3600, "PT1H", Average);

    /// <summary>Processors in steps of five minutes.</summary>
    public static MetricPlan FineCpu { get; } = new(300, "PT5M", Average);

    /// <summary>Credits of burstable machines.</summary>
    public static MetricPlan Credits { get; } =
        new(
            3600,
            "PT1H",
            new MetricLine(
                "CPU Credits Remaining",
                "minimum",
                MetricNames.CpuCredits,
                Statistic.Minimum
            )
        );

    /// <summary>Azure's names, each once.</summary>
    public IEnumerable<string> Names => Lines.Select(l => l.Asked).Distinct();

    /// <summary>The aggregations that are taken of any of them.</summary>
    public string Aggregations => string.Join(',', Lines.Select(l => l.Take).Distinct());

    private static MetricLine Average =>
        new(Cpu, "average", MetricNames.Cpu, Statistic.Average) { KeepWeek = true };
}
