using DuckDB.NET.Data;
using Outlay.Kernel;
using Outlay.Lake.Sources;

namespace Outlay.Engines.DuckDb.Lake;

/// <summary>Finds which rows of a source fail a check. Slower than reading, because rows are numbered in the order of the file.</summary>
internal static class SourceDiagnosis
{
    private const int MostShown = 5;

    public static Result<BadRows> Find(
        DuckDBConnection connection,
        Source source,
        string? quarantineFile,
        CancellationToken cancellationToken
    )
    {
        connection.Execute("SET preserve_insertion_order = true", cancellationToken);
        try
        {
            connection.Execute(
                $"""
                CREATE OR REPLACE TEMP TABLE bad_rows AS
                SELECT outlay_row, strftime({source.Normalisation.PeriodSql}, '%Y-%m') AS month, {Fault(
                    source
                )} AS fault
                FROM {Numbered(source)} WHERE fault IS NOT NULL
                """,
                cancellationToken
            );
            var found = Found(connection, cancellationToken);
            if (quarantineFile is not null && found.Count > 0)
            {
                Quarantine(connection, source, quarantineFile, cancellationToken);
            }

            return found;
        }
        finally
        {
            connection.Execute("SET preserve_insertion_order = false", CancellationToken.None);
        }
    }

    private static BadRows Found(
        DuckDBConnection connection,
        CancellationToken cancellationToken
    ) =>
        new(
            connection.Read("SELECT count(*) FROM bad_rows", r => r.GetInt64(0), cancellationToken)[
                0
            ],
            connection.Read(
                $"SELECT outlay_row, fault.name, fault.value, fault.reason FROM bad_rows ORDER BY outlay_row LIMIT {MostShown}",
                r => new BadRow(
                    r.GetInt64(0),
                    r.GetString(1),
                    r.IsDBNull(2) ? null : r.GetString(2),
                    r.GetString(3)
                ),
                cancellationToken
            ),
            connection
                .Read(
                    "SELECT month, count(*) FROM bad_rows WHERE month IS NOT NULL GROUP BY month",
                    r => (Period: BillingPeriod.Parse(r.GetString(0)), Rows: r.GetInt64(1)),
                    cancellationToken
                )
                .ToDictionary(r => r.Period, r => r.Rows)
        );

    private static void Quarantine(
        DuckDBConnection connection,
        Source source,
        string file,
        CancellationToken cancellationToken
    ) =>
        connection.Execute(
            $"""
            COPY (
              SELECT fault.name AS "BadColumn", fault.value AS "BadValue", fault.reason AS "Reason", file_rows.* RENAME (outlay_row AS "Row")
              FROM (SELECT * FROM {Numbered(source)} WHERE {Fault(
                source
            )} IS NOT NULL) AS file_rows JOIN bad_rows USING (outlay_row)
              ORDER BY outlay_row
            ) TO {SqlText.Literal(file)} (FORMAT csv, HEADER)
            """,
            cancellationToken
        );

    private static string Numbered(Source source) =>
        $"(SELECT row_number() OVER () AS outlay_row, * FROM {SourceRelation.Scan(source.Shape)}) AS source";

    private static string Fault(Source source)
    {
        var faults = source.Normalisation.Checks.Select(c =>
            $$"""
                WHEN ({{c.FaultSql}}) IS NOT NULL THEN {'name': {{SqlText.Literal(
                    c.Column
                )}}, 'value': CAST({{c.ValueSql}} AS VARCHAR), 'reason': {{c.FaultSql}}}
                """
        );
        return $"CASE {string.Join('\n', faults)} END";
    }
}
