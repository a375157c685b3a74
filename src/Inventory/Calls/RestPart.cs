namespace Outlay.Inventory.Calls;

/// <summary>An account as a scan over REST reads it, and what was found in it.</summary>
/// <param name="scan">What the parts of the scan share.</param>
/// <param name="id">FOCUS SubAccountId.</param>
/// <param name="name">Its name; null when it is not known.</param>
public abstract class RestPart(RestScan scan, string id, string? name)
{
    /// <summary>FOCUS SubAccountId.</summary>
    public string Id => id;

    /// <summary>Its name; null when it is not known.</summary>
    public string? Name => name;

    /// <summary>The resources so far.</summary>
    public List<Resource> Found { get; } = [];

    /// <summary>The machine types on offer where machines were found.</summary>
    public List<MachineType> Types { get; } = [];

    /// <summary>Reads something of the account; what fails becomes a gap, and the rest goes on.</summary>
    public Task<bool> TryAsync(string subject, Func<Task> read, string? region = null) =>
        scan.TryAsync(id, region, subject, read);
}
