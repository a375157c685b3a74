using System.Data.Common;
using System.Globalization;
using DuckDB.NET.Data;
using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Engines.DuckDb.Query;

/// <summary>Runs a compiled question and hands the rows to the table's builder. Cells come after the rows they belong to.</summary>
internal static class CostReader
{
    private const int FirstKey = 8;

    public static void Read(
        DuckDBConnection connection,
        CostQuestion question,
        QuerySource source,
        CostTableBuilder builder,
        CancellationToken cancellationToken
    )
    {
        var (sql, parameters) = CostSql.Compile(question, source);
        var keys = question.Query.GroupBy.Count;
        var cells = new List<(long Position, int Bucket, decimal Cost)>();
        connection.Read(
            sql,
            reader =>
            {
                switch (reader.GetInt32(0))
                {
                    case 0:
                        AddTotal(reader, builder);
                        break;
                    case 1:
                        AddRow(reader, keys, builder);
                        break;
                    case 2:
                        cells.Add((reader.GetInt64(1), reader.GetInt32(4), reader.GetDecimal(5)));
                        break;
                    default:
                        builder.AddGroups(CurrencyOf(reader), checked((int)reader.GetInt64(7)));
                        break;
                }

                return true;
            },
            cancellationToken,
            parameters
        );
        foreach (var (position, bucket, cost) in cells)
        {
            builder.AddCell(position, bucket, cost);
        }
    }

    /// <summary>A group's value as text.</summary>
    public static string? Key(DbDataReader reader, int column) =>
        reader.GetValue(column) switch
        {
            DBNull => null,
            DateTime instant => InstantText.Short(instant),
            var value => Convert.ToString(value, CultureInfo.InvariantCulture),
        };

    private static void AddTotal(DbDataReader reader, CostTableBuilder builder) =>
        builder.AddTotal(
            CurrencyOf(reader),
            reader.GetInt32(3) == 1,
            reader.GetInt32(4),
            reader.GetDecimal(5),
            reader.GetInt64(7)
        );

    private static void AddRow(DbDataReader reader, int keys, CostTableBuilder builder) =>
        builder.AddRow(
            reader.GetInt64(1),
            CurrencyOf(reader),
            [.. Enumerable.Range(FirstKey, keys).Select(i => Key(reader, i))],
            reader.GetDecimal(5),
            reader.GetDecimal(6),
            reader.GetInt64(7)
        );

    private static Currency CurrencyOf(DbDataReader reader) => Currency.Parse(reader.GetString(2));
}
