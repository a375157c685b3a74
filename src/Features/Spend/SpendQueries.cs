using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Spend;

/// <summary>Asks the engine everything that a Spend page shows.</summary>
public sealed class SpendQueries(IQueryEngine engine, TimeProvider clock)
{
    /// <summary>Groups that a chart names; the rest is "Other".</summary>
    public const int NamedSeries = 5;

    private static readonly Dimension ResourceId = new("ResourceId");
    private static readonly Dimension AccountName = new("SubAccountName");
    private static readonly Dimension RegionName = new("RegionName");

    /// <summary>Today, UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>Chart and table of a view, from one state of the lake.</summary>
    public async Task<SpendReport> ReadAsync(
        CostQuery query,
        SpendTable table,
        CancellationToken cancellationToken
    )
    {
        var report = await AskAsync(query, table, cancellationToken);
        return IsTorn(report) ? await AskAsync(query, table, cancellationToken) : report;
    }

    /// <summary>One page of a table.</summary>
    public async Task<(
        Result<CostTable> Table,
        IReadOnlyDictionary<string, ResourcePlace> Places
    )> TableAsync(CostQuery query, SpendTable table, CancellationToken cancellationToken)
    {
        var rows = await engine.RunAsync(
            SpendTables.QueryOf(query, table, Today),
            cancellationToken
        );
        if (!rows.IsOk || table != SpendTable.Resources)
        {
            return (rows, SpendReport.Nowhere);
        }

        var places = await PlacesAsync(query, rows.Value, cancellationToken);
        return places.IsOk ? (rows, places.Value) : (places.Problem, SpendReport.Nowhere);
    }

    // A load published between the two answers would make chart and table disagree.
    private static bool IsTorn(SpendReport report) =>
        report.Chart.IsOk
        && report.Table.IsOk
        && report.Chart.Value.Revision != report.Table.Value.Revision;

    private static CostQuery ChartOf(CostQuery query) =>
        query with
        {
            Top = query.GroupBy.Count == 0 ? null : NamedSeries,
            Sort = CostSort.Default,
            Page = 1,
        };

    private async Task<SpendReport> AskAsync(
        CostQuery query,
        SpendTable table,
        CancellationToken cancellationToken
    )
    {
        var chart = engine.RunAsync(ChartOf(query), cancellationToken);
        var rows = TableAsync(query, table, cancellationToken);
        await Task.WhenAll(chart, rows);
        return new(await chart, (await rows).Table, (await rows).Places);
    }

    private async Task<Result<Dictionary<string, ResourcePlace>>> PlacesAsync(
        CostQuery query,
        CostTable table,
        CancellationToken cancellationToken
    )
    {
        var ids = table.Rows.Select(r => r.Keys[1]).OfType<string>().Distinct().ToList();
        if (ids.Count == 0)
        {
            return new Dictionary<string, ResourcePlace>(StringComparer.Ordinal);
        }

        var answer = await engine.RunAsync(
            query with
            {
                GroupBy = [ResourceId, AccountName, RegionName],
                Filter = query.Filter.And(new(ResourceId, FilterOperator.Is, ids)),
                Grain = TimeGrain.None,
                Compare = Comparison.None,
                Top = null,
                Sort = CostSort.Default,
                Page = 1,
                PageSize = CostQuery.MaxPageSize,
            },
            cancellationToken
        );
        if (!answer.IsOk)
        {
            return answer.Problem;
        }

        return answer
            .Value.Rows.Where(r => r.Keys[0] is not null)
            .GroupBy(r => r.Keys[0]!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, PlaceOf, StringComparer.Ordinal);
    }

    private static ResourcePlace PlaceOf(IEnumerable<CostRow> rows)
    {
        var all = rows.ToList();
        return new(Names(all, 1), Names(all, 2));
    }

    private static List<string> Names(IEnumerable<CostRow> rows, int key) =>
        [.. rows.Select(r => r.Keys[key]).OfType<string>().Distinct(StringComparer.Ordinal)];
}
