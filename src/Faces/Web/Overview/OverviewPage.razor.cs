using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Outlay.Budgets;
using Outlay.Forecast.Outlook;
using Outlay.Kernel;
using Outlay.Query;
using Outlay.Spend.Overview;
using Outlay.Web.Formatting;
using Outlay.Web.Shell;

namespace Outlay.Web.Overview;

/// <summary>The first page: what was spent, what moved it, and how fresh that is.</summary>
public sealed partial class OverviewPage
{
    private const string CumulativeWord = "cumulative";

    [Inject]
    private PageContext Context { get; set; } = null!;

    [Inject]
    private OverviewQueries Queries { get; set; } = null!;

    [Inject]
    private CostOutlooks Outlooks { get; set; } = null!;

    [Inject]
    private BudgetQueries BudgetQueries { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    [SupplyParameterFromQuery(Name = "chart")]
    private string? Chart { get; set; }

    private OverviewReport? Report { get; set; }

    private Result<PeriodOutlook> Month { get; set; } =
        new Problem(ProblemKind.NotFound, "Nothing was asked.");

    private Result<IReadOnlyList<BudgetStatus>> Budgets { get; set; } = new List<BudgetStatus>();

    private bool Cumulative => Chart == CumulativeWord;

    private string Subtitle =>
        Context.Facts.IsEmpty
            ? "What was spent, what moved it, and how fresh that is."
            : $"{GlobalBar.MetricName(Context.Metric)} in {Context.Currency}, {Dates.Range(Context.Range)}, UTC{Published}";

    private string Published =>
        Context.Facts.LastPublished is { } time ? $" · data published {Dates.Time(time)}" : "";

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (!Context.Facts.IsEmpty)
        {
            var token = Http?.RequestAborted ?? CancellationToken.None;
            var view = Context.Apply(new CostQuery());
            var month = BillingPeriod.Of(Context.Today).Days;
            var report = Queries.ReadAsync(view, Context.Facts, token);
            var outlook = Outlooks.OfAsync(view, month.Last, token);
            var budgets = BudgetQueries.AllAsync(token);
            await Task.WhenAll(report, outlook, budgets);
            Report = await report;
            Month = (await outlook).Match<Result<PeriodOutlook>>(o => o.Of(month), p => p);
            Budgets = await budgets;
        }
    }
}
