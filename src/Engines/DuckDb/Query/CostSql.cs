using Outlay.Query;

namespace Outlay.Engines.DuckDb.Query;

/// <summary>
/// Compiles a question into one statement. It scans once into cells (group, currency, range, bucket) and takes from them the totals
/// (kind 0), the groups to show (1) with their cells (2), and the number of groups (3).
/// </summary>
internal sealed class CostSql
{
    private readonly CostQuestion _question;
    private readonly QuerySource _source;
    private readonly SqlParameters _parameters = new();
    private readonly DimensionSql _dimensions;
    private readonly FilterSql _filter;
    private readonly IReadOnlyList<string> _keys;

    private CostSql(CostQuestion question, QuerySource source)
    {
        _question = question;
        _source = source;
        _dimensions = new DimensionSql(source, _parameters);
        _filter = new FilterSql(source, _parameters, _dimensions);
        _keys = [.. Query.GroupBy.Select((_, i) => $"k{i}")];
    }

    private CostQuery Query => _question.Query;

    private bool HasGrain => Query.Grain != TimeGrain.None;

    public static (string Sql, IReadOnlyList<object?> Parameters) Compile(
        CostQuestion question,
        QuerySource source
    )
    {
        var sql = new CostSql(question, source);
        var text = question.Query.GroupBy.Count == 0 ? sql.Totals() : sql.Groups();
        return (text, sql._parameters.Values);
    }

    private string Totals() => $"SELECT 0, NULL, cur, p, b, cost, NULL, n FROM ({Cells()})";

    private string Groups()
    {
        var keys = string.Join(", ", _keys);
        var nulls = string.Join(", ", _keys.Select(_ => "NULL"));
        var joined = string.Join(
            " AND ",
            _keys.Append("cur").Select(k => $"s.{k} IS NOT DISTINCT FROM c.{k}")
        );
        var cells = HasGrain
            ? $"UNION ALL SELECT 2, s.pos, NULL, 0, c.b, c.cost, NULL, NULL, {nulls} FROM shown AS s JOIN cells AS c ON {joined} WHERE c.p = 0"
            : "";
        return $"""
            WITH cells AS MATERIALIZED ({Cells()}),
            groups AS MATERIALIZED (
              SELECT cur, {keys}, coalesce(sum(cost) FILTER (p = 0), 0) AS cost, coalesce(sum(cost) FILTER (p = 1), 0) AS prior,
                CAST(coalesce(sum(n) FILTER (p = 0), 0) AS BIGINT) AS n
              FROM cells {Reported()} GROUP BY cur, {keys}),
            shown AS MATERIALIZED ({RowSql.Shown(_question, _keys, _parameters)})
            SELECT 0, NULL, cur, p, b, sum(cost), NULL, CAST(sum(n) AS BIGINT), {nulls} FROM cells GROUP BY cur, p, b
            UNION ALL SELECT 1, pos, cur, 0, 0, cost, prior, n, {keys} FROM shown
            {cells}
            UNION ALL SELECT 3, NULL, cur, 0, 0, NULL, NULL, count(*), {nulls} FROM groups GROUP BY cur
            """;
    }

    private string Reported() =>
        Query.Currency is { } currency ? $"WHERE cur = {_parameters.Add(currency.Code)}" : "";

    /// <summary>Both ranges are read in one scan; only when they overlap, and a charge counts twice, in two.</summary>
    private string Cells()
    {
        if (_question.PriorRange is not { } prior)
        {
            return Cells("0", _filter.In(_question.Range));
        }

        if (_question.Range.Overlaps(prior))
        {
            return $"{Cells("0", _filter.In(_question.Range))} UNION ALL {Cells("1", _filter.In(prior))}";
        }

        return Cells(
            $"CASE WHEN {_filter.In(_question.Range)} THEN 0 ELSE 1 END",
            _filter.In(_question.Range, prior)
        );
    }

    private string Cells(string range, string time)
    {
        var grain = Query.Grain;
        var constant = _source.OnlyCurrency is { } only ? _parameters.Add(only) : null;
        var inner = Query
            .GroupBy.Select((d, i) => (Name: _keys[i], Sql: _dimensions.Value(d)))
            .ToList();
        AddUnless(constant is not null, "cur", _source.CurrencyColumn);
        AddUnless(range is "0" or "1", "p", range);
        AddUnless(!HasGrain, "b", HasGrain ? Bucket(grain) : "");

        var columns = inner
            .Select(c => $"{c.Sql} AS {c.Name}")
            .Append($"coalesce(sum({Metric(Query.Metric)}), 0) AS cost");
        var groupBy =
            inner.Count == 0
                ? "HAVING count(*) > 0"
                : "GROUP BY " + string.Join(", ", inner.Select((_, i) => i + 1));
        return $"""
            SELECT {string.Concat(_keys.Select(k => k + ", "))}{constant ?? "cur"} AS cur, {(
                range is "0" or "1" ? range : "p"
            )} AS p,
              {(HasGrain ? "b" : "0")} AS b, cost, n
            FROM (SELECT {string.Join(", ", columns)}, {_source.CountOfCharges} AS n
              FROM {_source.Table} WHERE {time} AND {_filter.Of(Query)} {groupBy})
            """;

        void AddUnless(bool isConstant, string name, string sql)
        {
            if (!isConstant)
            {
                inner.Add((name, sql));
            }
        }
    }

    private string Bucket(TimeGrain grain)
    {
        var start = _parameters.Add(_source.At(_question.BucketBase));
        var number =
            grain == TimeGrain.Week
                ? $"date_diff('day', {start}, {_source.Time}) // 7"
                : $"date_diff('{CostWords.Grains.Of(grain)}', {start}, {_source.Time})";
        return $"CAST({number} AS INTEGER)";
    }

    /// <summary>The column of a metric.</summary>
    public static string Metric(CostMetric metric) =>
        metric switch
        {
            CostMetric.Billed => "BilledCost",
            CostMetric.Effective => "EffectiveCost",
            CostMetric.Contracted => "ContractedCost",
            CostMetric.List => "ListCost",
            _ => throw new ArgumentOutOfRangeException(nameof(metric)),
        };
}
