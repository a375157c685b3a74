using DuckDB.NET.Data;
using Outlay.Lake;

namespace Outlay.Engines.DuckDb.Lake;

/// <summary>Compares two versions of a period.</summary>
internal static class Restatement
{
    private const int MostRows = 200;

    public static IReadOnlyList<RestatedCost> Compare(
        DuckDBConnection connection,
        string beforeRollup,
        string afterRollup,
        CancellationToken cancellationToken
    ) =>
        connection.Read(
            $"""
            SELECT ServiceName, coalesce(SubAccountName, SubAccountId) AS account, BillingCurrency,
              CAST(sum(BilledCost) FILTER (version = 1) AS DECIMAL(38, 10)), CAST(sum(BilledCost) FILTER (version = 2) AS DECIMAL(38, 10))
            FROM (
              SELECT 1 AS version, ServiceName, SubAccountId, SubAccountName, BillingCurrency, BilledCost FROM read_parquet({SqlText.Literal(
                beforeRollup
            )})
              UNION ALL
              SELECT 2, ServiceName, SubAccountId, SubAccountName, BillingCurrency, BilledCost FROM read_parquet({SqlText.Literal(
                afterRollup
            )})
            )
            GROUP BY 1, 2, 3
            HAVING coalesce(sum(BilledCost) FILTER (version = 1), 0) <> coalesce(sum(BilledCost) FILTER (version = 2), 0)
            ORDER BY abs(coalesce(sum(BilledCost) FILTER (version = 2), 0) - coalesce(sum(BilledCost) FILTER (version = 1), 0)) DESC, 1, 2
            LIMIT {MostRows}
            """,
            r => new RestatedCost(
                r.IsDBNull(0) ? null : r.GetString(0),
                r.IsDBNull(1) ? null : r.GetString(1),
                r.GetString(2),
                r.IsDBNull(3) ? 0 : r.GetDecimal(3),
                r.IsDBNull(4) ? 0 : r.GetDecimal(4)
            ),
            cancellationToken
        );
}
