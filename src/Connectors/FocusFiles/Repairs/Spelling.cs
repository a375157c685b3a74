using Outlay.Focus;
using Outlay.Lake.Sources;

namespace Outlay.Connectors.FocusFiles.Repairs;

/// <summary>The spelling that FOCUS demands of a column's values.</summary>
internal static class Spelling
{
    /// <summary>The allowed value that a text means, whatever its case and whatever stands between its words; null when it means none.</summary>
    public static string Of(FocusColumn column, string text)
    {
        var values = column.AllowedValues.Select(v =>
            $"WHEN {SourceSql.Literal(Key(v))} THEN {SourceSql.Literal(v)}"
        );
        return $"CASE translate(lower({text}), ' _-', '') {string.Join(' ', values)} END";
    }

    private static string Key(string value) =>
        string.Concat(value.Where(c => c is not (' ' or '_' or '-'))).ToLowerInvariant();
}
