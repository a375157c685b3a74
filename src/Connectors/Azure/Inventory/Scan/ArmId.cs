namespace Outlay.Connectors.Azure.Inventory.Scan;

/// <summary>Ids of Azure's resources. Their case differs from answer to answer and means nothing.</summary>
internal static class ArmId
{
    /// <summary>The id as all that compare it write it.</summary>
    public static string Plain(string id) => id.ToLowerInvariant();

    /// <summary>The last part: the resource's own name.</summary>
    public static string Last(string id) => id[(id.LastIndexOf('/') + 1)..];

    /// <summary>What something belongs to, such as the interface of an address configuration: the id before a part.</summary>
    public static string Before(string id, string part)
    {
        var at = id.IndexOf($"/{part}/", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? id : id[..at];
    }
}
