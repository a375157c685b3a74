namespace Outlay.Focus;

/// <summary>Tells a file's FOCUS version by its columns: the oldest version that has them all, under the names they bear.</summary>
internal static class FocusVersionDetector
{
    // Microsoft delivered these two without a prefix years before 1.2 defined them, so alone they prove nothing.
    private static readonly string[] Weak = ["BillingAccountType", "SubAccountType"];

    public static FocusVersion Tell(IReadOnlyList<FocusHeaderColumn> columns)
    {
        var evidence = columns
            .Where(c => !Weak.Contains(c.Name, StringComparer.Ordinal))
            .Select(Evidence)
            .ToList();
        if (evidence.All(v => v is null))
        {
            return FocusVersion.V1_4;
        }

        var version = evidence.Max() ?? FocusVersion.V1_4;
        if (version == FocusVersion.V1_1 && columns.Any(c => Weak.Contains(c.Name)))
        {
            version = FocusVersion.V1_2;
        }

        return version == FocusVersion.V1_3 && HasOnlyNewProviders(columns)
            ? FocusVersion.V1_4
            : version;
    }

    private static FocusVersion? Evidence(FocusHeaderColumn column)
    {
        if (column.Column is not { } focus)
        {
            return OldName.Find(column.SourceName)?.Introduced;
        }

        var old = OldName.All.Where(o => o.Column == focus).ToList();
        var key = FocusHeader.Key(column.SourceName);
        if (old.Find(o => FocusHeader.Key(o.Name) == key) is { } used)
        {
            return used.Introduced;
        }

        // A new name that replaced one of 0.5 alone proves the version after it; the longer lived old names stood beside their successors.
        return old.Exists(o => o.LastUsed == FocusVersion.V0_5)
            ? FocusVersion.V1_0Preview
            : focus.Introduced;
    }

    private static bool HasOnlyNewProviders(IReadOnlyList<FocusHeaderColumn> columns)
    {
        var names = columns.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        return names.Contains("ServiceProviderName")
            && !names.Contains("ProviderName")
            && !names.Contains("PublisherName");
    }
}
