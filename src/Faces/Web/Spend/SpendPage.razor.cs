using Microsoft.AspNetCore.Components;
using Outlay.Kernel;
using Outlay.Query;
using Outlay.Spend;
using Outlay.Web.Formatting;
using Outlay.Web.Shell;

namespace Outlay.Web.Spend;

/// <summary>Cost over time, split and filtered; every number leads to its charges.</summary>
public sealed partial class SpendPage
{
    [Inject]
    private PageContext Context { get; set; } = null!;

    [Inject]
    private SpendQueries Queries { get; set; } = null!;

    [Inject]
    private NavigationManager Navigator { get; set; } = null!;

    [CascadingParameter]
    private Microsoft.AspNetCore.Http.HttpContext? Http { get; set; }

    [SupplyParameterFromQuery(Name = "edit")]
    private string? Edit { get; set; }

    private SpendView View { get; set; } = null!;

    private Problem? Problem { get; set; }

    private SpendReport? Report { get; set; }

    private Dimension? Editing =>
        Edit is not null && Dimensions.Read(Edit) is { IsOk: true } read ? read.Value : null;

    private bool HasFilter =>
        View.Query.Filter.Sets.Count > 0 || View.Query.Exclude != ChargeSwitches.None;

    private SpendView Cleared =>
        View.With(View.Query with { Filter = CostFilter.All, Exclude = ChargeSwitches.None });

    private string BudgetHref =>
        Address.Of(
            "/budgets/new",
            CostQueryUrl.Parameters(
                new CostQuery
                {
                    Filter = View.Query.Filter,
                    Exclude = View.Query.Exclude,
                    Metric = View.Query.Metric,
                    Currency = View.Query.Currency,
                }
            )
        );

    private SpendView AllDays =>
        Context.Facts is { FirstDay: { } first, LastDay: { } last }
            ? View.With(View.Query with { Period = Period.Of(DateRange.Inclusive(first, last)) })
            : View;

    private string Subtitle =>
        Context.Facts.IsEmpty
            ? "What was spent, when, on what."
            : $"{GlobalBar.MetricName(View.Query.Metric)} in {View.Query.Currency}{(View.Query.Convert == Conversion.None ? "" : ", other currencies converted by month averages")}, {Dates.Range(Context.Range)}, UTC · {DataTime}";

    private string DataTime =>
        Context.Facts.LastPublished is { } published
            ? $"data published {Dates.Time(published)}"
            : "nothing published";

    private string NothingTitle =>
        View.Query.Filter.Sets.Count > 0
            ? $"No charges match {FilterWords.Of(View.Query.Filter)}."
            : $"No charges in {Dates.Range(Context.Range)}.";

    private string NothingText =>
        Context.Facts is { FirstDay: { } first, LastDay: { } last }
            ? $"Looked at {Dates.Range(Context.Range)}, in {View.Query.Currency}. The lake holds charges of {Dates.Range(DateRange.Inclusive(first, last))}."
            : "";

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        (View, Problem, var fromForm) = SpendViewReader.Read(Context);
        if (fromForm)
        {
            Navigator.NavigateTo(View.Href);
            return;
        }

        if (!Context.Facts.IsEmpty)
        {
            Report = await Queries.ReadAsync(
                View.Query,
                View.Table,
                Http?.RequestAborted ?? CancellationToken.None
            );
        }
    }

    private static bool IsNothing(CostTable table) =>
        table.Totals.All(t => t.Charges == 0 && t.Prior is null or 0);
}
