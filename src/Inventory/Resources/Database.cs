namespace Outlay.Inventory.Resources;

/// <summary>A managed database instance.</summary>
public sealed record Database : Resource
{
    /// <summary>Engine, such as <c>postgres</c> or <c>aurora-mysql</c>.</summary>
    public required string Engine { get; init; }

    /// <summary>Version of the engine.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>Its class, such as <c>db.m5.large</c>.</summary>
    public required string Type { get; init; }

    /// <summary><c>available</c> or <c>stopped</c>, else the provider's own word.</summary>
    public required string State { get; init; }

    /// <summary>Whether a second instance stands by in another zone.</summary>
    public bool IsMultiZone { get; init; }

    /// <summary>Type of its storage, such as <c>gp2</c>.</summary>
    public string? StorageType { get; init; }

    /// <summary>Storage that is allocated, GiB.</summary>
    public double StorageGib { get; init; }

    /// <summary>Operations per second that are provisioned.</summary>
    public double? Iops { get; init; }

    /// <summary>Memory of its class, GiB; null when not known.</summary>
    public double? MemoryGib { get; init; }

    /// <summary>The instance it is a read replica of.</summary>
    public string? ReplicaOf { get; init; }

    /// <summary>The cluster it belongs to.</summary>
    public string? ClusterId { get; init; }

    /// <summary>The licence, such as <c>general-public-license</c> or <c>license-included</c>.</summary>
    public string? Licence { get; init; }
}
