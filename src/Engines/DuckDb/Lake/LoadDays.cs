using DuckDB.NET.Data;
using Outlay.Lake;

namespace Outlay.Engines.DuckDb.Lake;

/// <summary>Counts the charges of a load by their days.</summary>
internal static class LoadDays
{
    public static IReadOnlyList<DayCount> Count(
        DuckDBConnection connection,
        string rollup,
        CancellationToken cancellationToken
    ) =>
        connection.Read(
            $"""
            SELECT {DailyRollup.Day}, CAST(sum({DailyRollup.Charges}) AS BIGINT),
              CAST(coalesce(sum({DailyRollup.Charges}) FILTER (ChargeCategory = 'Usage'), 0) AS BIGINT)
            FROM read_parquet({SqlText.Literal(rollup)})
            GROUP BY 1
            ORDER BY 1
            """,
            r => new DayCount(
                DateOnly.FromDateTime(r.GetDateTime(0)),
                r.GetInt64(1),
                r.GetInt64(2)
            ),
            cancellationToken
        );
}
