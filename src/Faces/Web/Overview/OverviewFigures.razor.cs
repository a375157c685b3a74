using System.Globalization;
using Microsoft.AspNetCore.Components;
using Outlay.Budgets;
using Outlay.Forecast.Outlook;
using Outlay.Kernel;
using Outlay.Optimization.Findings;
using Outlay.Optimization.Scans;
using Outlay.Query;
using Outlay.Spend.Overview;
using Outlay.Web.Formatting;
using Outlay.Web.Optimization;
using Outlay.Web.Shell;
using Outlay.Web.Spend;

namespace Outlay.Web.Overview;

/// <summary>The key figures, and what the missing ones wait for.</summary>
public sealed partial class OverviewFigures
{
    /// <summary>The answers.</summary>
    [Parameter, EditorRequired]
    public OverviewReport Report { get; set; } = null!;

    /// <summary>What the month will come to.</summary>
    [Parameter, EditorRequired]
    public Result<PeriodOutlook> Month { get; set; } = null!;

    /// <summary>How the budgets do.</summary>
    [Parameter, EditorRequired]
    public Result<IReadOnlyList<BudgetStatus>> Budgets { get; set; } = null!;

    [Inject]
    private PageContext Context { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private FindingBook Findings { get; set; } = null!;

    [Inject]
    private ScanBook Scans { get; set; } = null!;

    private FindingPage Open { get; set; } = null!;

    private Scan? LastScan { get; set; }

    private SavingSum? OpenSum => Open.Sums is [var first, ..] ? first : null;

    private string Potential =>
        OpenSum is { } sum ? OptimizationLook.Short(sum.Net, sum.Currency) : "–";

    private string? PotentialInFull =>
        OpenSum is { } sum ? OptimizationLook.Full(sum.Net, sum.Currency) : null;

    private string PotentialWords =>
        OpenSum is { Lost: > 0 } sum
            ? $"{OptimizationLook.Short(sum.Lost, sum.Currency)} lost since first seen"
            : "no dollar counted twice";

    private string TopWords =>
        Open.Rows is [var top, ..]
            ? $"largest: {OptimizationLook.Short(top.Net, top.Recommendation.Currency)} a month"
            : "nothing that rules can see";

    private Currency Currency => Context.Currency!.Value;

    private string MonthSub =>
        $"80 %: {Amounts.Short(Month.Value.Low, Currency)}–{Amounts.Short(Month.Value.High, Currency)}";

    // The one that is used up most, of those that stand for themselves.
    private BudgetStatus? Fullest =>
        Budgets
            .Value.Where(b => b.Budget.ParentId is null && b.State != BudgetState.Ahead)
            .MaxBy(b => b.Consumed ?? 0);

    private string BudgetSub
    {
        get
        {
            var over = Budgets.Value.Count(b => b.State == BudgetState.Over);
            var risk = Budgets.Value.Count(b => b.State == BudgetState.AtRisk);
            return $"{Counts.Of(Budgets.Value.Count, "budget")}: {Counts.Number(over)} over, {Counts.Number(risk)} at risk";
        }
    }

    private string PeriodName =>
        Context.Period.Preset == PeriodPreset.MonthToDate
            ? "month to date"
            : Dates.Range(Context.Range);

    private string SpendHref => new SpendView(Everything).Href;

    private CostQuery Everything =>
        Context.Apply(
            new CostQuery
            {
                GroupBy = [new("HostProviderName")],
                Compare = Comparison.Prior,
                Grain = OverviewQueries.GrainOf(Context.Range),
            }
        );

    private string Published =>
        Context.Facts.LastPublished is { } time ? Dates.Time(time) : "nothing published";

    private string Age
    {
        get
        {
            if (Context.Facts.LastPublished is not { } time)
            {
                return "–";
            }

            return (Clock.GetUtcNow() - time) switch
            {
                { TotalMinutes: < 1 } => "just now",
                { TotalHours: < 1 } age => Ago((long)age.TotalMinutes, "min", "min"),
                { TotalDays: < 2 } age => Ago((long)age.TotalHours, "h", "h"),
                var age => Ago((long)age.TotalDays, "day", "days"),
            };
        }
    }

    private string Against(CostTotal total) =>
        Report.ByCloud.Value.PriorRange is { } range && total.Prior is { } prior
            ? $"{Amounts.Short(prior, total.Currency)} in {Dates.Range(range)}"
            : "";

    private static string Ago(long count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)} ago");

    private static decimal? Ratio(CostTotal total) =>
        total.Prior is null or 0 ? null : (total.Cost - total.Prior) / Math.Abs(total.Prior.Value);

    private static string Formula(RunRate rate) =>
        $"{Amounts.Exact(rate.UsageADay, rate.Currency)} usage a day (average of {Counts.Of(rate.CompleteDays, "complete day")}) × {rate.Month.Days.Days} days + {Amounts.Exact(rate.Once, rate.Currency)} purchases, tax, credits and adjustments, counted once = {Amounts.Full(rate.Estimate, rate.Currency)}";

    private static string RunRateSub(RunRate rate) =>
        $"{Amounts.Short(rate.UsageADay, rate.Currency)} usage a day × {rate.Month.Days.Days} + {Amounts.Short(rate.Once, rate.Currency)} once";

    private string RunRateHref(RunRate rate) =>
        new SpendView(
            Context.Apply(new CostQuery { GroupBy = [new("ChargeCategory")] }) with
            {
                Period = Period.Of(rate.Month.Days),
                Compare = Comparison.None,
            }
        ).Href;

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        Open = Findings.Page(new FindingQuery { Limit = 1 });
        LastScan = Scans.Latest().Values.MaxBy(s => s.CreatedAt);
    }

    private string ScanAge(Scan scan) =>
        $"{Counts.Duration(Clock.GetUtcNow() - (scan.FinishedAt ?? scan.CreatedAt))} ago";
}
