namespace Outlay.Inventory.Resources;

/// <summary>A snapshot of a database.</summary>
public sealed record DatabaseSnapshot : Resource
{
    /// <summary>The database it was taken of; it may be gone.</summary>
    public required string DatabaseId { get; init; }

    /// <summary>Whether a person made it, so that nothing will delete it.</summary>
    public bool IsManual { get; init; }

    /// <summary>Storage of the database, GiB: an upper bound of what is paid.</summary>
    public double StorageGib { get; init; }

    /// <summary>Engine of the database.</summary>
    public string? Engine { get; init; }
}
