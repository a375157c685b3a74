using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Outlay.Forecast.Choices;
using Outlay.Forecast.Outlook;
using Outlay.Kernel;
using Outlay.Query;
using Outlay.Web.Shell;
using Outlay.Web.Spend;

namespace Outlay.Web.Budgets;

/// <summary>What periods will come to, for the whole and by cloud, how good such forecasts were, and what plans change.</summary>
public sealed partial class ForecastPage
{
    private const int DaysBack = 60;
    private const int DaysAhead = 60;

    private static readonly string[] Fields = ["planFrom", "growth", "once", "cover", "discount"];

    [Inject]
    private PageContext Context { get; set; } = null!;

    [Inject]
    private CloudForecasts Forecasts { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private Result<CloudForecast> Answer { get; set; } =
        new Problem(ProblemKind.NotFound, "Nothing was asked.");

    private ForecastPlan Plan { get; set; } = null!;

    private Currency Currency => Context.Currency!.Value;

    private IReadOnlyList<ForecastMonth> Months =>
        [.. Answer.Value.Choice!.Months.OrderByDescending(m => m.Month)];

    private IEnumerable<(string Name, int At)> Clouds =>
        Answer.Value.Rows[0].Clouds.Select((c, i) => (c.Name ?? "No cloud", i));

    private IEnumerable<KeyValuePair<string, string>> Kept =>
        Context.Parameters.Where(p => !Fields.Contains(p.Key, StringComparer.Ordinal));

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Plan = ForecastPlan.Read(Context.Parameters, Context.Today);
        if (Context.Facts.IsEmpty)
        {
            return;
        }

        Answer = await Forecasts.ReadAsync(
            Context.Apply(new CostQuery()),
            Plan.Events,
            Http?.RequestAborted ?? CancellationToken.None
        );
    }

    private decimal Planned(ForecastRow row) =>
        Answer.Value.Scenario!.Of(row.Period).Mid + row.Mid - row.Own.Mid;

    private string? SpendHref(DateRange period)
    {
        var last = Answer.Value.Total.History.Last;
        return last < period.From
            ? null
            : SpendHref(period.From, last < period.Last ? last : period.Last);
    }

    private string SpendHref(DateOnly first, DateOnly last) =>
        new SpendView(
            Context.Apply(new CostQuery { GroupBy = [SpendView.DefaultSplit] }) with
            {
                Period = Period.Of(DateRange.Inclusive(first, last)),
                Compare = Comparison.Prior,
            }
        ).Href;
}
