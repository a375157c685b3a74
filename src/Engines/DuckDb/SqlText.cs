using Outlay.Lake.Sources;

namespace Outlay.Engines.DuckDb;

/// <summary>Quotes names and texts where a statement takes no parameter (file lists, settings, column names).</summary>
internal static class SqlText
{
    /// <summary>A text literal.</summary>
    public static string Literal(string text) => SourceSql.Literal(text);

    /// <summary>A quoted identifier.</summary>
    public static string Name(string name) => SourceSql.Name(name);

    /// <summary>A list of text literals, as table functions take it.</summary>
    public static string List(IEnumerable<string> texts) =>
        "[" + string.Join(", ", texts.Select(Literal)) + "]";
}
