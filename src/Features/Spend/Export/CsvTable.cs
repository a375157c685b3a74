using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Outlay.Spend.Export;

/// <summary>Writes rows as CSV as all exports do: amounts with every digit, texts that would run as formulas escaped.</summary>
public static class CsvTable
{
    /// <summary>Writes a table and leaves the target open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="head">Names of the columns.</param>
    /// <param name="rows">Cells: texts, decimals, or null for nothing.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task WriteAsync(
        Stream stream,
        IReadOnlyList<string> head,
        IEnumerable<IReadOnlyList<object?>> rows,
        CancellationToken cancellationToken
    )
    {
        await using var csv = new CsvWriter(
            new StreamWriter(stream, leaveOpen: true),
            new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" }
        );
        foreach (var row in rows.Prepend(head))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var cell in row)
            {
                csv.WriteField(Text(cell));
            }

            await csv.NextRecordAsync();
        }
    }

    private static string Text(object? cell) =>
        cell is decimal number
            ? number.ToString("0.##################", CultureInfo.InvariantCulture)
            : FormulaGuard.Text(cell as string ?? "");
}
