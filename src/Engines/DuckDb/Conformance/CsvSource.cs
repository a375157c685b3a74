using DuckDB.NET.Data;
using Outlay.Focus;
using Outlay.Focus.Conformance;
using Outlay.Kernel;

namespace Outlay.Engines.DuckDb.Conformance;

/// <summary>A text file, packed or not. Its rows are copied once to Parquet, because many passes over text would each parse all of it.</summary>
internal sealed class CsvSource : ISource
{
    private readonly string _path;
    private readonly char _delimiter;

    private CsvSource(string path, CsvHeader header)
    {
        _path = path;
        _delimiter = header.Delimiter;
        Shape = new SourceShape(FocusHeader.Read(header.Names), Types: null);
    }

    public SourceShape Shape { get; }

    public static Result<ISource> Open(string path)
    {
        using var text = SourceFile.OpenText(path);
        return CsvHeader.Read(text) is { } header
            ? new CsvSource(path, header)
            : new Problem(
                ProblemKind.Invalid,
                $"{path} is neither text with a header line nor Parquet.",
                "Give a CSV, CSV.gz or Parquet file."
            );
    }

    public string Stage(
        DuckDBConnection connection,
        WorkFolder folder,
        CancellationToken cancellationToken
    )
    {
        var copy = folder.File("rows.parquet");
        using var whole = new GzipCheck(_path);
        try
        {
            connection.Execute(
                $"COPY (SELECT {Selected()} FROM {Read()}) TO {SqlText.Literal(copy)}"
                    + " (FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE 20480)",
                cancellationToken
            );
        }
        catch (DuckDBException)
        {
            // A file that was cut off also ends in half a line; the cut is the better reason.
            whole.Finish(cancellationToken);
            throw;
        }

        whole.Finish(cancellationToken);
        return $"read_parquet({SqlText.Literal(copy)}, file_row_number = true)";
    }

    private string Selected()
    {
        var known = Shape
            .Header.Columns.Where(c => ConformanceView.NameOf(c) is not null)
            .Select(c => SqlText.Name(c.Name));
        return string.Join(", ", known);
    }

    private string Read()
    {
        var columns = Shape.Header.Columns.Select(c => $"{SqlText.Literal(c.Name)}: 'VARCHAR'");
        return $"read_csv({SqlText.Literal(_path)}, auto_detect = false, header = true, quote = '\"', escape = '\"',"
            + $" delim = {SqlText.Literal(_delimiter.ToString())},"
            + $" compression = '{(SourceFile.IsGzip(_path) ? "gzip" : "none")}',"
            + $" columns = {{{string.Join(", ", columns)}}})";
    }
}
