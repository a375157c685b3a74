using System.Globalization;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using Outlay.Kernel;
using Outlay.Lake.Sources;

namespace Outlay.Engines.DuckDb.Lake;

/// <summary>Words what the engine says about a file it cannot read.</summary>
internal static partial class SourceProblem
{
    /// <summary>Whether the engine met a value that a strict function or cast refuses or a row without the header's number of fields, rather than a file it cannot read.</summary>
    public static bool IsBadValue(DuckDBException e) =>
        e.Message.Contains("Conversion Error", StringComparison.Ordinal)
        || e.Message.Contains("Out of Range", StringComparison.Ordinal)
        || e.Message.Contains("Expected Number of Columns", StringComparison.Ordinal)
        || e.Message.Contains("Malformed JSON", StringComparison.Ordinal)
        || e.Message.Contains("Expected OBJECT", StringComparison.Ordinal)
        || e.Message.Contains("not exact: ", StringComparison.Ordinal)
        || e.Message.Contains("not an instant: ", StringComparison.Ordinal)
        || e.Message.Contains("not a map: ", StringComparison.Ordinal);

    /// <summary>Says that there are bad rows, not yet which.</summary>
    public static Problem BadRows(string path) =>
        new(
            ProblemKind.Invalid,
            $"{Path.GetFileName(path)} has bad rows.",
            Field: Source.BadRowsField
        );

    public static Problem Of(string path, DuckDBException e)
    {
        var file = Path.GetFileName(path);
        if (
            e.Message.Contains("No space left", StringComparison.OrdinalIgnoreCase)
            || e.Message.Contains("disk full", StringComparison.OrdinalIgnoreCase)
            || e.Message.Contains("max_temp_directory_size", StringComparison.Ordinal)
        )
        {
            return new Problem(
                ProblemKind.Unavailable,
                $"The disk is full; {file} was not loaded and nothing has changed.",
                "Make room in the data folder, then retry."
            );
        }

        if (e.Message.Contains("Out of Memory", StringComparison.OrdinalIgnoreCase))
        {
            return new Problem(
                ProblemKind.Unavailable,
                $"{file} needs more memory than an import may take.",
                "Raise Lake:MemoryMb, then retry."
            );
        }

        return Unreadable(path, Line(e.Message), e.Message);
    }

    /// <summary>A row that no reader of CSV can tell from the next.</summary>
    public static Problem OfRow(string path, long row, string message) =>
        Unreadable(path, string.Create(CultureInfo.InvariantCulture, $", row {row},"), message);

    /// <summary>What is wrong with a row of too few or too many fields.</summary>
    public static string FieldCount(string found, string expected) =>
        $"has {found} fields where the header has {expected}";

    private static Problem Unreadable(string path, string place, string message) =>
        new(
            ProblemKind.Invalid,
            $"{Path.GetFileName(path)}{place} cannot be read: {Reason(message)}",
            "Mend or export the file again."
        );

    private static string Line(string message)
    {
        var line = LinePattern().Match(message);
        return line.Success
            ? string.Create(CultureInfo.InvariantCulture, $", line {line.Groups["line"].Value},")
            : "";
    }

    private static string Reason(string message)
    {
        if (message.Contains("unterminated quote", StringComparison.OrdinalIgnoreCase))
        {
            return "a quote is opened and never closed.";
        }

        if (message.Contains("invalid state", StringComparison.Ordinal))
        {
            return "it is not CSV as RFC 4180 has it; a quote inside a value, or lines that end in different ways, may be the cause.";
        }

        if (
            message.Contains("No magic bytes", StringComparison.Ordinal)
            || message.Contains("too small to be a Parquet", StringComparison.Ordinal)
        )
        {
            return "it is not a Parquet file.";
        }

        if (message.Contains("Malformed JSON", StringComparison.Ordinal))
        {
            var record = JsonRecordPattern().Match(message);
            return record.Success
                ? $"its JSON is broken in object {record.Groups["record"].Value}."
                : "its JSON is broken.";
        }

        if (message.Contains("unicode", StringComparison.OrdinalIgnoreCase))
        {
            return "it is not UTF-8 text.";
        }

        return message.Split('\n', 2)[0].TrimEnd('.') + ".";
    }

    [GeneratedRegex(@"CSV Error on Line: (?<line>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LinePattern();

    [GeneratedRegex(@"record/value (?<record>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex JsonRecordPattern();
}
