using Microsoft.AspNetCore.Components;
using Outlay.Focus;
using Outlay.Focus.Conformance;
using Outlay.Web.Formatting;

namespace Outlay.Web.Connections;

/// <summary>Broken FOCUS rules of a load's files, errors first.</summary>
public sealed partial class FindingsList
{
    private const int MostLines = 200;

    /// <summary>One report a file; null while the check has not run.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<ConformanceReport>? Reports { get; set; }

    private List<(ConformanceReport Report, Finding Finding)> Lines { get; set; } = [];

    private List<(ConformanceReport Report, Finding Finding)> Shown => [.. Lines.Take(MostLines)];

    private string? Summary =>
        Lines.Count == 0
            ? null
            : $"{Counts.Of(Lines.Count(l => l.Finding.Severity == Severity.Error), "error")}, {Counts.Of(Lines.Count(l => l.Finding.Severity == Severity.Warning), "warning")}";

    private string Checked =>
        Reports is [var first, ..]
            ? $"{Counts.Of(first.Rules, "rule")} of FOCUS {first.Version.Label()} over {Counts.Of(Reports.Sum(r => r.Rows), "row")}."
            : "The load has no source file to check.";

    /// <inheritdoc/>
    protected override void OnParametersSet() =>
        Lines = [
            .. (Reports ?? [])
                .SelectMany(report => report.Findings.Select(finding => (report, finding)))
                .OrderByDescending(l => l.finding.Severity)
                .ThenByDescending(l => l.finding.Count),
        ];
}
