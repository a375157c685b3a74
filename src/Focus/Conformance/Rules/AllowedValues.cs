namespace Outlay.Focus.Conformance.Rules;

/// <summary>Closed sets of values; letter case counts.</summary>
internal static class AllowedValues
{
    public static IEnumerable<ConformanceRule> All =>
        [
            .. FocusColumns.All.Where(c => c.AllowedValues.Count > 0).SelectMany(Sets),
            OldChargeSubcategory,
            new RowRule
            {
                Id = "ServiceSubcategory-C-004-M",
                Column = "ServiceSubcategory",
                Message = "ServiceSubcategory must stand under the ServiceCategory it belongs to.",
                Broken =
                    $"CASE WHEN NOT {RuleSql.IsOneOf("ServiceSubcategory || '/' || ServiceCategory", Parents.Select(p => $"{p.Child}/{p.Parent}"))}"
                    + $" THEN {RuleSql.IsOneOf("ServiceSubcategory", Parents.Select(p => p.Child))} END",
                Shows = RuleSql.Show("ServiceSubcategory", "ServiceCategory"),
            },
            new RowRule
            {
                Id = "ChargeFrequency-C-004-C",
                Column = "ChargeFrequency",
                Message = "A Purchase must be One-Time or Recurring, never Usage-Based.",
                Broken = "ChargeCategory = 'Purchase' AND ChargeFrequency = 'Usage-Based'",
            },
        ];

    private static IReadOnlyList<(string Child, string Parent)> Parents { get; } =
    [
        .. ReferenceTable
            .Read("service-subcategories.csv")
            .Select(r => (r["ServiceSubcategory"], r["ServiceCategory"])),
    ];

    private static ILookup<string, string> Older { get; } =
        ReferenceTable
            .Read("older-values.csv")
            .ToLookup(r => r["Column"], r => r["Value"], StringComparer.Ordinal);

    private static RowRule OldChargeSubcategory =>
        Set(ConformanceView.ChargeSubcategory, [.. Older[ConformanceView.ChargeSubcategory]]) with
        {
            Until = FocusVersion.V1_0Preview,
        };

    private static IEnumerable<ConformanceRule> Sets(FocusColumn column)
    {
        var older = Older[column.Name].ToList();
        if (older.Count == 0)
        {
            return [Set(column.Name, column.AllowedValues)];
        }

        return
        [
            Set(column.Name, column.AllowedValues) with
            {
                From = FocusVersion.V1_0,
            },
            Set(column.Name, [.. column.AllowedValues, .. older]) with
            {
                Until = FocusVersion.V1_0Preview,
            },
        ];
    }

    private static RowRule Set(string column, IReadOnlyList<string> values) =>
        new()
        {
            Id = RuleIds.Values(column),
            Column = column,
            Message =
                values.Count > 20
                    ? $"{column} must be one of the {values.Count} values FOCUS allows, letter for letter."
                    : $"{column} must be one of: {string.Join(", ", values)}; letter for letter.",
            Broken = $"NOT {RuleSql.IsOneOf(column, values)}",
        };
}
