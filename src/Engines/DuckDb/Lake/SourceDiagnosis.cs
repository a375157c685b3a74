using DuckDB.NET.Data;
using Outlay.Kernel;
using Outlay.Lake.Sources;

namespace Outlay.Engines.DuckDb.Lake;

/// <summary>
/// Finds the rows of a source that fail a check or have the wrong number of fields. Slower than reading, because rows are numbered in
/// the order of the file.
/// </summary>
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
            FindFaults(connection, source, cancellationToken);
            FindBrokenRows(connection, source.Shape, cancellationToken);
            if (Unreadable(connection, source.Shape.Path, cancellationToken) is { } problem)
            {
                return problem;
            }

            Number(connection, cancellationToken);
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

    private static void FindFaults(
        DuckDBConnection connection,
        Source source,
        CancellationToken cancellationToken
    ) =>
        connection.Execute(
            $"""
            DROP TABLE IF EXISTS {SourceRelation.RejectedLines};
            DROP TABLE IF EXISTS {SourceRelation.RejectedScans};
            CREATE OR REPLACE TEMP TABLE faulty_rows AS
            SELECT whole_row, strftime({source.Normalisation.PeriodSql}, '%Y-%m') AS month, {Fault(
                source
            )} AS fault
            FROM {Numbered(source.Shape, BrokenLines.Record)} WHERE fault IS NOT NULL
            """,
            cancellationToken
        );

    // The engine counts records, the header among them; a record with several faults is listed several times.
    private static void FindBrokenRows(
        DuckDBConnection connection,
        SourceShape shape,
        CancellationToken cancellationToken
    )
    {
        var records =
            shape.Kind == SourceKind.Csv
                ? $"SELECT line - 1 AS row, CAST(error_type AS VARCHAR) AS kind, csv_line AS text, error_message AS message FROM {SourceRelation.RejectedLines}"
                : "SELECT 0 AS row, '' AS kind, '' AS text, '' AS message WHERE false";
        connection.Execute(
            $"""
            CREATE OR REPLACE TEMP TABLE broken_rows AS
            SELECT *, row_number() OVER (ORDER BY row) AS ordinal FROM (
              SELECT * FROM ({records})
              QUALIFY row_number() OVER (PARTITION BY row ORDER BY kind IN ('MISSING COLUMNS', 'TOO MANY COLUMNS')) = 1)
            """,
            cancellationToken
        );
    }

    // After a quote in the wrong place nobody knows where the next row begins; leaving out "one row" might leave out many.
    private static Problem? Unreadable(
        DuckDBConnection connection,
        string path,
        CancellationToken cancellationToken
    ) =>
        connection
            .Read(
                "SELECT row, message FROM broken_rows WHERE kind NOT IN ('MISSING COLUMNS', 'TOO MANY COLUMNS') ORDER BY row LIMIT 1",
                r => SourceProblem.OfRow(path, r.GetInt64(0), r.GetString(1)),
                cancellationToken
            )
            .FirstOrDefault();

    // Whole rows were numbered without the broken ones before them.
    private static void Number(DuckDBConnection connection, CancellationToken cancellationToken) =>
        connection.Execute(
            $$"""
            CREATE OR REPLACE TEMP TABLE bad_rows AS
            WITH gaps AS (SELECT row - ordinal AS after_whole_row, max(ordinal) AS broken FROM broken_rows GROUP BY 1)
            SELECT whole_row + coalesce(broken, 0) AS row, whole_row, fault.name AS name, fault.value AS value, fault.reason AS reason, month
            FROM faulty_rows ASOF LEFT JOIN gaps ON faulty_rows.whole_row > gaps.after_whole_row
            UNION ALL
            SELECT row, NULL, NULL, text, format('{{SourceProblem.FieldCount("{}", "{}")}}',
              regexp_extract(message, 'Found: (\d+)', 1), regexp_extract(message, 'Expected Number of Columns: (\d+)', 1)), NULL
            FROM broken_rows
            """,
            cancellationToken
        );

    private static BadRows Found(
        DuckDBConnection connection,
        CancellationToken cancellationToken
    ) =>
        new(
            connection.Read("SELECT count(*) FROM bad_rows", r => r.GetInt64(0), cancellationToken)[
                0
            ],
            connection.Read(
                $"SELECT row, name, value, reason FROM bad_rows ORDER BY row LIMIT {MostShown}",
                r => new BadRow(
                    r.GetInt64(0),
                    r.IsDBNull(1) ? null : r.GetString(1),
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
              SELECT bad_rows.row AS "Row", name AS "BadColumn", value AS "BadValue", reason AS "Reason", file_rows.* EXCLUDE (whole_row)
              FROM bad_rows LEFT JOIN (
                SELECT * FROM {Numbered(
                source.Shape,
                BrokenLines.Skip
            )} SEMI JOIN bad_rows USING (whole_row)
              ) AS file_rows ON bad_rows.whole_row = file_rows.whole_row
              ORDER BY "Row"
            ) TO {SqlText.Literal(file)} (FORMAT csv, HEADER)
            """,
            cancellationToken
        );

    private static string Numbered(SourceShape shape, BrokenLines broken) =>
        $"(SELECT row_number() OVER () AS whole_row, * FROM {SourceRelation.Scan(shape, broken)}) AS source";

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
