using System.Globalization;
using CsvHelper;

namespace Outlay.Focus;

/// <summary>Reads the tables of <c>ReferenceData</c>, which travel inside the assembly.</summary>
internal static class ReferenceTable
{
    /// <summary>The rows of a table, each a map from column to value.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string file)
    {
        var name = $"Outlay.Focus.ReferenceData.{file}";
        using var stream =
            typeof(ReferenceTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The reference data {name} is not embedded.");
        using var csv = new CsvReader(new StreamReader(stream), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var header = csv.HeaderRecord ?? [];
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(
                header.ToDictionary(h => h, h => csv.GetField(h) ?? "", StringComparer.Ordinal)
            );
        }

        return rows;
    }
}
