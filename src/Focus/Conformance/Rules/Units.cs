namespace Outlay.Focus.Conformance.Rules;

/// <summary>Units of measure, such as <c>GB</c>, <c>GB-Hours</c>, <c>1000 Requests</c> or <c>Units/3 Months</c>.</summary>
internal static class Units
{
    private const string Word = "[A-Z][A-Za-z0-9]*( [A-Z][A-Za-z0-9]*)*|b";

    private const string Unit = $"({Word})(-({Word}))*";

    private const string Quantity = "([1-9][0-9]* )?";

    // Sizes and times have one spelling each; these are the others that files carry.
    private const string Misspelt =
        "(^|[ /-])((Kilo|Mega|Giga|Tera|Peta|Exa|Kibi|Mebi|Gibi|Tebi|Pebi|Exbi)(bit|byte)s?|[KMGTPE]i?[Bb]s|Hrs?|Mos?|Mins?|Secs?|Yrs?)($|[ /-])";

    public static IEnumerable<ConformanceRule> All =>
        FocusColumns
            .All.Where(c => c.Format == FocusFormat.Unit)
            .Select(c => new RowRule
            {
                Id = RuleIds.Unit(c.Name),
                Column = c.Name,
                Severity = Severity.Warning,
                Message =
                    $"{c.Name} should be a unit in FOCUS form, such as GB, GB-Hours, 1000 Requests or Units/3 Months.",
                Broken =
                    $"{c.Name} IS NOT NULL AND (NOT regexp_matches({c.Name}, '^{Quantity}{Unit}(/{Quantity}{Unit})?$')"
                    + $" OR regexp_matches({c.Name}, '{Misspelt}'))",
            });
}
