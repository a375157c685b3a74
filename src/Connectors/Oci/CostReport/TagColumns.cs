using System.Text.RegularExpressions;
using Outlay.Ingest.Formats;
using Outlay.Lake.Sources;

namespace Outlay.Connectors.Oci.CostReport;

/// <summary>The report has a column for each tag key in use, <c>tags/namespace.key</c>, another set in every file.</summary>
internal sealed partial class TagColumns
{
    private const string Prefix = "tags/";

    private readonly List<(string Key, SourceField Field)> _tags;

    public TagColumns(NativeBinding binding)
    {
        var groups = binding.Unbound.ToLookup(IsTag);
        _tags =
        [
            .. groups[true]
                .Select(f => (Key: Plain(f.Header.Trim()[Prefix.Length..]), f))
                .DistinctBy(t => t.Key, StringComparer.Ordinal),
        ];
        Rest = [.. groups[false]];
    }

    /// <summary>Columns that are no tags.</summary>
    public IReadOnlyList<SourceField> Rest { get; }

    /// <summary>What the mapping needs of the source beyond the bound columns.</summary>
    public IEnumerable<(string Name, string Sql)> Native() =>
        _tags.Select(t => t.Field).Concat(Rest).Select(f => (Name(f), SourceValue.Text(f)));

    /// <summary>MAP of the tags that a row has.</summary>
    public string Map()
    {
        if (_tags.Count == 0)
        {
            return SourceValue.NullOf("MAP(VARCHAR, VARCHAR)");
        }

        var entries = _tags.Select(t =>
            $$"""{'key': {{SourceSql.Literal(t.Key)}}, 'value': {{SourceSql.Name(Name(t.Field))}}}"""
        );
        return $"map_from_entries(list_filter([{string.Join(", ", entries)}], e -> e.value IS NOT NULL))";
    }

    /// <summary>Name of an unbound field in the relation <c>native</c>.</summary>
    public static string Name(SourceField field) => $"own_{field.Name}";

    private static bool IsTag(SourceField field) =>
        field.Header.Trim().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    // A backslash only says that the sign behind it belongs to the key.
    private static string Plain(string key) => Escaped().Replace(key, "${sign}");

    [GeneratedRegex(@"\\(?<sign>[^A-Za-z0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escaped();
}
