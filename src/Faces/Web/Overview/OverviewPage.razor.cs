using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
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

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    [SupplyParameterFromQuery(Name = "chart")]
    private string? Chart { get; set; }

    private OverviewReport? Report { get; set; }

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
            Report = await Queries.ReadAsync(
                Context.Apply(new CostQuery()),
                Context.Facts,
                Http?.RequestAborted ?? CancellationToken.None
            );
        }
    }
}
