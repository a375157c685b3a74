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

    /// <summary>Table function that reads the file.</summary>
    public static string Scan(SourceShape shape, bool skipBrokenLines = false) =>
        shape.Kind switch
        {
            SourceKind.Csv => Csv(shape, skipBrokenLines),
            SourceKind.Parquet =>
                $"(SELECT {Columns(shape)} FROM read_parquet({SqlText.Literal(shape.Path)}))",
            _ => throw new InvalidOperationException($"{shape.Kind} cannot be read."),
        };

    /// <summary>WITH clause that defines <c>source</c>, without the rows that fail a check when the source says so.</summary>
    public static string With(Source source) =>
        source.SkipBadRows
            ? $"WITH source AS (SELECT * FROM {Scan(source.Shape)} AS source WHERE {Good(source)}) "
            : $"WITH source AS (SELECT * FROM {Scan(source.Shape)}) ";

    private static string Good(Source source) =>
        string.Join(
            " AND ",
            source
                .Normalisation.Checks.Select(c => $"({c.FaultSql}) IS NULL")
                .DefaultIfEmpty("true")
        );

    private static string Csv(SourceShape shape, bool skipBrokenLines)
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
              nullstr = {{SqlText.List(NullTexts)}}, ignore_errors = {{(
                skipBrokenLines ? "true" : "false"
            )}}, columns = { {{columns}} })
            """;
    }

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
