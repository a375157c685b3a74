namespace Outlay.Query;

/// <summary>Something to group or filter by: a FOCUS column (<c>ServiceName</c>), an <c>x_</c> column, or a tag key (<c>tag:team</c>).</summary>
/// <param name="Key">Its address, as URLs, JSON and the command line write it.</param>
public readonly record struct Dimension(string Key)
{
    private const string TagPrefix = "tag:";

    /// <summary>Whether it is a tag key.</summary>
    public bool IsTag => Key.StartsWith(TagPrefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>The tag key without its prefix.</summary>
    public string TagKey =>
        IsTag
            ? Key[TagPrefix.Length..]
            : throw new InvalidOperationException($"{Key} is not a tag.");

    /// <summary>The dimension of a tag key.</summary>
    public static Dimension Tag(string key) => new(TagPrefix + key);

    /// <summary>The key.</summary>
    public override string ToString() => Key;
}
