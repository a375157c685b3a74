namespace Outlay.Inventory;

/// <summary>Names of metrics, the same for every cloud, with their units.</summary>
public static class MetricNames
{
    /// <summary>Processor use, percent of all processors (virtual machines, databases) or of what is reserved (container services).</summary>
    public const string Cpu = "cpu-percent";

    /// <summary>Memory in use, percent.</summary>
    public const string Memory = "memory-percent";

    /// <summary>Bytes received; with <see cref="Statistic.Sum"/> bytes in the period.</summary>
    public const string NetworkIn = "network-in-bytes";

    /// <summary>Bytes sent; with <see cref="Statistic.Sum"/> bytes in the period.</summary>
    public const string NetworkOut = "network-out-bytes";

    /// <summary>Credits of a burstable machine that are left.</summary>
    public const string CpuCredits = "cpu-credits";

    /// <summary>Surplus credits of a burstable machine that were charged, credits in the period.</summary>
    public const string SurplusCredits = "surplus-credits";

    /// <summary>Busy time of the graphics processors, percent.</summary>
    public const string Gpu = "gpu-percent";

    /// <summary>Reads and writes of a disk or of a machine's disks, operations in the period.</summary>
    public const string DiskReads = "disk-reads";

    /// <summary>Writes of a disk, operations in the period.</summary>
    public const string DiskWrites = "disk-writes";

    /// <summary>Bytes read from a disk in the period.</summary>
    public const string DiskReadBytes = "disk-read-bytes";

    /// <summary>Bytes written to a disk in the period.</summary>
    public const string DiskWriteBytes = "disk-write-bytes";

    /// <summary>Open connections of a database or NAT gateway; active flows of a network load balancer.</summary>
    public const string Connections = "connections";

    /// <summary>Memory of a database that is free, bytes.</summary>
    public const string FreeMemory = "free-memory-bytes";

    /// <summary>Storage of a database that is free, bytes.</summary>
    public const string FreeStorage = "free-storage-bytes";

    /// <summary>Requests of a load balancer, or invocations of a function, in the period.</summary>
    public const string Requests = "requests";

    /// <summary>Bytes that went through a NAT gateway, an endpoint or a load balancer in the period.</summary>
    public const string Bytes = "bytes";

    /// <summary>Duration of a function's invocations, milliseconds.</summary>
    public const string Duration = "duration-ms";

    /// <summary>Invocations that ended with an error, in the period.</summary>
    public const string Errors = "errors";

    /// <summary>Invocations that were refused, in the period.</summary>
    public const string Throttles = "throttles";

    /// <summary>Use of provisioned concurrency, percent.</summary>
    public const string ProvisionedUse = "provisioned-percent";

    /// <summary>Memory that a function's invocations used, MiB.</summary>
    public const string MemoryUsed = "memory-used-mib";

    /// <summary>Running tasks of a container service.</summary>
    public const string RunningTasks = "running-tasks";

    /// <summary>Bytes that a bucket stores.</summary>
    public const string StoredBytes = "stored-bytes";

    /// <summary>Objects that a bucket stores.</summary>
    public const string Objects = "objects";
}
