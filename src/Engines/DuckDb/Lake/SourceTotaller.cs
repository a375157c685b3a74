using System.Data.Common;
using DuckDB.NET.Data;
using Outlay.Kernel;
using Outlay.Lake.Sources;

namespace Outlay.Engines.DuckDb.Lake;

/// <summary>Sums a source by period and currency, in one pass over the file.</summary>
internal static class SourceTotaller
{
    private const string Complete =
        "month IS NOT NULL AND currency IS NOT NULL AND regexp_full_match(currency, '[A-Z]{3}')";

    public static Result<SourceTotals> Total(
        DuckDBConnection connection,
        Source source,
        CancellationToken cancellationToken
    )
    {
        Sum(connection, SourceRelation.With(source), source, cancellationToken);
        var incomplete = connection.Read(
            $"SELECT count(*) FROM source_totals WHERE NOT ({Complete}) OR sums < lines",
            r => r.GetInt64(0),
            cancellationToken
        )[0];
        return incomplete > 0
            ? SourceProblem.BadRows(source.Shape.Path)
            : Read(connection, cancellationToken);
    }

    /// <summary>Sums the rows that can be read of a file that cannot be loaded.</summary>
    public static Result<SourceTotals> Survey(
        DuckDBConnection connection,
        Source source,
        CancellationToken cancellationToken
    )
    {
        var scan = SourceRelation.Scan(source.Shape, BrokenLines.Skip);
        Sum(connection, $"WITH source AS (SELECT * FROM {scan})", source, cancellationToken);
        return Read(connection, cancellationToken);
    }

    private static void Sum(
        DuckDBConnection connection,
        string with,
        Source source,
        CancellationToken cancellationToken
    ) =>
        connection.Execute(
            $"""
            CREATE OR REPLACE TEMP TABLE source_totals AS {with}
            SELECT date_trunc('month', period) AS month, date_trunc('day', day) AS day, currency, account, seller, part, count(*) AS lines, count(billed) AS sums, sum(charges) AS charges,
              coalesce(sum(billed), 0) AS billed, coalesce(sum(effective), 0) AS effective
            FROM (
              SELECT CAST(NULL AS TIMESTAMP) AS day WHERE false
              UNION ALL BY NAME SELECT * FROM ({source.Normalisation.TotalsSql}))
            GROUP BY ALL
            """,
            cancellationToken
        );

    private static SourceTotals Read(
        DuckDBConnection connection,
        CancellationToken cancellationToken
    ) =>
        new(
            connection.Read(
                $"""
                SELECT strftime(month, '%Y-%m'), currency, CAST(sum(charges) AS BIGINT),
                  CAST(sum(billed) AS VARCHAR), CAST(sum(effective) AS VARCHAR)
                FROM source_totals WHERE {Complete} GROUP BY month, currency ORDER BY month DESC, currency
                """,
                Total,
                cancellationToken
            ),
            connection.Read(
                $"SELECT DISTINCT strftime(month, '%Y-%m') AS month, account FROM source_totals WHERE {Complete} AND account IS NOT NULL ORDER BY ALL",
                r => new PeriodAccount(BillingPeriod.Parse(r.GetString(0)), r.GetString(1)),
                cancellationToken
            ),
            connection.Read(
                "SELECT DISTINCT seller FROM source_totals WHERE seller IS NOT NULL ORDER BY ALL",
                r => r.GetString(0),
                cancellationToken
            )
        )
        {
            Parts = connection.Read(
                "SELECT DISTINCT part FROM source_totals WHERE part IS NOT NULL ORDER BY ALL",
                r => r.GetString(0),
                cancellationToken
            ),
            Days = connection.Read(
                $"""
                SELECT CAST(day AS DATE), currency, CAST(sum(charges) AS BIGINT), CAST(sum(billed) AS VARCHAR), CAST(sum(effective) AS VARCHAR)
                FROM source_totals WHERE {Complete} AND day IS NOT NULL GROUP BY day, currency ORDER BY ALL
                """,
                r => new DayTotal(
                    r.GetFieldValue<DateOnly>(0),
                    new CurrencyTotal(r.GetString(1), r.GetInt64(2), r.GetString(3), r.GetString(4))
                ),
                cancellationToken
            ),
        };

    private static PeriodTotal Total(DbDataReader row) =>
        new(
            BillingPeriod.Parse(row.GetString(0)),
            new CurrencyTotal(row.GetString(1), row.GetInt64(2), row.GetString(3), row.GetString(4))
        );
}
