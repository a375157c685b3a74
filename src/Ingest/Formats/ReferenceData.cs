using System.Globalization;
using CsvHelper;
using Outlay.Kernel;
using Outlay.Lake.Sources;
using Outlay.State;

namespace Outlay.Ingest.Formats;

/// <summary>
/// The tables of facts that mappings look things up in: those that ship, and in their place those that an organisation keeps in the data
/// folder's <c>reference</c>. The first column of a table is its key.
/// </summary>
public sealed class ReferenceData(IEnumerable<ReferenceTable> tables, DataFolder folder)
{
    /// <summary>All tables, by name.</summary>
    public IReadOnlyList<ReferenceTable> Tables { get; } =
    [.. tables.OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>What is wrong with the organisation's own files; empty when all can be used.</summary>
    public IReadOnlyList<Problem> Check()
    {
        var problems = new List<Problem>();
        foreach (
            var file in Directory
                .EnumerateFiles(folder.Reference, "*.csv")
                .Order(StringComparer.Ordinal)
        )
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (Tables.FirstOrDefault(t => t.Name == name) is not { } table)
            {
                problems.Add(
                    Wrong(
                        $"{file} takes the place of no table.",
                        $"There are: {string.Join(", ", Tables.Select(t => t.Name))}."
                    )
                );
            }
            else if (Read(table, file) is { IsOk: false, Problem: { } problem })
            {
                problems.Add(problem);
            }
        }

        return problems;
    }

    /// <summary>Whether the organisation's own file is used for a table.</summary>
    public bool IsOwn(ReferenceTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return File.Exists(Own(table));
    }

    /// <summary>The file in use.</summary>
    public Stream Open(ReferenceTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return IsOwn(table) ? File.OpenRead(Own(table)) : table.Open();
    }

    /// <summary>A table as a parenthesised SELECT of texts with its header as columns; empty fields are null.</summary>
    /// <exception cref="InvalidOperationException">The table cannot be used; <see cref="Check"/> says so beforehand.</exception>
    public string Sql(string name)
    {
        var table = Tables.Single(t => t.Name == name);
        return Read(table, IsOwn(table) ? Own(table) : null).Value;
    }

    private string Own(ReferenceTable table) => Path.Combine(folder.Reference, $"{table.Name}.csv");

    private static Result<string> Read(ReferenceTable table, string? own)
    {
        var place = own ?? table.File;
        var header = Header(table);
        using var csv = new CsvReader(
            new StreamReader(own is null ? table.Open() : File.OpenRead(own)),
            CultureInfo.InvariantCulture
        );
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var rows = new List<string>();
        try
        {
            csv.Read();
            csv.ReadHeader();
            if (!header.SequenceEqual(csv.HeaderRecord ?? [], StringComparer.Ordinal))
            {
                return Wrong(
                    $"{place} has the header {string.Join(",", csv.HeaderRecord ?? [])}.",
                    $"It must be {string.Join(",", header)}."
                );
            }

            while (csv.Read())
            {
                var key = csv.GetField(0) ?? "";
                // A key that came twice would multiply charges.
                if (!keys.Add(key))
                {
                    return Wrong(
                        $"{place}, row {csv.Parser.Row}: the key {key} comes twice.",
                        "Keep one of them."
                    );
                }

                rows.Add(
                    $"({string.Join(", ", header.Select((_, i) => Literal(csv.GetField(i))))})"
                );
            }
        }
        catch (CsvHelperException)
        {
            return Wrong(
                $"{place}, row {csv.Parser.Row} cannot be read.",
                $"Each row has {header.Count} fields: {string.Join(",", header)}."
            );
        }

        return rows.Count == 0
            ? Wrong($"{place} has no rows.", "Remove it to use the table that ships.")
            : $"(SELECT * FROM (VALUES {string.Join(", ", rows)}) AS lookup({string.Join(", ", header)}))";
    }

    private static List<string> Header(ReferenceTable table)
    {
        using var reader = new StreamReader(table.Open());
        return [.. (reader.ReadLine() ?? "").Split(',')];
    }

    private static string Literal(string? field) =>
        string.IsNullOrEmpty(field) ? "CAST(NULL AS VARCHAR)" : SourceSql.Literal(field);

    private static Problem Wrong(string message, string fix) =>
        new(ProblemKind.Invalid, message, fix, "reference");
}
