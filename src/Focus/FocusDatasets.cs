namespace Outlay.Focus;

/// <summary>Tells FOCUS datasets apart by their columns.</summary>
internal static class FocusDatasets
{
    // No other format names a column so: one of them is enough, however many columns of its own a provider adds.
    private static readonly string[] Decisive =
    [
        "BilledCost",
        "EffectiveCost",
        "ChargePeriodStart",
        "ChargeCategory",
    ];

    private static readonly Lazy<IReadOnlyDictionary<string, FocusDataset>> OnlyIn = new(() =>
        ReferenceTable
            .Read("other-datasets.csv")
            .Where(r => FocusColumns.Find(r["Column"]) is null)
            .GroupBy(r => FocusHeader.Key(r["Column"]), StringComparer.Ordinal)
            .Where(g => g.Count() == 1)
            .ToDictionary(
                g => g.Key,
                g => Enum.Parse<FocusDataset>(g.Single()["Dataset"]),
                StringComparer.Ordinal
            )
    );

    public static FocusDataset Tell(IReadOnlyList<FocusHeaderColumn> columns)
    {
        var other = columns
            .Where(c => c.Column is null)
            .Select(c => OnlyIn.Value.GetValueOrDefault(FocusHeader.Key(c.SourceName)))
            .FirstOrDefault(d => d != FocusDataset.None);
        if (other != FocusDataset.None)
        {
            return other;
        }

        var known = columns.Count(c => c.Column is not null);
        var foreign = columns.Count(c => c.Column is null && !IsCustom(c));
        var decided = columns.Any(c => c.Column is not null && IsDecisive(c));
        return known > 0 && (decided || known >= foreign)
            ? FocusDataset.CostAndUsage
            : FocusDataset.None;
    }

    private static bool IsDecisive(FocusHeaderColumn column) =>
        Decisive.Contains(column.Name, StringComparer.Ordinal)
        && FocusHeader.Key(column.SourceName) == FocusHeader.Key(column.Name);

    private static bool IsCustom(FocusHeaderColumn column) =>
        column.Name.StartsWith("x_", StringComparison.OrdinalIgnoreCase)
        || OldName.Find(column.SourceName) is not null;
}
