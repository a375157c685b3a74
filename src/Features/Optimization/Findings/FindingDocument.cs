using System.Text.Json;
using Outlay.Optimization.Recommendations;

namespace Outlay.Optimization.Findings;

/// <summary>A finding as JSON.</summary>
public sealed record FindingDocument(
    long Id,
    string Title,
    string Rule,
    string Category,
    string Action,
    string Resource,
    string ResourceName,
    string Provider,
    string Account,
    string? Region,
    string Currency,
    decimal NetSaving,
    decimal Saving,
    decimal Cost,
    double Confidence,
    int Risk,
    string Effort,
    bool NeedsRestart,
    bool CanRollBack,
    string Why,
    string? Instead,
    string State,
    DateOnly? Until,
    string? Note,
    DateTimeOffset FirstSeen,
    DateTimeOffset LastSeen,
    IReadOnlyList<EvidenceDocument> Evidence,
    IReadOnlyList<Alternative> Alternatives,
    IReadOnlyList<HowTo> HowTo,
    IReadOnlyList<string> Permissions
)
{
    /// <summary>Words the finding.</summary>
    public static FindingDocument Of(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var r = finding.Recommendation;
        return new(
            finding.Id,
            r.Title,
            r.Rule,
            Word(finding.Category.ToString()),
            Word(r.Action.ToString()),
            r.Subject.Label,
            r.Subject.Name,
            r.Subject.Provider,
            r.Subject.AccountId,
            r.Subject.Region,
            r.Currency,
            finding.Net,
            r.MonthlySaving,
            r.MonthlyCost,
            r.Confidence,
            r.Risk,
            Word(r.Effort.ToString()),
            r.NeedsRestart,
            r.CanRollBack,
            r.Why,
            finding.Instead,
            Word(finding.State.ToString()),
            finding.Until,
            finding.Note,
            finding.FirstSeen,
            finding.LastSeen,
            [.. r.Evidence.Select(e => new EvidenceDocument(e.Name, e.Value, e.Bound))],
            r.Alternatives,
            r.HowTo,
            r.Permissions
        );
    }

    private static string Word(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}

/// <summary>Evidence as JSON.</summary>
public sealed record EvidenceDocument(string Name, string Value, string? Bound);

/// <summary>A page of findings as JSON.</summary>
public sealed record FindingPageDocument(
    int Count,
    IReadOnlyList<SavingSum> Sums,
    IReadOnlyList<FindingDocument> Recommendations
)
{
    /// <summary>Words the page.</summary>
    public static FindingPageDocument Of(FindingPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return new(page.Count, page.Sums, [.. page.Rows.Select(FindingDocument.Of)]);
    }
}
