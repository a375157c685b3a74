using Outlay.Focus;
using Outlay.Lake.Sources;

namespace Outlay.Connectors.FocusFiles;

/// <summary>
/// Values that FOCUS spells out, in the spelling that it has: Google's view writes them in small letters, and a service category as a
/// taxonomy whose first word is the category.
/// </summary>
internal static class Spellings
{
    private static readonly string[] Columns =
    [
        "ChargeCategory",
        "ChargeClass",
        "ChargeFrequency",
        "CommitmentDiscountCategory",
        "CommitmentDiscountStatus",
        "PricingCategory",
    ];

    private static readonly Dictionary<string, IReadOnlyList<string>> Allowed =
        Columns.ToDictionary(
            c => c,
            c => FocusColumns.Find(c)?.AllowedValues ?? [],
            StringComparer.Ordinal
        );

    /// <summary>The column's text in FOCUS's spelling; anything unknown stays as it is.</summary>
    public static string Of(string column, string text)
    {
        if (column == "ServiceCategory")
        {
            return $"CASE WHEN starts_with({text}, '[') THEN json_extract_string({text}, '$[0]') ELSE {text} END";
        }

        return Allowed.TryGetValue(column, out var values)
            ? $"CASE {text} {string.Concat(values.Where(v => v.Any(char.IsUpper)).Select(v => $"WHEN {SourceSql.Literal(v.ToLowerInvariant())} THEN {SourceSql.Literal(v)} "))}ELSE {text} END"
            : text;
    }
}
