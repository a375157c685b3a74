namespace Outlay.Focus;

/// <summary>A column name of FOCUS 0.5 or 1.0-preview that later versions changed; some providers still deliver it.</summary>
/// <param name="Name">The old name.</param>
/// <param name="Column">The column it became; null when it was dropped.</param>
/// <param name="Introduced">First version with the old name.</param>
/// <param name="LastUsed">Last version with the old name.</param>
internal sealed record OldName(
    string Name,
    FocusColumn? Column,
    FocusVersion Introduced,
    FocusVersion LastUsed
)
{
    private static readonly Lazy<IReadOnlyDictionary<string, OldName>> ByKey = new(() =>
        ReferenceTable
            .Read("old-names.csv")
            .Select(r => new OldName(
                r["OldName"],
                r["Name"].Length == 0 ? null : FocusColumns.Find(r["Name"]),
                FocusVersions.Parse(r["Introduced"]),
                FocusVersions.Parse(r["LastUsed"])
            ))
            .ToDictionary(o => FocusHeader.Key(o.Name), StringComparer.Ordinal)
    );

    /// <summary>All of them.</summary>
    public static IEnumerable<OldName> All => ByKey.Value.Values;

    /// <summary>Finds an old name, however it is spelled.</summary>
    public static OldName? Find(string header) =>
        ByKey.Value.GetValueOrDefault(FocusHeader.Key(header));
}
