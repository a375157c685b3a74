using Outlay.Query;

namespace Outlay.Engines.DuckDb.Query;

/// <summary>The tag keys that one tag dimension means: all its spellings.</summary>
internal static class TagSpellings
{
    public static bool Match(Dimension tag, string key) =>
        string.Equals(tag.TagKey, key, StringComparison.OrdinalIgnoreCase);

    /// <summary>The spellings among known keys, the exact one first, then by alphabet.</summary>
    public static IReadOnlyList<string> Of(Dimension tag, IEnumerable<string> keys) =>
        [
            .. keys.Where(k => Match(tag, k))
                .OrderBy(k => string.Equals(k, tag.TagKey, StringComparison.Ordinal) ? 0 : 1)
                .ThenBy(k => k, StringComparer.Ordinal),
        ];
}
