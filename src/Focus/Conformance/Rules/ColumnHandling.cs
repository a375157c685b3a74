using System.Text.RegularExpressions;

namespace Outlay.Focus.Conformance.Rules;

/// <summary>How columns are named and ordered.</summary>
internal static partial class ColumnHandling
{
    private const int LongestName = 50;

    public static IEnumerable<ConformanceRule> All =>
        [
            Rule(
                "ColumnHandling-A-001-M",
                Severity.Error,
                "A FOCUS column must bear its FOCUS name to the letter: no other case, no underscores, no blanks, no name of an older version.",
                Misspelt
            ),
            Rule(
                "ColumnHandling-A-005-O",
                Severity.Warning,
                "A column name should have at most 50 characters.",
                shape => Names(shape).Where(n => n.Length > LongestName)
            ),
            Rule(
                "ColumnHandling-A-010-M",
                Severity.Error,
                "A column that this FOCUS version does not define must begin with x_.",
                Unprefixed
            ),
            Rule(
                "ColumnHandling-A-011-O",
                Severity.Warning,
                "A column of the provider's own should be named in Pascal case, letters and digits only, after its x_.",
                shape =>
                    Names(shape)
                        .Where(n =>
                            n.StartsWith("x_", StringComparison.Ordinal)
                            && !PascalCustom().IsMatch(n)
                        )
            ),
            Rule(
                "ColumnHandling-A-012-O",
                Severity.Warning,
                "FOCUS columns should come first, the provider's own after them.",
                BehindCustom
            ),
            Rule(
                "OUTLAY-COLUMN-01",
                Severity.Error,
                "No two columns may have the same name, whatever the letter case or spelling.",
                Repeated
            ),
            Rule(
                "OUTLAY-COLUMN-02",
                Severity.Error,
                "A column that this FOCUS version has removed must be gone.",
                shape =>
                    shape
                        .Header.Columns.Where(c => c.Column?.Removed <= shape.Header.Version)
                        .Select(c => c.SourceName)
            ),
        ];

    private static HeaderRule Rule(
        string id,
        Severity severity,
        string message,
        Func<SourceShape, IEnumerable<string>> broken
    ) =>
        new()
        {
            Id = id,
            Column = null,
            Severity = severity,
            Message = message,
            Broken = broken,
        };

    private static IEnumerable<string> Misspelt(SourceShape shape) =>
        shape
            .Header.Columns.Where(c =>
                c.Column is { } focus
                && c.SourceName != focus.Name
                && !(
                    OldName.Find(c.SourceName) is { } old && IsInForce(old, c, shape.Header.Version)
                )
            )
            .Select(c => c.SourceName);

    private static bool IsInForce(OldName old, FocusHeaderColumn column, FocusVersion version) =>
        old.LastUsed >= version && column.SourceName == old.Name;

    private static IEnumerable<string> Unprefixed(SourceShape shape) =>
        shape
            .Header.Columns.Where(c =>
                c.Column is { } focus
                    ? focus.Introduced > shape.Header.Version
                        && !(
                            OldName.Find(c.SourceName) is { } old
                            && IsInForce(old, c, shape.Header.Version)
                        )
                    : !FocusHeader.Clean(c.SourceName).StartsWith("x_", StringComparison.Ordinal)
                        && !IsOldColumn(c, shape.Header.Version)
            )
            .Select(c => c.SourceName);

    private static bool IsOldColumn(FocusHeaderColumn column, FocusVersion version) =>
        OldName.Find(column.SourceName) is { Column: null } old && old.LastUsed >= version;

    private static IEnumerable<string> BehindCustom(SourceShape shape)
    {
        bool IsFocus(FocusHeaderColumn column) =>
            column.Column is not null || IsOldColumn(column, shape.Header.Version);

        return shape.Header.Columns.SkipWhile(IsFocus).Where(IsFocus).Select(c => c.SourceName);
    }

    private static IEnumerable<string> Repeated(SourceShape shape) =>
        shape
            .Header.Columns.GroupBy(c => FocusHeader.Key(c.SourceName), StringComparer.Ordinal)
            .SelectMany(g => g.Skip(1))
            .Select(c => c.SourceName);

    private static IEnumerable<string> Names(SourceShape shape) =>
        shape.Header.Columns.Select(c => FocusHeader.Clean(c.SourceName));

    [GeneratedRegex("^x_[A-Z][A-Za-z0-9]*$", RegexOptions.NonBacktracking)]
    private static partial Regex PascalCustom();
}
