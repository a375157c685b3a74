using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Outlay.Focus;

/// <summary>The first record of a text file.</summary>
/// <param name="Names">Headers as the file writes them.</param>
/// <param name="Delimiter">What stands between values.</param>
public sealed record CsvHeader(IReadOnlyList<string> Names, char Delimiter)
{
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    // Longer first lines are no headers: some file without line ends.
    private const int LongestLine = 1_000_000;

    /// <summary>Reads it from the start of a stream; null when the stream does not begin with a line of text.</summary>
    public static CsvHeader? Read(Stream stream)
    {
        using var text = new StreamReader(stream, leaveOpen: true);
        if (FirstLine(text) is not { } line || line.Any(c => char.IsControl(c) && c != '\t'))
        {
            return null;
        }

        var delimiter = Delimiters.MaxBy(d => line.Count(c => c == d));
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            BadDataFound = null,
        };
        using var csv = new CsvReader(new StringReader(line), configuration);
        return csv.Read() && csv.Parser.Record is { } names
            ? new CsvHeader(names, delimiter)
            : null;
    }

    private static string? FirstLine(StreamReader text)
    {
        var line = new System.Text.StringBuilder();
        while (text.Read() is var c and >= 0 && line.Length <= LongestLine)
        {
            if (c is '\n' or '\r')
            {
                // Blank lines before the header are skipped, as the engine that reads the rows skips them.
                if (line.Length > 0)
                {
                    return line.ToString();
                }
            }
            else
            {
                line.Append((char)c);
            }
        }

        return line.Length is > 0 and <= LongestLine ? line.ToString() : null;
    }
}
