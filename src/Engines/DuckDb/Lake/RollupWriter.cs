using System.Globalization;
using DuckDB.NET.Data;
using Outlay.Lake;
using Outlay.Lake.Sources;

namespace Outlay.Engines.DuckDb.Lake;

/// <summary>Writes the daily rollup from written charges.</summary>
internal static class RollupWriter
{
    public static IReadOnlyList<CurrencyTotal> Write(
        DuckDBConnection connection,
        IReadOnlyList<string> chargeFiles,
        string rollupFile,
        IReadOnlyList<string> tagKeys,
        CancellationToken cancellationToken
    )
    {
        connection.Execute(
            $"""
            COPY ({Rollup(chargeFiles, tagKeys)}) TO {SqlText.Literal(
                rollupFile
            )} (FORMAT parquet, COMPRESSION zstd)
            """,
            cancellationToken
        );
        return ChargeReader.Totals(
            connection,
            $"read_parquet({SqlText.Literal(rollupFile)})",
            $"sum({DailyRollup.Charges})",
            cancellationToken
        );
    }

    // Grouped by one column for each tag key, because hashing maps costs three times as much.
    private static string Rollup(IReadOnlyList<string> chargeFiles, IReadOnlyList<string> tagKeys)
    {
        var dimensions = string.Join(", ", DailyRollup.Dimensions);
        var measures = string.Join(
            ", ",
            DailyRollup.Measures.Select(m => $"CAST(sum({m}) AS DECIMAL(38, 18)) AS {m}")
        );
        var tags = tagKeys.Select(
            (key, i) =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $", Tags[{SqlText.Literal(key)}] AS tag{i}"
                )
        );
        return $"""
            SELECT {DailyRollup.Day}, {dimensions}, {Map(tagKeys)} AS Tags, {string.Join(
                ", ",
                DailyRollup.Measures
            )}, {DailyRollup.Charges}
            FROM (
              SELECT CAST(ChargePeriodStart AS DATE) AS {DailyRollup.Day}, {dimensions}{string.Concat(
                tags
            )},
                {measures}, count(*) AS {DailyRollup.Charges}
              FROM read_parquet({SqlText.List(chargeFiles)})
              GROUP BY ALL
            )
            ORDER BY {DailyRollup.Day}
            """;
    }

    private static string Map(IReadOnlyList<string> tagKeys)
    {
        if (tagKeys.Count == 0)
        {
            return "CAST(MAP {} AS MAP(VARCHAR, VARCHAR))";
        }

        var entries = tagKeys.Select(
            (key, i) =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $$"""{'key': {{SqlText.Literal(key)}}, 'value': tag{{i}}}"""
                )
        );
        return $"map_from_entries(list_filter([{string.Join(", ", entries)}], e -> e.value IS NOT NULL))";
    }
}
