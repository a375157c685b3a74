namespace Outlay.Inventory.Resources;

/// <summary>A private way to a provider's service from a network: VPC endpoint, private endpoint.</summary>
public sealed record NetworkEndpoint : Resource
{
    /// <summary>The network it stands in.</summary>
    public string? NetworkId { get; init; }

    /// <summary>The service, such as <c>s3</c>.</summary>
    public required string Service { get; init; }

    /// <summary>Whether it is free of charge (a gateway endpoint).</summary>
    public bool IsGateway { get; init; }

    /// <summary>Zones in which it is paid for.</summary>
    public int Zones { get; init; } = 1;
}
