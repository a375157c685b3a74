using Outlay.Ingest.Mapping;
using Outlay.Lake.Sources;

namespace Outlay.Connectors.MappedCsv;

/// <summary>SQL that reads numbers as a file writes them. A number whose groups are not of three digits is refused: its comma may be the decimal one.</summary>
internal static class WrittenNumber
{
    public static string Value(string text, NumberStyle style) =>
        $"CASE WHEN {text} IS NULL THEN NULL WHEN {Fits(text, style)} THEN to_exact({Plain(text, style)}) ELSE error('not exact: ' || {text}) END";

    public static string Fault(string text, NumberStyle style) =>
        $"CASE WHEN {text} IS NOT NULL AND NOT {Fits(text, style)} THEN 'is not written as {Example(style)}' ELSE exact_fault({Plain(text, style)}) END";

    private static string Fits(string text, NumberStyle style) =>
        $"regexp_full_match({Signed(text)}, {SourceSql.Literal(Pattern(style))})";

    // Accountants write (12.50) for a negative amount.
    private static string Signed(string text) =>
        $@"regexp_replace(trim({text}), '^\((.*)\)$', '-\1')";

    private static string Plain(string text, NumberStyle style)
    {
        var signed = Signed(text);
        return style switch
        {
            NumberStyle.Point => signed,
            NumberStyle.PointWithCommas => $"replace({signed}, ',', '')",
            NumberStyle.Comma => $"replace({signed}, ',', '.')",
            NumberStyle.CommaWithPoints => $"replace(replace({signed}, '.', ''), ',', '.')",
            NumberStyle.CommaWithBlanks =>
                $@"replace(regexp_replace({signed}, '[\s\x{{A0}}\x{{202F}}]', '', 'g'), ',', '.')",
            _ => throw new ArgumentOutOfRangeException(nameof(style)),
        };
    }

    private static string Pattern(NumberStyle style) =>
        style switch
        {
            NumberStyle.Point => @"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,3})?",
            NumberStyle.PointWithCommas => Grouped(",", @"\."),
            NumberStyle.Comma => @"[+-]?([0-9]+,?[0-9]*|,[0-9]+)",
            NumberStyle.CommaWithPoints => Grouped(@"\.", ","),
            NumberStyle.CommaWithBlanks => Grouped(@"[\s\x{A0}\x{202F}]", ","),
            _ => throw new ArgumentOutOfRangeException(nameof(style)),
        };

    private static string Grouped(string group, string mark) =>
        $"[+-]?([0-9]{{1,3}}({group}[0-9]{{3}})+|[0-9]+)({mark}[0-9]*)?";

    private static string Example(NumberStyle style) =>
        style switch
        {
            NumberStyle.Point => "1234.56",
            NumberStyle.PointWithCommas => "1,234.56",
            NumberStyle.Comma => "1234,56",
            NumberStyle.CommaWithPoints => "1.234,56",
            NumberStyle.CommaWithBlanks => "1 234,56",
            _ => throw new ArgumentOutOfRangeException(nameof(style)),
        };
}
