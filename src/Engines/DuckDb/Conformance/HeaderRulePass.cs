using Outlay.Focus.Conformance;

namespace Outlay.Engines.DuckDb.Conformance;

/// <summary>Checks the rules on headers.</summary>
internal static class HeaderRulePass
{
    public static IEnumerable<Finding> Run(IReadOnlyList<HeaderRule> rules, SourceShape shape) =>
        from rule in rules
        let broken = rule.Broken(shape).ToList()
        where broken.Count > 0
        select new Finding(
            rule.Id,
            rule.Severity,
            rule.Column,
            rule.Message,
            broken.Count,
            // A header is short; a list of wrong names that stops half way would only make people ask for the rest.
            [.. broken.Where(b => b.Length > 0).Select(b => new FindingExample(0, b))]
        );
}
