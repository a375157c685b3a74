using DuckDB.NET.Data;
using Outlay.Focus;
using Outlay.Focus.Conformance;
using Outlay.Kernel;

namespace Outlay.Engines.DuckDb.Conformance;

/// <summary>A Parquet file: read where it lies, each value turned into the text a CSV file would hold.</summary>
internal sealed class ParquetSource : ISource
{
    private readonly string _path;

    private ParquetSource(string path, SourceShape shape)
    {
        _path = path;
        Shape = shape;
    }

    public SourceShape Shape { get; }

    public static Result<ISource> Open(
        DuckDBConnection connection,
        string path,
        CancellationToken cancellationToken
    )
    {
        var columns = connection.Read(
            $"DESCRIBE SELECT * FROM read_parquet({SqlText.Literal(path)})",
            r => (Name: r.GetString(0), Type: r.GetString(1)),
            cancellationToken
        );
        var header = FocusHeader.Read([.. columns.Select(c => c.Name)]);
        return new ParquetSource(path, new SourceShape(header, [.. columns.Select(c => c.Type)]));
    }

    public string Stage(
        DuckDBConnection connection,
        WorkFolder folder,
        CancellationToken cancellationToken
    )
    {
        var columns = Shape
            .Header.Columns.Where(c => ConformanceView.NameOf(c) is not null)
            .Select(c =>
                $"{AsText(SqlText.Name(c.SourceName), Shape.Types![c.Index])} AS {SqlText.Name(c.Name)}"
            );
        return $"(SELECT {string.Join(", ", [.. columns, "file_row_number"])}"
            + $" FROM read_parquet({SqlText.Literal(_path)}, file_row_number = true))";
    }

    private static string AsText(string column, string type)
    {
        if (type is "VARCHAR")
        {
            return column;
        }

        if (type is "BLOB")
        {
            return $"decode({column})";
        }

        if (type.StartsWith("TIMESTAMP", StringComparison.Ordinal))
        {
            return $"strftime(CAST({column} AS TIMESTAMP), '%Y-%m-%dT%H:%M:%SZ')";
        }

        var nested =
            type.StartsWith("MAP", StringComparison.Ordinal)
            || type.StartsWith("STRUCT", StringComparison.Ordinal)
            || type.EndsWith(']');
        return nested ? $"CAST(to_json({column}) AS VARCHAR)" : $"CAST({column} AS VARCHAR)";
    }
}
