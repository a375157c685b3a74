namespace Outlay.Inventory.Resources;

/// <summary>A public address that is reserved: Elastic IP, public IP, static address.</summary>
public sealed record PublicAddress : Resource
{
    /// <summary>The address itself.</summary>
    public required string Address { get; init; }

    /// <summary>Id of the machine, interface or gateway it is bound to; null when it is bound to none.</summary>
    public string? BoundTo { get; init; }

    /// <summary>Whether what it is bound to runs; null when that is not known.</summary>
    public bool? IsTargetRunning { get; init; }
}
