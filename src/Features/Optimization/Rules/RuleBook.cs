namespace Outlay.Optimization.Rules;

/// <summary>All rules, a line each.</summary>
public static class RuleBook
{
    /// <summary>The rules that judge what a scan found.</summary>
    public static IReadOnlyList<IRule> Scanned { get; } = [];

    /// <summary>The rules that judge the bill alone.</summary>
    public static IReadOnlyList<IBillRule> Billed { get; } = [];
}
