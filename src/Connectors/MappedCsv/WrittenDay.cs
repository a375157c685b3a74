using Outlay.Ingest.Mapping;

namespace Outlay.Connectors.MappedCsv;

/// <summary>SQL that reads days as a file writes them.</summary>
internal static class WrittenDay
{
    public static string Value(string text, DateStyle style) =>
        style == DateStyle.Iso
            ? $"to_instant({text})"
            : $"CASE WHEN {text} IS NULL THEN NULL WHEN {Parsed(text, style)} IS NOT NULL THEN {Parsed(text, style)} ELSE error('not an instant: ' || {text}) END";

    public static string Fault(string text, DateStyle style) =>
        style == DateStyle.Iso
            ? $"instant_fault({text})"
            : $"CASE WHEN {text} IS NOT NULL AND {Parsed(text, style)} IS NULL THEN 'is not a day such as {Example(style)}' END";

    private static string Parsed(string text, DateStyle style) =>
        $"try_strptime(trim({text}), [{string.Join(", ", Forms(style).Select(f => $"'{f}'"))}])";

    private static string[] Forms(DateStyle style) =>
        style switch
        {
            DateStyle.MonthFirst => Timed("%m/%d/%Y"),
            DateStyle.DayFirst => Timed("%d/%m/%Y"),
            DateStyle.DayFirstWithPoints => Timed("%d.%m.%Y"),
            DateStyle.Compact => ["%Y%m%d"],
            DateStyle.Month => ["%Y-%m", "%Y/%m", "%Y%m"],
            _ => throw new ArgumentOutOfRangeException(nameof(style)),
        };

    private static string[] Timed(string day) => [day, $"{day} %H:%M", $"{day} %H:%M:%S"];

    private static string Example(DateStyle style) =>
        style switch
        {
            DateStyle.MonthFirst => "11/30/2026",
            DateStyle.DayFirst => "30/11/2026",
            DateStyle.DayFirstWithPoints => "30.11.2026",
            DateStyle.Compact => "20261130",
            DateStyle.Month => "2026-11",
            _ => throw new ArgumentOutOfRangeException(nameof(style)),
        };
}
