using System.Globalization;

namespace Outlay.Cli.Console;

/// <summary>A plain table: names on the left, numbers to the right, a line under the heads and above the totals.</summary>
internal sealed class TextTable(params IReadOnlyList<TextColumn> columns)
{
    private const string Gap = "  ";
    private readonly List<IReadOnlyList<string>> _rows = [];
    private readonly List<IReadOnlyList<string>> _totals = [];

    public void Add(params IReadOnlyList<string> cells) => _rows.Add(cells);

    public void AddTotal(params IReadOnlyList<string> cells) => _totals.Add(cells);

    /// <summary>Writes it; names are shortened where the width asks for it.</summary>
    public void Write(TextWriter output, int width)
    {
        var widths = Widths(width);
        var rule = new string('-', widths.Sum() + (Gap.Length * (widths.Length - 1)));
        Write(output, widths, [.. columns.Select(c => c.Head)]);
        output.WriteLine(rule);
        foreach (var row in _rows)
        {
            Write(output, widths, row);
        }

        if (_totals.Count > 0)
        {
            output.WriteLine(rule);
            foreach (var row in _totals)
            {
                Write(output, widths, row);
            }
        }
    }

    private int[] Widths(int width)
    {
        var widths = columns
            .Select(
                (column, i) =>
                    _rows.Concat(_totals).Select(r => r[i].Length).Append(column.Head.Length).Max()
            )
            .ToArray();
        var excess = widths.Sum(w => (long)w) + (Gap.Length * (widths.Length - 1)) - width;
        while (excess > 0)
        {
            var widest = Enumerable
                .Range(0, widths.Length)
                .Where(i => !columns[i].IsNumber && widths[i] > TextColumn.LeastWidth)
                .OrderByDescending(i => widths[i])
                .FirstOrDefault(-1);
            if (widest < 0)
            {
                break;
            }

            widths[widest]--;
            excess--;
        }

        return widths;
    }

    private void Write(TextWriter output, int[] widths, IReadOnlyList<string> cells)
    {
        var line = string.Join(
            Gap,
            cells.Select(
                (cell, i) => columns[i].IsNumber ? cell.PadLeft(widths[i]) : Fit(cell, widths[i])
            )
        );
        output.WriteLine(line.TrimEnd());
    }

    private static string Fit(string cell, int width) =>
        cell.Length <= width ? cell.PadRight(width) : string.Concat(cell.AsSpan(0, width - 1), "…");
}

/// <summary>A column of a table.</summary>
/// <param name="Head">Its head.</param>
/// <param name="IsNumber">Whether it is set to the right and never shortened.</param>
internal readonly record struct TextColumn(string Head, bool IsNumber = false)
{
    public const int LeastWidth = 12;

    public static implicit operator TextColumn(string head) => new(head);

    public static TextColumn Number(string head) => new(head, IsNumber: true);
}

/// <summary>Numbers as the command line prints them.</summary>
internal static class TextNumber
{
    public static string Money(decimal amount) =>
        amount.ToString("N2", CultureInfo.InvariantCulture);

    /// <summary>An amount with its sign.</summary>
    public static string Change(decimal amount) =>
        amount.ToString("+#,##0.00;-#,##0.00;0.00", CultureInfo.InvariantCulture);

    /// <summary>A count with its noun, which takes an s unless it is one.</summary>
    public static string Of(long count, string noun) =>
        $"{Count(count)} {noun}{(count == 1 ? "" : "s")}";

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Percent(decimal? ratio) =>
        ratio is { } value
            ? value.ToString("+0.0%;-0.0%;0.0%", CultureInfo.InvariantCulture)
            : "new";

    public static string Bytes(long bytes) =>
        bytes switch
        {
            < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
            < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.0} kB"),
            < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.0} GB"),
        };
}
