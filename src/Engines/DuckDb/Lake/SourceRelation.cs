using Outlay.Lake.Sources;

namespace Outlay.Engines.DuckDb.Lake;

/// <summary>The text of the relation <c>source</c>: a file read as it stands, with nulls for texts that mean "no value".</summary>
internal static class SourceRelation
{
    // What exporters and databases write for null; FOCUS forbids all of them, files carry them nevertheless.
    private static readonly string[] NullTexts =
    [
        "",
        "NULL",
        "null",
        "Null",
        "(null)",
        "N/A",
        "n/a",
        "-",
    ];

    /// <summary>Largest JSON object that is read, in bytes.</summary>
    public const int MostJsonBytes = 16 * 1024 * 1024;

    /// <summary>Table that <see cref="BrokenLines.Record"/> adds to.</summary>
    public const string RejectedLines = "rejected_lines";

    /// <summary>Its companion, one row a scan.</summary>
    public const string RejectedScans = "rejected_scans";

    /// <summary>Table function that reads the file.</summary>
    public static string Scan(SourceShape shape, BrokenLines broken = BrokenLines.Raise) =>
        shape.Kind switch
        {
            SourceKind.Csv => Csv(shape, broken),
            SourceKind.Parquet =>
                $"(SELECT {Columns(shape)} FROM read_parquet({SqlText.Literal(shape.Path)}))",
            SourceKind.Json => $"(SELECT {Columns(shape)} FROM {Json(shape)})",
            _ => throw new InvalidOperationException($"{shape.Kind} cannot be read."),
        };

    /// <summary>WITH clause that defines <c>source</c>, without the rows that fail a check when the source says so.</summary>
    public static string With(Source source) =>
        source.SkipBadRows
            ? $"WITH source AS (SELECT * FROM {Scan(source.Shape, BrokenLines.Skip)} AS source WHERE {Good(source)}) "
            : $"WITH source AS (SELECT * FROM {Scan(source.Shape)}) ";

    private static string Good(Source source) =>
        string.Join(
            " AND ",
            source
                .Normalisation.Checks.Select(c => $"({c.FaultSql}) IS NULL")
                .DefaultIfEmpty("true")
        );

    private static string Csv(SourceShape shape, BrokenLines broken)
    {
        var columns = string.Join(
            ", ",
            shape.Fields.Select(f => $"{SqlText.Literal(f.Name)}: 'VARCHAR'")
        );
        return $$"""
            read_csv({{SqlText.Literal(
                shape.Path
            )}}, auto_detect = false, header = true, strict_mode = true, null_padding = false,
              delim = {{SqlText.Literal(
                shape.Delimiter.ToString()
            )}}, quote = '"', escape = '"', compression = '{{Compression(shape)}}',
              nullstr = {{SqlText.List(NullTexts)}}, {{Broken(
                broken
            )}}, columns = { {{columns}} })
            """;
    }

    private static string Json(SourceShape shape)
    {
        var columns = string.Join(
            ", ",
            shape.Fields.Select(f => $"{SqlText.Literal(f.Header)}: 'VARCHAR'")
        );
        return $$"""
            read_json({{SqlText.Literal(
                shape.Path
            )}}, format = 'auto', maximum_object_size = {{MostJsonBytes}}, columns = { {{columns}} })
            """;
    }

    private static string Broken(BrokenLines broken) =>
        broken switch
        {
            BrokenLines.Raise => "ignore_errors = false",
            BrokenLines.Skip => "ignore_errors = true",
            BrokenLines.Record =>
                $"store_rejects = true, rejects_table = '{RejectedLines}', rejects_scan = '{RejectedScans}'",
            _ => throw new ArgumentOutOfRangeException(nameof(broken)),
        };

    private static string Compression(SourceShape shape) =>
        shape.Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? "gzip" : "none";

    private static string Columns(SourceShape shape) =>
        string.Join(", ", shape.Fields.Select(f => $"{Value(f)} AS {SqlText.Name(f.Name)}"));

    private static string Value(SourceField field)
    {
        var name = SqlText.Name(field.Header);
        return field.Type == "VARCHAR"
            ? $"CASE WHEN {name} NOT IN ({string.Join(", ", NullTexts.Select(SqlText.Literal))}) THEN {name} END"
            : name;
    }
}
