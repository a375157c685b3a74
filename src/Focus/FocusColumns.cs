namespace Outlay.Focus;

/// <summary>The columns of the FOCUS CostAndUsage dataset over all versions, from <c>ReferenceData/columns.csv</c>.</summary>
public static class FocusColumns
{
    private static readonly Lazy<IReadOnlyList<FocusColumn>> Loaded = new(Load);

    private static readonly Lazy<IReadOnlyList<FocusColumn>> LoadedLake = new(() =>
        [.. All.Where(c => c.IsIn(FocusVersion.V1_4))]
    );

    private static readonly Lazy<IReadOnlyDictionary<string, FocusColumn>> ByName = new(() =>
        All.ToDictionary(c => c.Name, StringComparer.OrdinalIgnoreCase)
    );

    /// <summary>Every column of every version.</summary>
    public static IReadOnlyList<FocusColumn> All => Loaded.Value;

    /// <summary>The 65 columns of FOCUS 1.4 in the order the lake writes them.</summary>
    public static IReadOnlyList<FocusColumn> Lake => LoadedLake.Value;

    /// <summary>Finds a column by its name, whatever the case; null when FOCUS has none.</summary>
    public static FocusColumn? Find(string name) => ByName.Value.GetValueOrDefault(name);

    private static List<FocusColumn> Load()
    {
        var allowed = ReferenceTable
            .Read("allowed-values.csv")
            .ToLookup(r => r["Column"], r => r["Value"], StringComparer.Ordinal);
        return
        [
            .. ReferenceTable
                .Read("columns.csv")
                .Select(r => new FocusColumn(
                    r["Name"],
                    Enum.Parse<FocusType>(r["Type"]),
                    Enum.Parse<FeatureLevel>(r["Level"]),
                    r["Nullable"] == "yes",
                    r["Format"].Length == 0
                        ? FocusFormat.None
                        : Enum.Parse<FocusFormat>(r["Format"]),
                    FocusVersions.Parse(r["Introduced"]),
                    r["Removed"].Length == 0 ? null : FocusVersions.Parse(r["Removed"]),
                    [.. allowed[r["Name"]]]
                )),
        ];
    }
}
