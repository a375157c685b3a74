using Outlay.Ingest.Formats;
using Outlay.Lake.Sources;

namespace Outlay.Connectors.Aws.Cur;

/// <summary>
/// The legacy report has a column for each tag key, cost category and product attribute, another set every month; CUR 2.0 has maps.
/// This gives both the same shape.
/// </summary>
internal sealed class CurDynamicColumns
{
    private readonly List<(string Key, SourceField Field)> _tags = [];
    private readonly List<(string Key, SourceField Field)> _categories = [];

    public CurDynamicColumns(NativeBinding binding)
    {
        foreach (var field in binding.Unbound)
        {
            var header = field.Header.Trim();
            if (After(header, "resourceTags/", "resource_tags_") is { } tag)
            {
                _tags.Add((TagKey(tag), field));
            }
            else if (After(header, "costCategory/", "cost_category_") is { } category)
            {
                _categories.Add((category, field));
            }
            else if (After(header, "product/", "product_") is null)
            {
                Rest.Add(field);
            }
        }
    }

    /// <summary>Columns that are none of these.</summary>
    public List<SourceField> Rest { get; } = [];

    /// <summary>MAP of the tags: the user's without a prefix, AWS's own as <c>aws:...</c>; empty values are no tags.</summary>
    public string Tags(NativeBinding binding)
    {
        if (_tags.Count > 0)
        {
            return MapOf(_tags);
        }

        var map = binding.Has("tags") ? "coalesce(resource_tags, tags)" : "resource_tags";
        // A key may stand there with the prefix and without; then the prefix stays.
        return $$"""
            map_from_entries(list_transform(list_filter(map_entries({{map}}), e -> e.value <> ''), e -> {
                'key': CASE
                  WHEN regexp_matches(e.key, '^user[_:]') AND NOT map_contains({{map}}, e.key[6:]) THEN e.key[6:]
                  WHEN starts_with(e.key, 'aws_') THEN 'aws:' || e.key[5:]
                  ELSE e.key END,
                'value': e.value}))
            """;
    }

    /// <summary>JSON text of the cost categories.</summary>
    public string CostCategories() =>
        _categories.Count > 0
            ? $"nullif(CAST(to_json({MapOf(_categories)}) AS VARCHAR), '{{}}')"
            : "nullif(CAST(to_json(cost_category) AS VARCHAR), '{}')";

    /// <summary>What the mapping needs of the source beyond the bound columns.</summary>
    public IEnumerable<(string Name, string Sql)> Native() =>
        _tags
            .Concat(_categories)
            .Select(t => (Name(t.Field), SourceValue.Text(t.Field)))
            .Concat(Rest.Select(f => (Name(f), SourceValue.Text(f))));

    /// <summary>Name of an unbound field in the relation <c>native</c>.</summary>
    public static string Name(SourceField field) => $"own_{field.Name}";

    private static string MapOf(IReadOnlyList<(string Key, SourceField Field)> columns)
    {
        var entries = columns
            .DistinctBy(c => c.Key, StringComparer.Ordinal)
            .Select(c =>
                $$"""{'key': {{SourceSql.Literal(c.Key)}}, 'value': {{SourceSql.Name(Name(c.Field))}}}"""
            );
        return $"map_from_entries(list_filter([{string.Join(", ", entries)}], e -> e.value <> ''))";
    }

    private static string TagKey(string tag) =>
        After(tag, "user:", "user_")
        ?? (After(tag, "aws_", "aws:") is { } own ? $"aws:{own}" : tag);

    private static string? After(string text, params string[] prefixes) =>
        prefixes.FirstOrDefault(p => text.StartsWith(p, StringComparison.OrdinalIgnoreCase))
            is { } prefix
            ? text[prefix.Length..]
            : null;
}
