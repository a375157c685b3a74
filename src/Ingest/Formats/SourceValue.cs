using Outlay.Lake.Sources;

namespace Outlay.Ingest.Formats;

/// <summary>SQL that reads a source column as one of the lake's types, whatever type the file gives it.</summary>
public static class SourceValue
{
    /// <summary>Whether the field holds text, whose form must be checked.</summary>
    public static bool IsText(SourceField field) => field.Type is "VARCHAR" or "JSON";

    /// <summary>Whether the field holds lists.</summary>
    public static bool IsList(SourceField field) =>
        field.Type.EndsWith("[]", StringComparison.Ordinal);

    /// <summary>A null of an SQL type.</summary>
    public static string NullOf(string type) => $"CAST(NULL AS {type})";

    /// <summary>The field as text.</summary>
    public static string Text(SourceField field) =>
        field.Type == "VARCHAR" ? Name(field) : $"CAST({Name(field)} AS VARCHAR)";

    /// <summary>The field as DECIMAL(38,18), nothing rounded.</summary>
    public static string Exact(SourceField field)
    {
        if (IsText(field))
        {
            return $"to_exact({Text(field)})";
        }

        // A binary number has no exact decimal form; its shortest text is what its writer meant.
        return field.Type is "DOUBLE" or "FLOAT"
            ? $"CAST(CAST({Name(field)} AS VARCHAR) AS DECIMAL(38, 18))"
            : $"CAST({Name(field)} AS DECIMAL(38, 18))";
    }

    /// <summary>The field as TIMESTAMP in UTC.</summary>
    public static string Instant(SourceField field) =>
        IsText(field) ? $"to_instant({Text(field)})" : $"CAST({Name(field)} AS TIMESTAMP)";

    /// <summary>The field as MAP of texts.</summary>
    public static string Map(SourceField field)
    {
        if (IsText(field))
        {
            return $"to_map({Text(field)})";
        }

        if (field.Type.StartsWith("MAP(", StringComparison.Ordinal))
        {
            return $"CAST({Name(field)} AS MAP(VARCHAR, VARCHAR))";
        }

        // Lists of key and value may repeat a key and may say more of it, which only the reading of JSON forgives.
        return IsList(field) && !field.Type.Contains("key", StringComparison.Ordinal)
            ? $"CAST(map_from_entries({Name(field)}) AS MAP(VARCHAR, VARCHAR))"
            : $"to_map(CAST(to_json({Name(field)}) AS VARCHAR))";
    }

    /// <summary>The field as JSON text.</summary>
    public static string Json(SourceField field) =>
        IsText(field) ? Text(field) : $"CAST(to_json({Name(field)}) AS VARCHAR)";

    private static string Name(SourceField field) => SourceSql.Name(field.Name);
}
