using Outlay.Query;
using Outlay.Web.Formatting;

namespace Outlay.Web.Charts;

/// <summary>Turns the answer to a cost query into what charts take.</summary>
public static class CostChart
{
    /// <summary>The buckets of a result.</summary>
    /// <param name="table">The result; its grain must not be None.</param>
    /// <param name="href">Where a bucket leads; null for nowhere.</param>
    public static IReadOnlyList<ChartBucket> Buckets(
        CostTable table,
        Func<TimeBucket, string?>? href = null
    ) =>
        [
            .. table.Buckets.Select(b => new ChartBucket(
                Dates.Bucket(b, table.Query.Grain),
                href?.Invoke(b),
                b.Incomplete
            )
            {
                Tick = Dates.Tick(b, table.Query.Grain),
                Days = Dates.Days(b),
            }),
        ];

    /// <summary>One series for each row, in the rows' order, coloured by the first group-by; names of several group-bys are joined.</summary>
    /// <param name="query">The query that was answered.</param>
    /// <param name="rows">Rows of one currency, largest first.</param>
    /// <param name="noValue">What to call charges without a value.</param>
    /// <param name="href">Where a row leads; null for nowhere.</param>
    public static IReadOnlyList<ChartSeries> Series(
        CostQuery query,
        IReadOnlyList<CostRow> rows,
        string noValue = "(none)",
        Func<CostRow, string?>? href = null
    )
    {
        var dimension = string.Join('+', query.GroupBy.Select(d => d.Key));
        var names = rows.Select(r => Name(r, noValue)).ToList();
        var slots = SeriesColors.Assign(
            dimension,
            [.. rows.Select((r, i) => r.IsOther ? null : names[i])]
        );
        return
        [
            .. rows.Select(
                (row, i) =>
                    new ChartSeries(names[i], slots[i], row.Cells) { Href = href?.Invoke(row) }
            ),
        ];
    }

    private static string Name(CostRow row, string noValue) =>
        row.IsOther
            ? $"Other ({Counts.Number(row.OtherGroups)})"
            : string.Join(" · ", row.Keys.Select(k => string.IsNullOrEmpty(k) ? noValue : k));
}
