using System.Globalization;
using DuckDB.NET.Data;
using Outlay.Focus;
using Outlay.Kernel;
using Outlay.Lake;
using Outlay.Lake.Sources;

namespace Outlay.Engines.DuckDb.Lake;

/// <summary>Writes charges. A file of several periods is converted once and then split, which costs less than reading its text again.</summary>
internal static class ChargeWriter
{
    private const string Parquet = "FORMAT parquet, COMPRESSION zstd";

    public static Result<long> Write(
        DuckDBConnection connection,
        Source source,
        IReadOnlyList<ChargeTarget> targets,
        string temp,
        CancellationToken cancellationToken
    )
    {
        var charges =
            $"{SourceRelation.With(source)} SELECT * FROM ({source.Normalisation.ChargesSql})";
        if (targets is [var only])
        {
            var rows = connection.Execute(
                Copy(charges, source.Normalisation, only),
                cancellationToken
            );
            return RepeatsKeys(connection, only.Path, cancellationToken)
                ? SourceProblem.BadRows(source.Shape.Path)
                : rows;
        }

        var stage = Path.Combine(temp, "stage.parquet");
        try
        {
            connection.Execute(
                $"""
                COPY ({charges} WHERE {string.Join(" OR ", targets.Select(t => In(t.Period)))})
                TO {SqlText.Literal(stage)} (FORMAT parquet)
                """,
                cancellationToken
            );
            if (RepeatsKeys(connection, stage, cancellationToken))
            {
                return SourceProblem.BadRows(source.Shape.Path);
            }

            return targets.Sum(t =>
                connection.Execute(
                    Copy(
                        $"SELECT * FROM read_parquet({SqlText.Literal(stage)})",
                        source.Normalisation,
                        t
                    ),
                    cancellationToken
                )
            );
        }
        finally
        {
            File.Delete(stage);
        }
    }

    // The strict conversion of key-values lets a key come twice, because a test of every row would cost more than one of what is distinct.
    private static bool RepeatsKeys(
        DuckDBConnection connection,
        string file,
        CancellationToken cancellationToken
    ) =>
        FocusColumns
            .Lake.Where(c => c.Type == FocusType.KeyValue)
            .Any(c =>
                connection
                    .Read(
                        $"""
                        SELECT 1 FROM (SELECT DISTINCT {SqlText.Name(
                            c.Name
                        )} AS map FROM read_parquet({SqlText.Literal(file)}))
                        WHERE len(list_distinct(map_keys(map))) < cardinality(map) LIMIT 1
                        """,
                        r => r.GetInt32(0),
                        cancellationToken
                    )
                    .Count > 0
            );

    private static string Copy(string charges, Normalisation normalisation, ChargeTarget target)
    {
        var columns = FocusColumns
            .Lake.Select(c => SqlText.Name(c.Name))
            .Concat(target.ExtraColumns.Select(x => Extra(x, normalisation)));
        return $"""
            COPY (SELECT {string.Join(", ", columns)} FROM ({charges}) AS charges WHERE {In(
                target.Period
            )})
            TO {SqlText.Literal(target.Path)} ({Parquet})
            """;
    }

    private static string Extra(string column, Normalisation normalisation) =>
        normalisation.ExtraColumns.Contains(column, StringComparer.Ordinal)
            ? SqlText.Name(column)
            : $"CAST(NULL AS VARCHAR) AS {SqlText.Name(column)}";

    private static string In(BillingPeriod period) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"(BillingPeriodStart >= TIMESTAMP '{period.Start:yyyy-MM-dd}' AND BillingPeriodStart < TIMESTAMP '{period.End:yyyy-MM-dd}')"
        );
}
