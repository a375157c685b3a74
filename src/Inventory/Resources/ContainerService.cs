namespace Outlay.Inventory.Resources;

/// <summary>A service of containers that are paid by what their tasks reserve: ECS on Fargate, and the like.</summary>
public sealed record ContainerService : Resource
{
    /// <summary>The cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>Tasks that should run.</summary>
    public int DesiredTasks { get; init; }

    /// <summary>Tasks that ran when the scan looked.</summary>
    public int RunningTasks { get; init; }

    /// <summary>Processors that a task reserves, in units of 1/1024.</summary>
    public int CpuUnits { get; init; }

    /// <summary>Memory that a task reserves, MiB.</summary>
    public int MemoryMib { get; init; }

    /// <summary>Local disk of a task, GiB.</summary>
    public double DiskGib { get; init; } = 20;

    /// <summary><c>x86_64</c> or <c>arm64</c>.</summary>
    public string Architecture { get; init; } = "x86_64";

    /// <summary><c>linux</c> or <c>windows</c>.</summary>
    public string OperatingSystem { get; init; } = "linux";

    /// <summary>Whether its tasks run without servers of one's own (Fargate).</summary>
    public bool IsServerless { get; init; }

    /// <summary>Share of its tasks on capacity that can be taken away, 0 to 1.</summary>
    public double SpotShare { get; init; }

    /// <summary>What its scaling follows: <c>cpu</c>, <c>memory</c>, <c>steps</c>, or other words; empty when it does not scale.</summary>
    public IReadOnlyList<string> ScalesBy { get; init; } = [];

    /// <summary>The largest processors and memory that one of its containers asks for, so that a task must hold them; 0 for none.</summary>
    public int LargestContainerCpu { get; init; }

    /// <summary>See <see cref="LargestContainerCpu"/>; MiB.</summary>
    public int LargestContainerMib { get; init; }
}
