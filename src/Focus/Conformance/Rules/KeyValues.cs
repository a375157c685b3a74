namespace Outlay.Focus.Conformance.Rules;

/// <summary>Flat maps: tags and properties of prices.</summary>
internal static class KeyValues
{
    private static IReadOnlyList<string> Properties { get; } =
    [.. ReferenceTable.Read("sku-price-properties.csv").Select(r => r["Property"])];

    private static IReadOnlyList<string> Numbers { get; } =
    [
        .. ReferenceTable
            .Read("sku-price-properties.csv")
            .Where(r => r["Type"] == "number")
            .Select(r => r["Property"]),
    ];

    public static IEnumerable<ConformanceRule> All =>
        [
            .. FocusColumns.All.Where(c => c.Type == FocusType.KeyValue).SelectMany(Flat),
            Details(
                "SkuPriceDetails-C-017-C",
                "A property of SkuPriceDetails that FOCUS does not name must begin with x_.",
                Stray("NOT starts_with(k, 'x_') AND lower(k) NOT IN", "")
            ),
            Details(
                "SkuPriceDetails-C-020-M",
                $"The properties of SkuPriceDetails that FOCUS names must be spelled {string.Join(", ", Properties)}.",
                Stray("lower(k) IN", $" AND k NOT IN ({RuleSql.List(Properties)})")
            ),
            Details(
                "SkuPriceDetails-C-021-M",
                $"These properties of SkuPriceDetails must be numbers: {string.Join(", ", Numbers)}.",
                $"list_has_any(json_type(SkuPriceDetails_j, [{RuleSql.List(Numbers.Select(n => $"$.{n}"))}]), ['VARCHAR', 'BOOLEAN', 'OBJECT', 'ARRAY'])"
            ),
        ];

    private static RowRule Details(string id, string message, string broken) =>
        new()
        {
            Id = id,
            Column = "SkuPriceDetails",
            From = FocusVersion.V1_2,
            Message = message,
            Broken = broken,
        };

    // One look at all keys together passes nearly every row; only the others are looked at key by key.
    private static string Stray(string condition, string more) =>
        "CASE WHEN NOT regexp_full_match(array_to_string(SkuPriceDetails_keys, ','),"
        + $" '(?:(?:x_[^,]*|{RuleSql.Alternatives(Properties)})(?:,|$))*')"
        + $" THEN len(list_filter(SkuPriceDetails_keys, lambda k: {condition} ({RuleSql.List(Properties.Select(Lower))}){more})) > 0 END";

    private static IEnumerable<ConformanceRule> Flat(FocusColumn column)
    {
        var name = column.Name;
        yield return new RowRule
        {
            Id = RuleIds.Object(name),
            Column = name,
            Message = $"{name} must be a JSON object of keys and values.",
            Broken = $"{name} IS NOT NULL AND {name}_j IS NULL",
        };
        yield return new RowRule
        {
            Id = "KeyValueFormat-A-002-M",
            Column = name,
            Message = $"No key may stand twice in {name}.",
            Broken = $"len({name}_keys) <> len(list_distinct({name}_keys))",
        };
        // Most maps have one brace and no bracket; only the others are worth parsing.
        yield return new RowRule
        {
            Id = "KeyValueFormat-A-004-M",
            Column = name,
            Message =
                $"A value in {name} must be a text, a number, true, false or null: no object, no list.",
            Broken =
                $"CASE WHEN contains({name}_j, '[') OR contains(substr(ltrim({name}_j), 2), '{{')"
                + $" THEN list_has_any(json_type({name}_j, '$.*'), ['OBJECT', 'ARRAY']) END",
        };
    }

    private static string Lower(string name) => name.ToLowerInvariant();
}
