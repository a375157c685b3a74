using Microsoft.AspNetCore.Components;
using Outlay.Kernel;
using Outlay.Query;
using Outlay.Spend;
using Outlay.Web.Charts;
using Outlay.Web.Formatting;
using Outlay.Web.Shell;

namespace Outlay.Web.Spend;

/// <summary>The largest groups over time; each step leads to its charges, each group one dimension deeper.</summary>
public sealed partial class SpendChart
{
    /// <summary>The answer for the chart.</summary>
    [Parameter, EditorRequired]
    public Result<CostTable> Answer { get; set; } = null!;

    /// <summary>The state of the page.</summary>
    [Parameter, EditorRequired]
    public SpendView View { get; set; } = null!;

    private CostTable Table => Answer.Value;

    private string Title =>
        View.Chart switch
        {
            ChartKind.Cumulative => $"{Metric} added up",
            ChartKind.Forecast => $"{Metric} and its forecast",
            _ => $"{Metric}{By}",
        };

    private string Metric => GlobalBar.MetricName(View.Query.Metric);

    private string By =>
        View.Query.GroupBy.Count == 0
            ? ""
            : " by " + string.Join(" and ", View.Query.GroupBy.Select(Lower));

    private string? Note =>
        Answer.IsOk
        && View.Chart is ChartKind.Bars or ChartKind.Line
        && Answer.Value.GroupCount > SpendQueries.NamedSeries
            ? $"the {SpendQueries.NamedSeries} largest of {Counts.Number(Answer.Value.GroupCount)}"
            : null;

    private string? Incomplete => IncompleteWords.Of(Table);

    private static string Lower(Dimension dimension)
    {
        var label = Dimensions.Label(dimension);
        return dimension.IsTag ? $"tag {dimension.TagKey}"
            : label.Length > 1 && char.IsLower(label[1])
                ? char.ToLowerInvariant(label[0]) + label[1..]
            : label;
    }

    private IReadOnlyList<ChartBucket> Buckets(CostTotal total) =>
        CostSeries.Buckets(
            Table,
            b =>
                QueryAddress.Charges(
                    ChargesBehind.In(ChargesBehind.Total(Table, total.Currency), b)
                )
        );

    private IReadOnlyList<ChartSeries> Groups(CostTotal total) =>
        CostSeries.Groups(Table, total, row => RowLinks.Deeper(View, row));

    private IReadOnlyList<ChartSeries> Running(CostTotal total) => CostSeries.Running(Table, total);

    private IReadOnlyList<ShareBar> Bars(CostTotal total)
    {
        var rows = CostSeries.Rows(Table, total);
        var slots = CostSeries.Slots(View.Query.GroupBy, rows);
        return
        [
            .. rows.Select(
                (row, i) =>
                    new ShareBar(
                        FilterWords.Row(View.Query.GroupBy, row),
                        slots[i],
                        row.Cost,
                        total.Cost == 0 ? null : row.Cost / total.Cost,
                        RowLinks.Deeper(View, row)
                    )
            ),
        ];
    }
}
