using Microsoft.AspNetCore.Components;
using Outlay.Kernel;
using Outlay.Query;
using Outlay.Spend.Overview;
using Outlay.Web.Charts;
using Outlay.Web.Components;
using Outlay.Web.Shell;
using Outlay.Web.Spend;

namespace Outlay.Web.Overview;

/// <summary>The largest values of a dimension with share and change.</summary>
public sealed partial class LargestList
{
    /// <summary>Title of the card.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>The answer.</summary>
    [Parameter, EditorRequired]
    public Result<CostTable> Answer { get; set; } = null!;

    /// <summary>Class of the card.</summary>
    [Parameter]
    public string? Class { get; set; }

    [Inject]
    private PageContext Context { get; set; } = null!;

    private string All => Answer.IsOk ? View.Href : SpendView.Path;

    private SpendView View =>
        new(
            Answer.Value.Query with
            {
                Top = null,
                Grain = OverviewQueries.GrainOf(Answer.Value.Range),
            }
        );

    private IReadOnlyList<ShareBar> Bars(CostTotal total)
    {
        var groupBy = Answer.Value.Query.GroupBy;
        var rows = CostSeries.Rows(Answer.Value, total);
        var slots = CostSeries.Slots(groupBy, rows);
        return
        [
            .. rows.Select(
                (row, i) =>
                    new ShareBar(
                        FilterWords.Row(groupBy, row),
                        slots[i],
                        row.Cost,
                        total.Cost == 0 ? null : row.Cost / total.Cost,
                        row.IsOther ? View.Href : RowLinks.Deeper(View, row)
                    )
                    {
                        Extra = Change(row),
                    }
            ),
        ];
    }

    private static RenderFragment Change(CostRow row) =>
        builder =>
        {
            builder.OpenComponent<ChangeText>(0);
            builder.AddComponentParameter(1, nameof(ChangeText.Ratio), row.ChangeRatio);
            builder.CloseComponent();
        };
}
