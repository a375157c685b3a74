using DuckDB.NET.Data;
using Outlay.Query;

namespace Outlay.Engines.DuckDb.Query;

/// <summary>The values of a dimension and their weights.</summary>
internal static class ValuesSql
{
    private const int MostValues = 1000;

    public static List<DimensionValue> Read(
        DuckDBConnection connection,
        ValuesQuery query,
        CostQuestion question,
        QuerySource source,
        CancellationToken cancellationToken
    )
    {
        var parameters = new SqlParameters();
        var value = new DimensionSql(source, parameters).Text(query.Dimension);
        var where = ChargeFilter.Where(question, source, parameters);
        if (!string.IsNullOrEmpty(query.Search))
        {
            where += $" AND contains(lower({value}), lower({parameters.Add(query.Search)}))";
        }

        var oneCurrency = question.Query.Currency is not null || source.OnlyCurrency is not null;
        var cost = oneCurrency ? $"coalesce(sum({CostSql.Metric(question.Query.Metric)}), 0)" : "0";
        var sql = $"""
            SELECT {value}, CAST({cost} AS DECIMAL(38,18)), {source.CountOfCharges}
            FROM {source.Table} WHERE {where}
            GROUP BY 1 ORDER BY abs({cost}) DESC, 3 DESC, 1
            LIMIT {parameters.Add(Math.Clamp(query.Limit, 1, MostValues))}
            """;
        return connection.Read(
            sql,
            r => new DimensionValue(
                r.IsDBNull(0) ? null : r.GetString(0),
                r.GetDecimal(1),
                r.GetInt64(2)
            ),
            cancellationToken,
            parameters.Values
        );
    }
}
