using DuckDB.NET.Data;
using Outlay.Testing;

namespace Outlay.Connectors.Tests;

/// <summary>Parquet files that say what a case's text files say, in the types that the provider gives its columns.</summary>
internal static class ParquetFile
{
    /// <summary>Writes the result of a SELECT, in which <c>{case}</c> stands for the case's folder, and gives the file's path.</summary>
    public static string Write(TestFolder folder, string golden, string select)
    {
        var file = folder.File("export.parquet");
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            $"COPY ({select.Replace("{case}", GoldenCase.Folder(golden), StringComparison.Ordinal)}) TO '{file}' (FORMAT parquet)";
        command.ExecuteNonQuery();
        return file;
    }
}
