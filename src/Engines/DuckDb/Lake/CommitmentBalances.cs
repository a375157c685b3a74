using DuckDB.NET.Data;
using Outlay.Lake;

namespace Outlay.Engines.DuckDb.Lake;

/// <summary>Holds used and unused commitment against its cost. Sources round each hour, so a millionth may be missing.</summary>
internal static class CommitmentBalances
{
    public static IReadOnlyList<CommitmentBalance> Unbalanced(
        DuckDBConnection connection,
        IReadOnlyList<string> chargeFiles,
        CancellationToken cancellationToken
    ) =>
        connection.Read(
            $"""
            SELECT CommitmentDiscountId, BillingCurrency, CAST(due AS VARCHAR), CAST(spread AS VARCHAR)
            FROM (
              SELECT CommitmentDiscountId, BillingCurrency, sum(CAST({CommitmentBalance.DueColumn} AS DECIMAL(38, 18))) AS due,
                coalesce(sum(EffectiveCost) FILTER (ChargeCategory = 'Usage'), 0) AS spread
              FROM read_parquet({SqlText.List(chargeFiles)})
              WHERE CommitmentDiscountId IS NOT NULL
              GROUP BY 1, 2
            )
            WHERE abs(due - spread) > greatest(0.01, abs(due) / 1000000)
            ORDER BY abs(due - spread) DESC
            """,
            r => new CommitmentBalance(
                r.GetString(0),
                r.GetString(1),
                r.GetString(2),
                r.GetString(3)
            ),
            cancellationToken
        );
}
