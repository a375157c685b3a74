using Microsoft.AspNetCore.Components;
using Outlay.Kernel;
using Outlay.Optimization.Analysis;
using Outlay.Optimization.Findings;
using Outlay.Optimization.Recommendations;

namespace Outlay.Web.Optimization;

/// <summary>Everything that speaks for a recommendation, and how to do it.</summary>
public sealed partial class FindingEvidence
{
    /// <summary>The finding.</summary>
    [Parameter, EditorRequired]
    public Finding Finding { get; set; } = null!;

    /// <summary>The last analysis; null before the first.</summary>
    [Parameter]
    public AnalysisReport? Report { get; set; }

    /// <summary>Address of the page that takes the decision.</summary>
    [Parameter, EditorRequired]
    public string Address { get; set; } = "";

    /// <summary>What was wrong with the last decision.</summary>
    [Parameter]
    public Problem? Wrong { get; set; }

    [Inject]
    private FindingBook Book { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private Recommendation R => Finding.Recommendation;

    private VerifiedSaving? Saving => Book.SavingOf(Finding.Id);

    private IReadOnlyList<FindingEvent> Events => Book.Events(Finding.Id);

    private string? SpendHref =>
        OptimizationLook.SpendHref(
            R.Subject,
            Report is { From: { } from, To: { } to } ? DateRange.Inclusive(from, to) : null
        );

    private static List<decimal> Days(Evidence evidence) =>
        evidence.Days.Select(d => double.IsFinite(d) ? (decimal)d : 0m).ToList();
}
