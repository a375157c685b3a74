using System.Data.Common;
using DuckDB.NET.Data;
using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Engines.DuckDb.Query;

/// <summary>
/// The lines of two ranges in one statement: one scan over the charges of both, a sum for each line and range, and the lines beyond
/// the limit summed by the first dimensions.
/// </summary>
internal sealed class ChangesSql
{
    private const int FirstKey = 2;
    private static readonly string[] Sums = ["list", "contracted", "cost"];

    private readonly ChangesQuery _query;
    private readonly CostQuestion _question;
    private readonly QuerySource _source;
    private readonly SqlParameters _parameters = new();
    private readonly IReadOnlyList<string> _keys;

    private ChangesSql(ChangesQuery query, CostQuestion question, QuerySource source)
    {
        (_query, _question, _source) = (query, question, source);
        _keys = [.. query.Grain.Select((_, i) => $"k{i}")];
    }

    public static List<ChangesLine> Read(
        DuckDBConnection connection,
        ChangesQuery query,
        CostQuestion question,
        QuerySource source,
        CancellationToken cancellationToken
    )
    {
        var sql = new ChangesSql(query, question, source);
        return connection.Read(
            sql.Statement(),
            reader => Line(reader, query.Grain.Count),
            cancellationToken,
            sql._parameters.Values
        );
    }

    private string Statement()
    {
        var keys = string.Join(", ", _keys);
        var limit = _parameters.Add(_query.Limit);
        var kept = string.Concat(_keys.Take(_query.Kept).Select(k => $", {k}"));
        var rest = string.Concat(
            _keys.Select((k, i) => i < _query.Kept ? $", {k}" : $", NULL AS {k}")
        );
        var periods = (string[])["0", "1"];
        var sums = string.Join(
            ", ",
            periods.Select(p =>
                $"CAST(NULL AS DECIMAL(38,18)), {string.Join(", ", Sums.Select(s => $"sum({s}{p})"))}"
            )
        );
        var columns = string.Join(
            ", ",
            periods.Select(p => $"quantity{p}, {string.Join(", ", Sums.Select(s => s + p))}")
        );
        return $"""
            WITH charges AS ({Charges()}),
            lines AS MATERIALIZED (SELECT cur, {keys}, {InRange("was", "0")}, {InRange(
                "now",
                "1"
            )} FROM charges GROUP BY cur, {keys}),
            ranked AS MATERIALIZED (
              SELECT *, row_number() OVER (ORDER BY greatest(abs(cost0), abs(cost1)) DESC, cur, {keys}) AS pos FROM lines)
            SELECT CAST(0 AS BIGINT) AS rest, cur, {keys}, {columns}, pos FROM ranked WHERE pos <= {limit}
            UNION ALL SELECT count(*), cur{rest}, {sums}, min(pos) FROM ranked WHERE pos > {limit} GROUP BY cur{kept}
            ORDER BY cur, pos
            """;
    }

    private string Charges()
    {
        var query = _question.Query;
        var dimensions = new DimensionSql(_source, _parameters);
        var filter = new FilterSql(_source, _parameters, dimensions);
        var prior = _question.PriorRange!.Value;
        var metric = CostSql.Metric(query.Metric);
        // Public prices know no negotiated ones.
        var contracted = query.Metric == CostMetric.List ? metric : "ContractedCost";
        var keys = _query.Grain.Select((d, i) => $"{dimensions.Value(d)} AS {_keys[i]}");
        var where = $"{filter.In(_question.Range, prior)} AND {filter.Of(query)}";
        if (query.Currency is { } currency)
        {
            where += $" AND {_source.CurrencyColumn} = {_parameters.Add(currency.Code)}";
        }

        return $"""
            SELECT {_source.CurrencyColumn} AS cur, {string.Join(", ", keys)}, {filter.In(
                prior
            )} AS was, {filter.In(_question.Range)} AS now,
              PricingQuantity AS quantity, ListCost AS list, {contracted} AS contracted, {metric} AS cost
            FROM {_source.Table} WHERE {where}
            """;
    }

    private static string InRange(string flag, string period) =>
        $"sum(quantity) FILTER ({flag}) AS quantity{period}, "
        + string.Join(
            ", ",
            Sums.Select(s => $"coalesce(sum({s}) FILTER ({flag}), 0) AS {s}{period}")
        );

    private static ChangesLine Line(DbDataReader reader, int keys)
    {
        var before = FirstKey + keys;
        return new(
            Currency.Parse(reader.GetString(1)),
            [.. Enumerable.Range(FirstKey, keys).Select(i => CostReader.Key(reader, i))],
            Read(reader, before),
            Read(reader, before + 1 + Sums.Length),
            reader.GetInt64(0)
        );
    }

    private static ChangesSums Read(DbDataReader reader, int first) =>
        new(
            reader.IsDBNull(first) ? null : reader.GetDecimal(first),
            reader.GetDecimal(first + 1),
            reader.GetDecimal(first + 2),
            reader.GetDecimal(first + 3)
        );
}
