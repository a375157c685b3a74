namespace Outlay.Optimization.Rules;

/// <summary>All rules, a line each.</summary>
public static class RuleBook
{
    /// <summary>The rules that judge what a scan found.</summary>
    public static IReadOnlyList<IRule> Scanned { get; } = [];

    /// <summary>The rules that judge the bill alone.</summary>
    public static IReadOnlyList<IBillRule> Billed { get; } = [];

    /// <summary>What all rules are, by tab.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } =
    [
        .. Scanned
            .Select(r => r.Info)
            .Concat(Billed.Select(r => r.Info))
            .OrderBy(r => r.Category)
            .ThenBy(r => r.Title, StringComparer.Ordinal),
    ];
}
