namespace Outlay.Inventory.Resources;

/// <summary>A gateway that lets a private network reach others.</summary>
public sealed record NatGateway : Resource
{
    /// <summary>The network it stands in.</summary>
    public string? NetworkId { get; init; }

    /// <summary><c>available</c>, else the provider's own word.</summary>
    public required string State { get; init; }

    /// <summary>Route tables that point at it; null when they were not read.</summary>
    public int? Routes { get; init; }
}
