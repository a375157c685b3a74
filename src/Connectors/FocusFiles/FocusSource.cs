using Outlay.Connectors.FocusFiles.Repairs;
using Outlay.Focus;
using Outlay.Ingest.Formats;
using Outlay.Lake.Sources;

namespace Outlay.Connectors.FocusFiles;

/// <summary>The columns of one file by their FOCUS names, as SQL over <c>source</c>.</summary>
internal sealed class FocusSource(SourceShape shape, FocusHeader header)
{
    private static readonly string[] Sellers =
    [
        "ProviderName",
        "HostProviderName",
        "ServiceProviderName",
        "InvoiceIssuerName",
    ];

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

    /// <summary>What is mended when the columns are read; null before it is known, and for files that need nothing mended.</summary>
    public RepairSet? Repairs { get; init; }

    /// <summary>Whether the file is of JSON objects.</summary>
    public bool IsJson => shape.Kind == SourceKind.Json;

    /// <summary>The file's columns read with what is mended in it.</summary>
    public FocusSource Mended() => new(shape, header) { Repairs = RepairSet.For(this) };

    public bool Has(string name) => _known.ContainsKey(name);

    /// <summary>Header the file gives the column; null when it has none.</summary>
    public string? Header(string name) =>
        _known.TryGetValue(name, out var found) ? found.Column.SourceName : null;

    /// <summary>Whether the column holds text, whose form must be checked.</summary>
    public bool IsText(string name) =>
        _known.TryGetValue(name, out var found) && SourceValue.IsText(found.Field);

    /// <summary>The column as it stands.</summary>
    public string Raw(string name) => SourceSql.Name(_known[name].Field.Name);

    public string Text(string name) => Read(name, FocusType.String, SourceValue.Text, "VARCHAR");

    public string Exact(string name) =>
        Read(name, FocusType.Decimal, SourceValue.Exact, "DECIMAL(38, 18)");

    public string Instant(string name) =>
        Read(name, FocusType.DateTime, SourceValue.Instant, "TIMESTAMP");

    public string Map(string name) =>
        Read(name, FocusType.KeyValue, SourceValue.Map, "MAP(VARCHAR, VARCHAR)");

    public string Json(string name) => Read(name, FocusType.Json, SourceValue.Json, "VARCHAR");

    /// <summary>A column as JSON text, whatever FOCUS wants it to be.</summary>
    public string AsJson(string name) => SourceValue.Json(_known[name].Field);

    /// <summary>Whether the file holds lists where FOCUS has one value.</summary>
    public bool IsList(string name) =>
        _known.TryGetValue(name, out var found) && SourceValue.IsList(found.Field);

    /// <summary>Whether the file has any of some columns that FOCUS does not know.</summary>
    public bool HasOwn(IReadOnlyList<string> names) =>
        Unknown.Any(u => names.Contains(u.Name, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether the file has a column that FOCUS does not know with such a beginning.</summary>
    public bool HasOwnPrefix(string prefix) =>
        Unknown.Any(u => u.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    /// <summary>A column that FOCUS does not know, as text; null when the file has none of that name.</summary>
    public string Own(string name) =>
        Unknown
            .Where(u => u.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(u => SourceValue.Text(u.Field))
            .FirstOrDefault()
        ?? SourceValue.NullOf("VARCHAR");

    /// <summary>Whether one of the file's first rows comes from such a seller.</summary>
    public bool SellerLooksLike(string name) =>
        Sellers
            .Where(Has)
            .SelectMany(s => _known[s].Field.Samples)
            .Any(s => s.Contains(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Condition of the rows whose provider's name matches.</summary>
    public string IsOf(string pattern)
    {
        var names = Sellers.Where(Has).Select(Text).Append(SourceValue.NullOf("VARCHAR"));
        return $"regexp_matches(coalesce({string.Join(", ", names)}), {SourceSql.Literal(pattern)})";
    }

    private string Read(
        string name,
        FocusType type,
        Func<SourceField, string> value,
        string lakeType
    )
    {
        if (!_known.TryGetValue(name, out var found))
        {
            return SourceValue.NullOf(lakeType);
        }

        var read = value(found.Field);
        return found.Column.Column!.Type == type ? Repairs?.Mend(name, read) ?? read : read;
    }
}
