namespace Outlay.Inventory.Resources;

/// <summary>A block disk: EBS volume, managed disk, persistent disk.</summary>
public sealed record Disk : Resource
{
    /// <summary>Its type, such as <c>gp2</c> or <c>Premium_LRS</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Size, GiB.</summary>
    public required double SizeGib { get; init; }

    /// <summary>Operations per second that are provisioned; null when the type sets them.</summary>
    public double? Iops { get; init; }

    /// <summary>Throughput that is provisioned, MiB/s; null when the type sets it.</summary>
    public double? ThroughputMibps { get; init; }

    /// <summary>Ids of the machines it is attached to; empty when it is attached to none.</summary>
    public IReadOnlyList<string> AttachedTo { get; init; } = [];

    /// <summary>Whether a machine boots from it.</summary>
    public bool IsBoot { get; init; }

    /// <summary>Whether several machines may use it at once.</summary>
    public bool IsShared { get; init; }

    /// <summary>Since when it is attached to none, if the provider says.</summary>
    public DateTimeOffset? DetachedSince { get; init; }

    /// <summary>The snapshot it was made from.</summary>
    public string? FromSnapshot { get; init; }
}
