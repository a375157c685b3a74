namespace Outlay.Inventory.Resources;

/// <summary>A bucket of object storage.</summary>
public sealed record Bucket : Resource
{
    /// <summary>Whether rules move or delete its objects; null when that was not read.</summary>
    public bool? HasLifecycle { get; init; }

    /// <summary>Whether a rule ends uploads that were never finished; null when that was not read.</summary>
    public bool? EndsUploads { get; init; }

    /// <summary>Whether former versions are kept.</summary>
    public bool? IsVersioned { get; init; }

    /// <summary>Uploads older than a week that were never finished; null when that was not read.</summary>
    public int? UnfinishedUploads { get; init; }
}
