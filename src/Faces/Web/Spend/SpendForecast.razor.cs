using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Outlay.Forecast.Outlook;
using Outlay.Kernel;
using Outlay.Web.Formatting;
using Outlay.Web.Shell;

namespace Outlay.Web.Spend;

/// <summary>The view's cost day by day and its forecast to the end of the month.</summary>
public sealed partial class SpendForecast
{
    private const int ShortestLook = 30;

    /// <summary>The state of the page.</summary>
    [Parameter, EditorRequired]
    public SpendView View { get; set; } = null!;

    /// <summary>The currency; each has its own forecast.</summary>
    [Parameter, EditorRequired]
    public Currency Currency { get; set; }

    [Inject]
    private CostOutlooks Outlooks { get; set; } = null!;

    [Inject]
    private PageContext Context { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private Result<CostOutlook> Outlook { get; set; } =
        new Problem(ProblemKind.NotFound, "Nothing was asked.");

    private DateRange Month => BillingPeriod.Of(Context.Today).Days;

    private DateOnly From
    {
        get
        {
            var look = Context.Today.AddDays(-ShortestLook);
            return Context.Range.From < look ? Context.Range.From : look;
        }
    }

    private string Words
    {
        get
        {
            var month = Outlook.Value.Of(Month);
            return $"{Dates.Month(BillingPeriod.Of(Month.From))} will come to about {Amounts.Exact(month.Mid, Currency)} (80 %: {Amounts.Exact(month.Low, Currency)} to {Amounts.Exact(month.High, Currency)}). Bands: four of five days lie in the inner one, nineteen of twenty in the outer one, as they did before.";
        }
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync() =>
        Outlook = await Outlooks.OfAsync(
            View.Query with
            {
                Currency = Currency,
            },
            Month.Last,
            Http?.RequestAborted ?? CancellationToken.None
        );
}
