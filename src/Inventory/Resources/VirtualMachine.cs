namespace Outlay.Inventory.Resources;

/// <summary>A virtual machine: EC2 instance, Azure virtual machine, Compute Engine instance.</summary>
public sealed record VirtualMachine : Resource
{
    /// <summary>Its type, such as <c>m5.large</c>.</summary>
    public required string Type { get; init; }

    /// <summary><c>running</c> or <c>stopped</c> (stopped and not paid for), else the provider's own word.</summary>
    public required string State { get; init; }

    /// <summary>Since when it is stopped; null when it runs or the provider does not say.</summary>
    public DateTimeOffset? StoppedSince { get; init; }

    /// <summary>When it was last started.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary><c>x86_64</c> or <c>arm64</c>.</summary>
    public string? Architecture { get; init; }

    /// <summary><c>linux</c>, <c>windows</c>, <c>rhel</c>, <c>suse</c> or another word that prices go by.</summary>
    public string OperatingSystem { get; init; } = "linux";

    /// <summary>Whether it is spare capacity that can be taken away (Spot).</summary>
    public bool IsSpot { get; init; }

    /// <summary><c>default</c>, <c>dedicated</c> or <c>host</c>.</summary>
    public string Tenancy { get; init; } = "default";

    /// <summary>The scaling group, node group or scale set that makes and ends it; null when it stands alone. Then the group's template is what must change.</summary>
    public string? ManagedBy { get; init; }

    /// <summary>Whether its root disk is local and lost when it stops.</summary>
    public bool HasLocalRoot { get; init; }

    /// <summary>Ids of its disks.</summary>
    public IReadOnlyList<string> DiskIds { get; init; } = [];

    /// <summary>Its public addresses.</summary>
    public IReadOnlyList<string> PublicAddresses { get; init; } = [];

    /// <summary>The network it stands in.</summary>
    public string? NetworkId { get; init; }
}
