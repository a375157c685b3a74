namespace Outlay.Lake.Sources;

/// <summary>Quotes names and texts for the statements of a <see cref="Normalisation"/>, which take no parameters.</summary>
public static class SourceSql
{
    /// <summary>A text literal.</summary>
    public static string Literal(string text) =>
        "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>A quoted identifier.</summary>
    public static string Name(string name) =>
        "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
