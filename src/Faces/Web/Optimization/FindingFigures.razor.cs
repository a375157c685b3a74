using Microsoft.AspNetCore.Components;
using Outlay.Optimization.Analysis;
using Outlay.Optimization.Findings;
using Outlay.Optimization.Rules;
using Outlay.Optimization.Scans;
using Outlay.Web.Formatting;
using Outlay.Web.Shell;

namespace Outlay.Web.Optimization;

/// <summary>The key figures of a tab.</summary>
public sealed partial class FindingFigures
{
    /// <summary>The tab; null for all.</summary>
    [Parameter]
    public Category? Category { get; set; }

    /// <summary>The last analysis.</summary>
    [Parameter, EditorRequired]
    public AnalysisReport Report { get; set; } = null!;

    /// <summary>The newest scan of all.</summary>
    [Parameter]
    public Scan? Latest { get; set; }

    /// <summary>How many sources there are.</summary>
    [Parameter]
    public int Sources { get; set; }

    [Inject]
    private FindingBook Book { get; set; } = null!;

    [Inject]
    private PageContext Context { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private IReadOnlyList<SavingSum> Sums { get; set; } = [];

    private FindingPage Easy { get; set; } = null!;

    private int Unjudged { get; set; }

    private List<(string Currency, decimal Saved)> Saved { get; set; } = [];

    private int Measured { get; set; }

    private (UsageMix Mix, bool IsLargestOfMany)? Mix =>
        Report.Mixes.Where(m => m.Category == Category).ToList() is [var first, .. var others]
            ? (first, others.Count > 0)
            : null;

    private string EasyWords => $"{Counts.Number(Easy.Count)} with little risk and effort";

    private string EasyHref => Context.With(("easy", "1"), ("state", null));

    private string Verified =>
        Saved is [var (currency, saved), ..] ? OptimizationLook.Short(saved, currency) : "–";

    private string VerifiedWords =>
        Measured == 0
            ? "nothing is marked as done"
            : $"measured from the bill, {Counts.Of(Measured, "recommendation")}";

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        Sums = Book.Page(new FindingQuery { Category = Category, Limit = 1 }).Sums;
        Easy = Book.Page(
            new FindingQuery
            {
                Category = Category,
                OnlyEasy = true,
                Limit = 1,
            }
        );
        Unjudged = Book.CountUnjudged(Category);
        var savings = Book.Savings();
        Measured = savings.Count;
        Saved =
        [
            .. savings
                .Where(s => s.Value.Saved is not null)
                .Select(s => (Book.Find(s.Key)!.Recommendation.Currency, s.Value.Saved!.Value))
                .GroupBy(s => s.Currency, s => s.Value, StringComparer.Ordinal)
                .Select(g => (g.Key, g.Sum()))
                .OrderByDescending(g => g.Item2),
        ];
    }

    private static string GrossWords(SavingSum sum) =>
        sum.Gross > sum.Net
            ? $"no dollar twice; {OptimizationLook.Short(sum.Gross, sum.Currency)} each taken alone"
            : "no dollar twice";

    private static string MixWords(UsageMix mix)
    {
        var arm = mix.ArmShare is { } share ? $", {OptimizationLook.Percent(share)} on ARM" : "";
        return $"{OptimizationLook.Percent(mix.Committed / mix.Total)} committed, {OptimizationLook.Percent(mix.Spot / mix.Total)} Spot{arm}";
    }

    private string Age(Scan scan) =>
        $"{Counts.Duration(Clock.GetUtcNow() - (scan.FinishedAt ?? scan.CreatedAt))} ago";
}
