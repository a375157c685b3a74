using Microsoft.AspNetCore.Components;
using Outlay.Kernel;
using Outlay.Query;
using Outlay.Web.Charts;
using Outlay.Web.Shell;
using Outlay.Web.Spend;

namespace Outlay.Web.Overview;

/// <summary>Spend by cloud over time, or added up against the period before.</summary>
public sealed partial class CloudChart
{
    /// <summary>The answer.</summary>
    [Parameter, EditorRequired]
    public Result<CostTable> Answer { get; set; } = null!;

    /// <summary>Whether amounts are added up.</summary>
    [Parameter]
    public bool Cumulative { get; set; }

    /// <summary>Class of the card.</summary>
    [Parameter]
    public string? Class { get; set; }

    [Inject]
    private PageContext Context { get; set; } = null!;

    private string Title =>
        Cumulative ? "Spend added up, against the period before" : "Spend by cloud";

    private string Steps =>
        Answer.IsOk
            ? $"By {Answer.Value.Query.Grain}".ToLowerInvariant() is var text
                ? char.ToUpperInvariant(text[0]) + text[1..]
                : ""
            : "Bars";

    private IReadOnlyList<ChartBucket> Buckets =>
        CostSeries.Buckets(
            Answer.Value,
            b =>
                new SpendView(
                    Answer.Value.Query with
                    {
                        Period = Period.Of(Formatting.Dates.Days(b)),
                        GroupBy = [new("ServiceName")],
                        Top = null,
                    }
                ).Href
        );

    private string? SeriesHref(CostRow row) =>
        RowLinks.Deeper(new SpendView(Answer.Value.Query with { Top = null }), row);
}
