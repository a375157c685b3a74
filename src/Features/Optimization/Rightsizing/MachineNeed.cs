namespace Outlay.Optimization.Rightsizing;

/// <summary>
/// What a load needs of a machine. Processors: percentile of use x processors / (1 - headroom); memory: largest use / (1 - headroom), as AWS
/// Compute Optimizer publishes its rule. A dimension that was not measured keeps what is there.
/// </summary>
/// <param name="VCpus">Virtual processors.</param>
/// <param name="MemoryGib">Memory, GiB.</param>
/// <param name="NetworkGbps">Lasting network bandwidth, Gbit/s; null when it was not measured.</param>
public sealed record MachineNeed(double VCpus, double MemoryGib, double? NetworkGbps)
{
    private const double NetworkShare = 0.8;

    /// <summary>The need of a load.</summary>
    /// <param name="vcpus">Processors now.</param>
    /// <param name="cpuPercent">Percentile of their use, percent.</param>
    /// <param name="cpuHeadroom">Share that stays free, 0 to below 1.</param>
    /// <param name="memoryGib">Memory now, GiB.</param>
    /// <param name="memoryPercent">Largest use, percent; null when it was not measured.</param>
    /// <param name="memoryHeadroom">Share that stays free, 0 to below 1.</param>
    /// <param name="bytesPerSecond">Percentile of traffic in and out, bytes a second; null when it was not measured.</param>
    public static MachineNeed Of(
        double vcpus,
        double cpuPercent,
        double cpuHeadroom,
        double memoryGib,
        double? memoryPercent,
        double memoryHeadroom,
        double? bytesPerSecond = null
    ) =>
        new(
            vcpus * cpuPercent / 100 / (1 - cpuHeadroom),
            memoryPercent is { } percent
                ? memoryGib * percent / 100 / (1 - memoryHeadroom)
                : memoryGib,
            bytesPerSecond * 8 / 1e9 / NetworkShare
        );

    /// <summary>Whether a machine of this size carries it.</summary>
    public bool IsMetBy(double vcpus, double memoryGib, double? networkGbps) =>
        vcpus >= VCpus
        && memoryGib >= MemoryGib
        && (NetworkGbps is not { } need || networkGbps is not { } has || has >= need);
}
