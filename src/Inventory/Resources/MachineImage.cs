namespace Outlay.Inventory.Resources;

/// <summary>An image that machines are started from.</summary>
public sealed record MachineImage : Resource
{
    /// <summary>Ids of the snapshots it holds.</summary>
    public IReadOnlyList<string> SnapshotIds { get; init; } = [];

    /// <summary>When a machine was last started from it; null when the provider does not say.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Whether a machine, a launch template or a scaling group names it.</summary>
    public bool IsReferenced { get; init; }
}
