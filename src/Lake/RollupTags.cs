namespace Outlay.Lake;

/// <summary>
/// Chooses the tag keys that a daily rollup keeps. Every key multiplies its rows, so keys with many values stay out; the keys that
/// allocation reads come first.
/// </summary>
public static class RollupTags
{
    private const int MostKeys = 12;
    private const long MostValues = 100;

    private static readonly string[] Preferred =
    [
        "team",
        "owner",
        "product",
        "app",
        "application",
        "service",
        "costcenter",
        "env",
        "environment",
    ];

    /// <summary>The keys to keep, in order of their names.</summary>
    public static IReadOnlyList<string> Choose(IReadOnlyList<TagKey> tags) =>
        [
            .. tags.Where(t => t.Values <= MostValues)
                .OrderBy(Rank)
                .ThenBy(t => t.Values)
                .ThenBy(t => t.Key, StringComparer.Ordinal)
                .Take(MostKeys)
                .Select(t => t.Key)
                .Order(StringComparer.Ordinal),
        ];

    private static int Rank(TagKey tag)
    {
        var name = tag
            .Key.Replace("-", "", StringComparison.Ordinal)
            .Replace("_", "", StringComparison.Ordinal);
        var rank = Array.FindIndex(
            Preferred,
            p => p.Equals(name, StringComparison.OrdinalIgnoreCase)
        );
        return rank < 0 ? Preferred.Length : rank;
    }
}
