namespace Outlay.Focus;

/// <summary>A column of a file, as its header names it and as FOCUS knows it.</summary>
/// <param name="Index">Position in the file, from 0.</param>
/// <param name="SourceName">Header exactly as the file writes it.</param>
/// <param name="Name">
/// The FOCUS name of today whatever the spelling or age of the header; else the header without byte order mark and outer blanks.
/// Unique within a file, whatever the case.
/// </param>
/// <param name="Column">The CostAndUsage column; null for a column of the provider's own or of another dataset.</param>
public sealed record FocusHeaderColumn(
    int Index,
    string SourceName,
    string Name,
    FocusColumn? Column
);

/// <summary>
/// What a file's header tells: which dataset it is, of which FOCUS version, and what each column stands for. Reading forgives byte
/// order marks, blanks, snake_case, letter case and the names of old versions; conformance does not.
/// </summary>
/// <param name="Dataset">Which dataset.</param>
/// <param name="Version">The version whose columns it carries; the newest one when the header does not decide.</param>
/// <param name="Columns">The columns in file order.</param>
public sealed record FocusHeader(
    FocusDataset Dataset,
    FocusVersion Version,
    IReadOnlyList<FocusHeaderColumn> Columns
)
{
    private static readonly Lazy<IReadOnlyDictionary<string, FocusColumn>> Known = new(() =>
        FocusColumns.All.ToDictionary(c => Key(c.Name), StringComparer.Ordinal)
    );

    /// <summary>Reads a header row.</summary>
    public static FocusHeader Read(IReadOnlyList<string> headers)
    {
        var columns = new FocusHeaderColumn?[headers.Count];
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        // The better the spelling, the earlier it claims its FOCUS name: "Region" must not displace a "RegionId" further right.
        foreach (var claim in (Func<string, FocusColumn?>[])[Exact, Spelled, Old])
        {
            for (var i = 0; i < headers.Count; i++)
            {
                if (columns[i] is null && claim(headers[i]) is { } column && taken.Add(column.Name))
                {
                    columns[i] = new FocusHeaderColumn(i, headers[i], column.Name, column);
                }
            }
        }

        for (var i = 0; i < headers.Count; i++)
        {
            columns[i] ??= new FocusHeaderColumn(i, headers[i], OwnName(headers[i], taken), null);
        }

        var read = columns.Select(c => c!).ToList();
        return new FocusHeader(FocusDatasets.Tell(read), FocusVersionDetector.Tell(read), read);
    }

    /// <summary>A header without what editors and exporters leave around it.</summary>
    public static string Clean(string header) => header.Trim().Trim('\uFEFF').Trim();

    /// <summary>What is left of a name when spelling does not count.</summary>
    internal static string Key(string header) =>
        Clean(header)
            .Replace("_", "", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal)
            .ToUpperInvariant();

    private static FocusColumn? Exact(string header) =>
        FocusColumns.Find(Clean(header)) is { } column && column.Name == Clean(header)
            ? column
            : null;

    private static FocusColumn? Spelled(string header) =>
        IsCustom(header) ? null : Known.Value.GetValueOrDefault(Key(header));

    private static FocusColumn? Old(string header) =>
        IsCustom(header) ? null : OldName.Find(header)?.Column;

    private static bool IsCustom(string header) =>
        Clean(header).StartsWith("x_", StringComparison.OrdinalIgnoreCase);

    private static string OwnName(string header, HashSet<string> taken)
    {
        var clean = Clean(header);
        var name = clean.Length == 0 ? "Unnamed" : clean;
        var unique = name;
        for (var n = 2; !taken.Add(unique); n++)
        {
            unique = $"{name}_{n}";
        }

        return unique;
    }
}
