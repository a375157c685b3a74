namespace Outlay.Focus.Conformance.Rules;

/// <summary>Values that are of their column's type and written the one way FOCUS wants.</summary>
internal static class Types
{
    private const string Number = "^-?([0-9]+(\\.[0-9]+)?|\\.[0-9]+)([eE]-?[0-9]+)?$";

    private static readonly string[] WholeOrExact =
    [
        "TINYINT",
        "SMALLINT",
        "INTEGER",
        "BIGINT",
        "HUGEINT",
        "UTINYINT",
        "USMALLINT",
        "UINTEGER",
        "UBIGINT",
        "DECIMAL",
    ];

    public static IEnumerable<ConformanceRule> All =>
        [
            .. Of(FocusType.Decimal).SelectMany(Numbers),
            .. Of(FocusType.DateTime).SelectMany(Instants),
            .. Of(FocusType.String).Select(StoredAsText),
            .. Of(FocusType.Decimal).Select(StoredAsDecimal),
        ];

    private static IEnumerable<FocusColumn> Of(FocusType type) =>
        FocusColumns.All.Where(c => c.Type == type);

    private static IEnumerable<ConformanceRule> Numbers(FocusColumn column)
    {
        var name = column.Name;
        yield return new RowRule
        {
            Id = RuleIds.Type(name),
            Column = name,
            Message = $"{name} must be a number of at most 20 digits before the decimal point.",
            Broken =
                $"CASE WHEN {name}_n IS NULL AND {name} IS NOT NULL"
                + $" THEN regexp_matches({name}, '{Number}') OR NOT regexp_matches({name}, '[0-9]') END",
        };
        yield return new RowRule
        {
            Id = RuleIds.Format(name),
            Column = name,
            Message =
                $"{name} must be written in digits with a point, a minus for less than zero and perhaps an exponent such as 5e-06:"
                + " no plus, blanks, thousands separators, units or currency signs.",
            Broken =
                $"CASE WHEN NOT regexp_matches({name}, '{Number}') THEN regexp_matches({name}, '[0-9]') END",
        };
    }

    private static IEnumerable<ConformanceRule> Instants(FocusColumn column)
    {
        var name = column.Name;
        yield return new RowRule
        {
            Id = RuleIds.Type(name),
            Column = name,
            Message = $"{name} must be a date and time.",
            Broken = $"{name} IS NOT NULL AND {name}_t IS NULL",
        };
        yield return new RowRule
        {
            Id = RuleIds.Format(name),
            Column = name,
            Message = $"{name} must be written as UTC in the form 2026-11-22T14:00:00Z.",
            Broken =
                $"{name}_t IS NOT NULL AND NOT (length({name}) = 20 AND {name}[11] = 'T' AND {name}[20] = 'Z')",
        };
    }

    private static HeaderRule StoredAsText(FocusColumn column) =>
        new()
        {
            Id = RuleIds.Type(column.Name),
            Column = column.Name,
            Message =
                $"{column.Name} must be stored as text: a number loses leading zeros and its own shape.",
            Broken = shape => Stored(shape, column, t => t is not "VARCHAR" and not "BLOB"),
        };

    private static HeaderRule StoredAsDecimal(FocusColumn column) =>
        new()
        {
            Id = "OUTLAY-TYPE-02",
            Column = column.Name,
            Severity = Severity.Warning,
            Message =
                $"{column.Name} should be stored as an exact decimal, not as text or binary floating point.",
            Broken = shape =>
                Stored(
                    shape,
                    column,
                    t => !WholeOrExact.Any(e => t.StartsWith(e, StringComparison.Ordinal))
                ),
        };

    private static IEnumerable<string> Stored(
        SourceShape shape,
        FocusColumn column,
        Func<string, bool> wrong
    ) =>
        shape.Types is { } types
            ? shape
                .Header.Columns.Where(c => c.Column == column && wrong(types[c.Index]))
                .Select(c => $"{c.SourceName} is {types[c.Index]}")
            : [];
}
