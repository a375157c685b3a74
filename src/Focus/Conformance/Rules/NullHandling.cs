namespace Outlay.Focus.Conformance.Rules;

/// <summary>Columns that are never empty, and emptiness that is written as something.</summary>
internal static class NullHandling
{
    public static IEnumerable<ConformanceRule> All =>
        [
            .. FocusColumns.All.Where(c => !c.Nullable).Select(NeverNull),
            .. FocusColumns.All.Select(Placeholder),
            .. FocusColumns
                .All.Where(c => c is { Nullable: false, Type: FocusType.String })
                .Select(Blank),
            .. FocusColumns.All.Where(c => c.Type == FocusType.String).Select(OuterBlanks),
            new RowRule
            {
                Id = "ChargeDescription-C-003-O",
                Column = "ChargeDescription",
                Severity = Severity.Warning,
                Message = "ChargeDescription should say what the charge is for.",
                Broken = "ChargeDescription IS NULL",
            },
        ];

    private static RowRule NeverNull(FocusColumn column) =>
        new()
        {
            Id = RuleIds.Null(column.Name),
            Column = column.Name,
            Message = $"{column.Name} must not be empty.",
            Broken = $"{column.Name} IS NULL",
        };

    private static RowRule Placeholder(FocusColumn column) =>
        new()
        {
            Id = "NullHandling-A-002-M",
            Column = column.Name,
            Message =
                $"{column.Name} must be truly empty where there is no value, not an empty text or a word such as NULL or N/A.",
            Broken = $"{column.Name}_raw IS NOT NULL AND {column.Name} IS NULL",
            Shows = $"'''' || {column.Name}_raw || ''''",
        };

    private static RowRule Blank(FocusColumn column) =>
        new()
        {
            Id = "StringHandling-A-007-M",
            Column = column.Name,
            Severity = Severity.Warning,
            Message = $"{column.Name} should be more than blanks.",
            Broken = $"{column.Name} IS NULL AND trim({column.Name}_raw) = ''",
            Shows = $"'''' || {column.Name}_raw || ''''",
        };

    private static RowRule OuterBlanks(FocusColumn column) =>
        new()
        {
            Id = "OUTLAY-STRING-01",
            Column = column.Name,
            Severity = Severity.Warning,
            Message = $"{column.Name} should have no blanks before or after its text.",
            Broken =
                $"{column.Name} IS NOT NULL AND (starts_with({column.Name}, ' ') OR ends_with({column.Name}, ' '))",
            Shows = $"'''' || {column.Name}_raw || ''''",
        };
}
