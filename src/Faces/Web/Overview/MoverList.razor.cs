using Microsoft.AspNetCore.Components;
using Outlay.Kernel;
using Outlay.Query;
using Outlay.Spend;
using Outlay.Spend.Overview;
using Outlay.Web.Formatting;
using Outlay.Web.Shell;
using Outlay.Web.Spend;
using Outlay.Web.Spend.Changes;

namespace Outlay.Web.Overview;

/// <summary>Services in accounts whose cost moved most; each leads to Spend with the same filter and period.</summary>
public sealed partial class MoverList
{
    /// <summary>Title of the card.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>Said when nothing moved.</summary>
    [Parameter, EditorRequired]
    public string Nothing { get; set; } = "";

    /// <summary>The answer.</summary>
    [Parameter, EditorRequired]
    public Result<CostTable> Answer { get; set; } = null!;

    /// <summary>Class of the card.</summary>
    [Parameter]
    public string? Class { get; set; }

    [Inject]
    private PageContext Context { get; set; } = null!;

    private string? Note =>
        Answer.IsOk && Answer.Value.PriorRange is { } range
            ? $"against {Dates.Range(range)}"
            : null;

    private string Why(CostRow row) =>
        ChangesLook.Href(
            new SpendView(
                Answer.Value.Query with
                {
                    Filter = Behind(row),
                    GroupBy = [new("SkuMeter")],
                    Currency = row.Currency,
                    PageSize = new CostQuery().PageSize,
                }
            )
        );

    private CostFilter Behind(CostRow row) =>
        ChargesBehind.With(Answer.Value.Query.Filter, OverviewQueries.MoverKeys, row.Keys);

    private string Href(CostRow row)
    {
        var table = Answer.Value;
        var filter = Behind(row);
        return new SpendView(
            table.Query with
            {
                Filter = filter,
                GroupBy = Dimensions.NextDrill(OverviewQueries.MoverKeys[0], filter) is { } next
                    ? [next]
                    : [],
                Grain = OverviewQueries.GrainOf(table.Range),
                Sort = new(SortKey.Change, table.Query.Sort.Descending),
                Currency = row.Currency,
                PageSize = new CostQuery().PageSize,
            }
        ).Href;
    }
}
