using Outlay.Query;
using Outlay.Web.Charts;
using Outlay.Web.Formatting;

namespace Outlay.Web.Spend;

/// <summary>Turns the answer to a query into what charts draw.</summary>
internal static class CostSeries
{
    public static IReadOnlyList<ChartBucket> Buckets(
        CostTable table,
        Func<TimeBucket, string?> href
    ) =>
        [
            .. table.Buckets.Select(b => new ChartBucket(
                Dates.Bucket(b, table.Query.Grain),
                href(b),
                b.Incomplete
            )
            {
                Tick = Dates.Tick(b, table.Query.Grain),
                Days = table.Query.Grain == TimeGrain.Hour ? null : Dates.Days(b),
            }),
        ];

    /// <summary>The rows of a currency; without a split the total stands in.</summary>
    public static IReadOnlyList<CostRow> Rows(CostTable table, CostTotal total) =>
        table.Query.GroupBy.Count == 0
            ? [new(total.Currency, [], total.Cost, total.Prior, total.Charges, total.Cells)]
            : [.. table.Rows.Where(r => r.Currency == total.Currency)];

    public static IReadOnlyList<ChartSeries> Groups(
        CostTable table,
        CostTotal total,
        Func<CostRow, string?> href
    )
    {
        var rows = Rows(table, total);
        var slots = Slots(table.Query.GroupBy, rows);
        return
        [
            .. rows.Select(
                (row, i) =>
                    new ChartSeries(FilterWords.Row(table.Query.GroupBy, row), slots[i], row.Cells)
                    {
                        Href = href(row),
                    }
            ),
        ];
    }

    /// <summary>The total added up, and the comparison dashed beside it.</summary>
    public static IReadOnlyList<ChartSeries> Running(CostTable table, CostTotal total)
    {
        var series = new List<ChartSeries>
        {
            new(Dates.Range(table.Range), 1, LineChart.RunningTotal(total.Cells)),
        };
        if (table.PriorRange is { } prior)
        {
            var before = total.PriorCells.Take(total.Cells.Count);
            series.Add(
                new(Dates.Range(prior), 0, LineChart.RunningTotal(before)) { Dashed = true }
            );
        }

        return series;
    }

    public static IReadOnlyList<int> Slots(
        IReadOnlyList<Dimension> groupBy,
        IReadOnlyList<CostRow> rows
    ) =>
        groupBy.Count == 0
            ? [1]
            : SeriesColors.Assign(
                string.Join('+', groupBy.Select(d => d.Key)),
                [.. rows.Select(r => r.IsOther ? null : FilterWords.Row(groupBy, r))]
            );
}
