using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Outlay.Alerts;
using Outlay.Budgets;
using Outlay.Forecast.Outlook;
using Outlay.Kernel;
using Outlay.Query;
using Outlay.Spend;
using Outlay.Web.Components;
using Outlay.Web.Formatting;
using Outlay.Web.Shell;
using Outlay.Web.Spend;

namespace Outlay.Web.Budgets;

/// <summary>A budget in its period: how it does, what pushes it, what was and what was changed.</summary>
public sealed partial class BudgetPage
{
    private const int MostPeriods = 12;
    private const int MostComing = 6;
    private const int MostAlerts = 10;

    /// <summary>Number of the budget.</summary>
    [Parameter]
    public long Id { get; set; }

    [Inject]
    private BudgetBook Book { get; set; } = null!;

    [Inject]
    private BudgetQueries Queries { get; set; } = null!;

    [Inject]
    private AlertBook AlertBook { get; set; } = null!;

    [Inject]
    private NavigationManager Navigator { get; set; } = null!;

    [Inject]
    private Flash Flash { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private Budget? Budget { get; set; }

    private Result<BudgetStatus> Status { get; set; } = Nothing;

    private Result<CostOutlook> Outlook { get; set; } = Nothing;

    private Result<CostTable> Slices { get; set; } = Nothing;

    private Result<IReadOnlyList<PastPeriod>> Past { get; set; } = Nothing;

    private Result<IReadOnlyList<ComingPeriod>> Coming { get; set; } = Nothing;

    private IReadOnlyList<Alert> Alerts { get; set; } = [];

    private IReadOnlyList<BudgetChange> Changes { get; set; } = [];

    private static Problem Nothing => new(ProblemKind.NotFound, "Nothing was asked.");

    private Currency Currency => Budget!.Scope.Currency;

    private string Subtitle =>
        $"{BudgetLook.Cadence(Budget!.Calendar.Cadence)} budget{(Budget.Owner is { } owner ? $" of {owner}" : "")} · {ScopeWords}"
        + (Status.IsOk ? $" · {BudgetLook.Words(Status.Value.State)}" : "");

    private string ScopeWords =>
        Budget!.Scope.Filter.Sets.Count == 0 ? "all spend" : FilterWords.Of(Budget.Scope.Filter);

    private string SpentSub =>
        Status.Value.Consumed is { } consumed ? $"{Amounts.Share(consumed)} of the amount" : "";

    private string AmountSub
    {
        get
        {
            var status = Status.Value;
            var parts = status.OfParts is { } sum ? $"parts: {Amounts.Short(sum, Currency)}" : "";
            return status.Carried == 0
                ? parts
                : $"{Amounts.Short(status.Amount, Currency)} {Amounts.ShortDifference(status.Carried, Currency)} carried over {parts}".Trim();
        }
    }

    private string ForecastSub =>
        $"80 %: {Amounts.Short(Status.Value.Forecast.Value.Low, Currency)}–{Amounts.Short(Status.Value.Forecast.Value.High, Currency)}; over with {Amounts.Share((decimal)(Status.Value.Risk ?? 0))} probability";

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Budget = Book.Find(Id);
        if (Budget is null)
        {
            Navigator.NotFound();
            return;
        }

        var token = Http?.RequestAborted ?? CancellationToken.None;
        Alerts = AlertBook.Of(
            string.Create(CultureInfo.InvariantCulture, $"budget/{Id}/"),
            MostAlerts
        );
        Changes = Book.Changes(Id);
        Status = await Queries.OfAsync(Budget, token);
        if (Status.IsOk)
        {
            Outlook = await Queries.OutlookAsync(Budget.Scope, Status.Value.Period, token);
            Slices = await Queries.SlicesAsync(Status.Value, token);
            Past = await Queries.PastAsync(Budget, MostPeriods, token);
            Coming = await Queries.ComingAsync(Budget, MostComing, token);
        }
    }

    private void Delete()
    {
        var deleted = Book.Delete(Id);
        if (deleted.Problem is { } problem)
        {
            Flash.Say(problem);
        }
        else
        {
            Flash.Say(Tone.Good, $"The budget {deleted.Value.Name} is deleted.");
        }

        Navigator.NavigateTo("/budgets");
    }

    private string SliceHref(CostRow row)
    {
        var query = Status.Value.Budget.Scope.Query(Status.Value.Period);
        return new SpendView(
            query with
            {
                Filter = ChargesBehind.With(query.Filter, Slices.Value.Query.GroupBy, row.Keys),
                GroupBy = [SpendView.DefaultSplit],
                Compare = Comparison.Prior,
            }
        ).Href;
    }

    private static string ChangeWords(BudgetChange change) =>
        change switch
        {
            { Field: "created" } => $"Made, {change.Became}",
            { Was: null or "" } => $"{change.Field}: {change.Became}",
            { Became: null or "" } => $"{change.Field}: no longer {change.Was}",
            _ => $"{change.Field}: {change.Was} → {change.Became}",
        };
}
