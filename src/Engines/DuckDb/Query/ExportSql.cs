using Outlay.Focus;
using Outlay.Query;

namespace Outlay.Engines.DuckDb.Query;

/// <summary>
/// Writes charges to a file. In CSV, text that a spreadsheet would run as a formula gets an apostrophe before it, instants are
/// ISO 8601 in UTC, and maps are JSON; numbers stand as they are.
/// </summary>
internal static class ExportSql
{
    public static (string Sql, IReadOnlyList<object?> Parameters) Compile(
        CostQuestion question,
        QuerySource source,
        ChargeFormat format,
        string path
    )
    {
        var parameters = new SqlParameters();
        var csv = format == ChargeFormat.Csv;
        var columns = FocusColumns
            .Lake.Select(c => (c.Name, Sql: csv ? Csv(c) : SqlText.Name(c.Name)))
            .Concat(
                source
                    .ExtraColumns.Order(StringComparer.Ordinal)
                    .Select(x => (Name: x, Sql: csv ? Guarded(SqlText.Name(x)) : SqlText.Name(x)))
            )
            .Select(c => $"{c.Sql} AS {SqlText.Name(c.Name)}");
        var from =
            source.Loads.Count == 0
                ? $"{Nothing()} WHERE false"
                : $"{source.Table} WHERE {ChargeFilter.Where(question, source, parameters)}";
        var options = csv ? "FORMAT csv, HEADER true" : "FORMAT parquet, COMPRESSION zstd";
        var sql =
            $"COPY (SELECT {string.Join(", ", columns)} FROM {from}) TO {SqlText.Literal(path)} ({options})";
        return (sql, parameters.Values);
    }

    /// <summary>A table with the right columns and no rows.</summary>
    private static string Nothing()
    {
        var columns = FocusColumns.Lake.Select(c => $"CAST(NULL AS {c.LakeType}) AS {c.Name}");
        return $"(SELECT {string.Join(", ", columns)})";
    }

    private static string Csv(FocusColumn column)
    {
        var name = SqlText.Name(column.Name);
        return column.Type switch
        {
            FocusType.Decimal => name,
            FocusType.DateTime => Instant(name),
            FocusType.KeyValue => $"CAST(to_json({name}) AS VARCHAR)",
            _ => Guarded(name),
        };
    }

    private static string Instant(string name) =>
        $"CASE WHEN {name} = date_trunc('second', {name}) THEN strftime({name}, '%Y-%m-%dT%H:%M:%SZ') ELSE strftime({name}, '%Y-%m-%dT%H:%M:%S.%fZ') END";

    /// <summary>One function a column: a CASE takes several times the memory, and there are some fifty columns.</summary>
    private static string Guarded(string name) =>
        $"""regexp_replace({name}, '^([=+@\t\r-])', '''\1')""";
}
