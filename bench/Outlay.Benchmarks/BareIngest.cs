using System.Globalization;
using DuckDB.NET.Data;
using Outlay.Focus;

namespace Outlay.Benchmarks;

/// <summary>
/// The baseline of the ingest measurement: one COPY of typed columns from read_csv to Parquet by the bare engine, with the lake's column
/// types and compression, and nothing of what makes a load trustworthy (totals, rollup, checks, publish).
/// </summary>
internal static class BareIngest
{
    public static int Run(string source, string target, int memoryMb)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        var columns = string.Join(", ", FocusColumns.Lake.Select(c => $"'{c.Name}': 'VARCHAR'"));
        var typed = string.Join(
            ", ",
            FocusColumns.Lake.Select(c =>
                c.Type switch
                {
                    FocusType.KeyValue =>
                        $"from_json(\"{c.Name}\", '\"MAP(VARCHAR,VARCHAR)\"') AS \"{c.Name}\"",
                    FocusType.Decimal or FocusType.DateTime =>
                        $"CAST(\"{c.Name}\" AS {c.LakeType}) AS \"{c.Name}\"",
                    _ => $"\"{c.Name}\"",
                }
            )
        );
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            SET memory_limit = '{{memoryMb}}MB';
            SET preserve_insertion_order = false;
            SET temp_directory = '{{Path.GetDirectoryName(target)}}';
            COPY (SELECT {{typed}} FROM read_csv('{{source}}', header = true, columns = { {{columns}} })) TO '{{target}}' (FORMAT parquet)
            """
        );
        command.ExecuteNonQuery();
        return 0;
    }
}
