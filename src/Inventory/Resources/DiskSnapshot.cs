namespace Outlay.Inventory.Resources;

/// <summary>A snapshot of a disk.</summary>
public sealed record DiskSnapshot : Resource
{
    /// <summary>The disk it was taken of; the disk may be gone.</summary>
    public string? DiskId { get; init; }

    /// <summary>Size of the disk, GiB: an upper bound of what is paid, because snapshots keep only what changed.</summary>
    public required double DiskSizeGib { get; init; }

    /// <summary><c>standard</c> or <c>archive</c>.</summary>
    public string Tier { get; init; } = "standard";

    /// <summary>Whether a backup service made it and will delete it.</summary>
    public bool IsManaged { get; init; }

    /// <summary>Whether other accounts may use it; null when that was not read.</summary>
    public bool? IsShared { get; init; }
}
