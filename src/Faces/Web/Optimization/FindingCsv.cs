using System.Globalization;
using Outlay.Optimization.Findings;

namespace Outlay.Web.Optimization;

/// <summary>Recommendations as a file.</summary>
internal static class FindingCsv
{
    public static IReadOnlyList<string> Head { get; } =
    [
        "Recommendation",
        "Resource",
        "Resource name",
        "Rule",
        "Tab",
        "Provider",
        "Account",
        "Region",
        "Currency",
        "Net saving a month",
        "Saving alone a month",
        "Cost a month",
        "Confidence",
        "Risk",
        "Effort",
        "Needs restart",
        "State",
        "Until",
        "Note",
        "First seen",
        "Last seen",
        "Why",
    ];

    public static IReadOnlyList<object?> Row(Finding finding)
    {
        var r = finding.Recommendation;
        return
        [
            r.Title,
            r.Subject.Label,
            r.Subject.Name,
            r.Rule,
            finding.Category.ToString(),
            r.Subject.Provider,
            r.Subject.AccountId,
            r.Subject.Region,
            r.Currency,
            finding.Net,
            r.MonthlySaving,
            r.MonthlyCost,
            r.Confidence.ToString("0.##", CultureInfo.InvariantCulture),
            r.Risk.ToString(CultureInfo.InvariantCulture),
            OptimizationLook.Words(r.Effort),
            r.NeedsRestart ? "yes" : "no",
            finding.State.ToString(),
            finding.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            finding.Note,
            finding.FirstSeen.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            finding.LastSeen.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            r.Why,
        ];
    }
}
