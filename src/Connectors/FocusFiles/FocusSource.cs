using Outlay.Focus;
using Outlay.Ingest.Formats;
using Outlay.Lake.Sources;

namespace Outlay.Connectors.FocusFiles;

/// <summary>The columns of one file by their FOCUS names, as SQL over <c>source</c>.</summary>
internal sealed class FocusSource(SourceShape shape, FocusHeader header)
{
    private readonly Dictionary<string, (SourceField Field, FocusHeaderColumn Column)> _known =
        header
            .Columns.Where(c => c.Column is not null)
            .ToDictionary(
                c => c.Name,
                c => (shape.Fields[c.Index], c),
                StringComparer.OrdinalIgnoreCase
            );

    /// <summary>Columns that FOCUS does not know, with the name the file's header gives them.</summary>
    public IEnumerable<(SourceField Field, string Name)> Unknown { get; } =
    [.. header.Columns.Where(c => c.Column is null).Select(c => (shape.Fields[c.Index], c.Name))];

    public bool Has(string name) => _known.ContainsKey(name);

    /// <summary>Header the file gives the column; null when it has none.</summary>
    public string? Header(string name) =>
        _known.TryGetValue(name, out var found) ? found.Column.SourceName : null;

    /// <summary>Whether the column holds text, whose form must be checked.</summary>
    public bool IsText(string name) =>
        _known.TryGetValue(name, out var found) && SourceValue.IsText(found.Field);

    /// <summary>The column as it stands.</summary>
    public string Raw(string name) => SourceSql.Name(_known[name].Field.Name);

    public string Text(string name) =>
        Has(name) ? SourceValue.Text(_known[name].Field) : SourceValue.NullOf("VARCHAR");

    public string Exact(string name) =>
        Has(name) ? SourceValue.Exact(_known[name].Field) : SourceValue.NullOf("DECIMAL(38, 18)");

    public string Instant(string name) =>
        Has(name) ? SourceValue.Instant(_known[name].Field) : SourceValue.NullOf("TIMESTAMP");

    public string Map(string name) =>
        Has(name)
            ? SourceValue.Map(_known[name].Field)
            : SourceValue.NullOf("MAP(VARCHAR, VARCHAR)");

    public string Json(string name) =>
        Has(name) ? SourceValue.Json(_known[name].Field) : SourceValue.NullOf("VARCHAR");
}
