using System.Globalization;
using CsvHelper;
using Outlay.Lake.Sources;

namespace Outlay.Ingest.Formats;

/// <summary>Small tables of facts, CSV files beside a format, as relations of texts for its SQL. The first column is their key.</summary>
public static class LookupSql
{
    /// <summary>The table as a parenthesised SELECT with the file's header as columns; empty fields are null.</summary>
    /// <exception cref="InvalidOperationException">The file is not embedded, or a key comes twice, which would multiply charges.</exception>
    public static string Of(Type beside, string file)
    {
        using var csv = new CsvReader(
            new StreamReader(Resource.Open(beside, file)),
            CultureInfo.InvariantCulture
        );
        csv.Read();
        csv.ReadHeader();
        var header = csv.HeaderRecord ?? [];
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var rows = new List<string>();
        while (csv.Read())
        {
            var key = csv.GetField(0) ?? "";
            if (!keys.Add(key))
            {
                throw new InvalidOperationException($"{file} has the key {key} twice.");
            }

            rows.Add($"({string.Join(", ", header.Select((_, i) => Literal(csv.GetField(i))))})");
        }

        return $"(SELECT * FROM (VALUES {string.Join(", ", rows)}) AS lookup({string.Join(", ", header)}))";
    }

    private static string Literal(string? field) =>
        string.IsNullOrEmpty(field) ? "CAST(NULL AS VARCHAR)" : SourceSql.Literal(field);
}
