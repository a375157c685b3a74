using System.Globalization;
using CsvHelper;
using DuckDB.NET.Data;
using Outlay.Ingest;
using Outlay.Lake;
using Outlay.Testing;

namespace Outlay.Connectors.Tests;

/// <summary>
/// A folder with a provider's files in <c>native/</c>, and the charges they must become in <c>expected.csv</c>, whose header names the
/// columns that the case is about. Rows are compared as a set; an expression after "=" in the header gives a column another source,
/// such as <c>team=Tags['team']</c>.
/// </summary>
internal static class GoldenCase
{
    public static string Folder(string name) =>
        Path.Combine(AppContext.BaseDirectory, "Cases", name);

    /// <summary>Imports the case's files as one connection and compares what arrives with what is expected.</summary>
    public static Task CheckAsync(string name) =>
        CheckAsync(name, Path.Combine(Folder(name), "native"));

    /// <summary>The same with the files of another folder, which say the same in another form.</summary>
    public static async Task CheckAsync(string name, string files)
    {
        using var world = new OutlayWorld();
        var run = await world.ImportAsync(
            new ImportRequest { Paths = [files], Connection = name },
            TestContext.Current.CancellationToken
        );
        run.State.ShouldBe(ImportState.Succeeded, run.Message);
        var (header, expected) = Read(Path.Combine(Folder(name), "expected.csv"));
        var found = Charges(world.Catalog.Current().Loads, header);
        found.ShouldBe(expected.Order(StringComparer.Ordinal));
    }

    /// <summary>Charges of loads, each as its asked columns joined by " | "; null is empty, numbers are without trailing zeros.</summary>
    public static IReadOnlyList<string> Charges(
        IReadOnlyList<Load> loads,
        IReadOnlyList<string> columns
    )
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        var files = string.Join(", ", loads.SelectMany(l => l.ChargeFiles).Select(f => $"'{f}'"));
        var select = columns.Select(c => c.Split('=', 2)).Select(c => c[^1]);
        command.CommandText =
            $"SELECT {string.Join(", ", select)} FROM read_parquet([{files}], union_by_name = true)";
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(
                string.Join(
                    " | ",
                    Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i)))
                )
            );
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }

    private static string Text(object value) =>
        value switch
        {
            DBNull => "",
            decimal number => number.ToString(
                "0.####################",
                CultureInfo.InvariantCulture
            ),
            DateTime time when time.TimeOfDay == TimeSpan.Zero => time.ToString(
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture
            ),
            DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };

    private static (IReadOnlyList<string> Header, IReadOnlyList<string> Rows) Read(string file)
    {
        using var csv = new CsvReader(new StreamReader(file), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<string>();
        while (csv.Read())
        {
            rows.Add(string.Join(" | ", csv.Parser.Record ?? []));
        }

        return (csv.HeaderRecord ?? [], rows);
    }
}
