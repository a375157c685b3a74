using System.Globalization;
using DuckDB.NET.Data;
using Outlay.Lake;
using Outlay.Lake.Sources;

namespace Outlay.Engines.DuckDb.Lake;

/// <summary>Reads back what was written.</summary>
internal static class ChargeReader
{
    public static ChargeFacts Facts(
        DuckDBConnection connection,
        IReadOnlyList<string> files,
        CancellationToken cancellationToken
    )
    {
        var charges = $"read_parquet({SqlText.List(files)})";
        var days = connection.Read(
            $"""
            SELECT strftime(min(ChargePeriodStart), '%Y-%m-%d'), strftime(max(ChargePeriodStart), '%Y-%m-%d'),
              strftime(max(ChargePeriodStart) FILTER (ChargeCategory = 'Usage'), '%Y-%m-%d')
            FROM {charges}
            """,
            r => (r.GetString(0), r.GetString(1), r.IsDBNull(2) ? null : r.GetString(2)),
            cancellationToken
        )[0];
        var tags = connection.Read(
            $"""
            SELECT entry.key, count(DISTINCT entry.value)
            FROM (SELECT unnest(map_entries(Tags)) AS entry FROM (SELECT DISTINCT Tags FROM {charges}))
            GROUP BY 1 ORDER BY 1
            """,
            r => new TagKey(r.GetString(0), r.GetInt64(1)),
            cancellationToken
        );
        return new ChargeFacts(
            Totals(connection, charges, "count(*)", cancellationToken),
            Day(days.Item1),
            Day(days.Item2),
            days.Item3 is null ? null : Day(days.Item3),
            tags
        );
    }

    /// <summary>Sums a relation of charges or of a rollup by currency.</summary>
    public static IReadOnlyList<CurrencyTotal> Totals(
        DuckDBConnection connection,
        string relation,
        string rows,
        CancellationToken cancellationToken
    ) =>
        connection.Read(
            $"""
            SELECT BillingCurrency, CAST({rows} AS BIGINT), CAST(sum(BilledCost) AS VARCHAR), CAST(sum(EffectiveCost) AS VARCHAR)
            FROM {relation} GROUP BY 1 ORDER BY 1
            """,
            r => new CurrencyTotal(r.GetString(0), r.GetInt64(1), r.GetString(2), r.GetString(3)),
            cancellationToken
        );

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
