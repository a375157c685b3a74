using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Outlay.Budgets;
using Outlay.Forecast.Outlook;
using Outlay.Kernel;
using Outlay.Query;
using Outlay.Web.Components;
using Outlay.Web.Formatting;
using Outlay.Web.Shell;

namespace Outlay.Web.Budgets;

/// <summary>
/// Makes or changes a budget: prefilled from the last three months, with the alerts that it would have raised before it is kept. The
/// address may bring a scope (the parameters of a Spend view) or a budget to copy.
/// </summary>
public sealed partial class BudgetEditPage
{
    private const int MostValues = 200;

    private static readonly (string Word, string Text)[] Periods =
    [
        ("month", "Months"),
        ("quarter", "Quarters of the fiscal year"),
        ("year", "Fiscal years"),
        ("custom", "Chosen days"),
    ];

    /// <summary>Number of the budget that is changed; null for a new one.</summary>
    [Parameter]
    public long? Id { get; set; }

    [Inject]
    private BudgetBook Book { get; set; } = null!;

    [Inject]
    private BudgetQueries Queries { get; set; } = null!;

    [Inject]
    private CostOutlooks Outlooks { get; set; } = null!;

    [Inject]
    private IQueryEngine Engine { get; set; } = null!;

    [Inject]
    private PageContext Context { get; set; } = null!;

    [Inject]
    private NavigationManager Navigator { get; set; } = null!;

    [Inject]
    private Flash Flash { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    [SupplyParameterFromForm(FormName = "budget")]
    private BudgetForm? Form { get; set; }

    [SupplyParameterFromQuery(Name = "copy")]
    private long? Copy { get; set; }

    private Budget? Standing { get; set; }

    private BudgetForm Typed { get; set; } = new();

    private IReadOnlyList<Problem> Problems { get; set; } = [];

    private IReadOnlyList<ReplayedAlert>? Replay { get; set; }

    private Currency ReplayCurrency { get; set; }

    private BudgetSuggestion? Suggestion { get; set; }

    private IReadOnlyList<DimensionValue> Clouds { get; set; } = [];

    private IReadOnlyList<DimensionValue> Accounts { get; set; } = [];

    private IReadOnlyList<DimensionValue> Services { get; set; } = [];

    private string Title => Standing is null ? "New budget" : $"Change {Standing.Name}";

    private string Action => Standing is null ? "/budgets/new" : $"/budgets/{Standing.Id}/edit";

    private string Back => Standing is null ? "/budgets" : $"/budgets/{Standing.Id}";

    private bool MoreIsWrong =>
        Problems.Any(p => p.Field is "amounts" or "parent" or "notes" or "fiscal_month");

    private CancellationToken Token => Http?.RequestAborted ?? CancellationToken.None;

    private string SuggestionWords
    {
        get
        {
            if (Suggestion is not { Recent.Count: > 0 } suggestion)
            {
                return "";
            }

            var currency =
                Typed.Currency is { } code && Currency.TryParse(code, out var known)
                    ? known
                    : Context.Currency!.Value;
            var months = string.Join(
                ", ",
                suggestion.Recent.Select(r =>
                    $"{Dates.Month(r.Month)} {Amounts.Short(r.Cost, currency)}"
                )
            );
            return $"The last months: {months}. They suggest {suggestion.Amount.ToString("#,##0.##", CultureInfo.InvariantCulture)}.";
        }
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (Id is { } id)
        {
            Standing = Book.Find(id);
            if (Standing is null)
            {
                Navigator.NotFound();
                return;
            }
        }

        if (Context.Facts.IsEmpty)
        {
            return;
        }

        Typed = Form ?? BudgetForm.Of(Start());
        Clouds = await ValuesAsync(BudgetForm.CloudDimension);
        Accounts = await ValuesAsync(BudgetForm.AccountDimension);
        Services = await ValuesAsync(BudgetForm.ServiceDimension);
        await SuggestAsync();
    }

    private BudgetDraft Start()
    {
        if ((Standing ?? (Copy is { } copy ? Book.Find(copy) : null)) is { } source)
        {
            var draft = BudgetDraft.Of(source);
            return Standing is null ? draft with { Name = $"Copy of {source.Name}" } : draft;
        }

        var view = CostQueryUrl.Parse(Context.Parameters);
        return new BudgetDraft
        {
            Scope = BudgetScope.Of(
                Context.Apply(view.IsOk ? view.Value : new CostQuery()),
                Context.Currency!.Value
            ),
            Calendar = BudgetCalendar.Of(BudgetCadence.Month, Context.Today),
        };
    }

    // The whole lake's last year, so that a service of last month is there on the first of this one.
    private async Task<IReadOnlyList<DimensionValue>> ValuesAsync(Dimension dimension)
    {
        var values = await Engine.ValuesAsync(
            new ValuesQuery(
                dimension,
                new CostQuery
                {
                    Period = Period.Of(PeriodPreset.Last12Months),
                    Currency = Context.Currency,
                },
                null,
                MostValues
            ),
            Token
        );
        return values.IsOk ? values.Value : [];
    }

    private async Task SuggestAsync()
    {
        var scope = Typed.Scope(Context.Currency!.Value);
        if (
            !scope.IsOk
            || !Enum.TryParse<BudgetCadence>(Typed.Period, ignoreCase: true, out var cadence)
            || cadence == BudgetCadence.Custom
        )
        {
            return;
        }

        var suggestion = await Queries.SuggestAsync(scope.Value, cadence, 0, Token);
        Suggestion = suggestion.IsOk ? suggestion.Value : null;
        if (Suggestion is { Amount: > 0 } found && string.IsNullOrWhiteSpace(Typed.Amount))
        {
            Typed = Typed with
            {
                Amount = found.Amount.ToString("0.##", CultureInfo.InvariantCulture),
            };
        }
    }

    private async Task SubmitAsync()
    {
        var draft = Typed.Read(Context.Currency!.Value);
        Problems = draft.IsOk ? Book.Check(draft.Value, Standing) : [draft.Problem];
        if (Typed.Do == "preview" && draft.IsOk)
        {
            await ReplayAsync(draft.Value);
            return;
        }

        if (Problems.Count > 0)
        {
            return;
        }

        var kept = Standing is null
            ? Book.Create(draft.Value)
            : Book.Change(Standing.Id, draft.Value);
        if (!kept.IsOk)
        {
            Problems = [kept.Problem];
            return;
        }

        Flash.Say(Tone.Good, $"The budget {kept.Value.Name} is kept.");
        Navigator.NavigateTo($"/budgets/{kept.Value.Id}");
    }

    private async Task ReplayAsync(BudgetDraft draft)
    {
        var history = await Outlooks.HistoryAsync(
            draft.Scope.Query(new DateRange(Context.Today, Context.Today.AddDays(1))),
            Token
        );
        if (!history.IsOk)
        {
            Problems = [.. Problems, history.Problem];
            return;
        }

        ReplayCurrency = draft.Scope.Currency;
        Replay = BudgetReplay.Run(draft, history.Value, Context.Today);
        // A name is not needed to see what would have been.
        Problems = [.. Problems.Where(p => p.Field != "name")];
    }

    private string? Invalid(string field) => Problems.Any(p => p.Field == field) ? "true" : null;
}
