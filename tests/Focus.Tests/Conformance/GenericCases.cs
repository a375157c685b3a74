using Outlay.Focus.Conformance;
using static Outlay.Focus.Tests.Conformance.Charge;

namespace Outlay.Focus.Tests.Conformance;

/// <summary>Breaking cases for the rules that every column of a kind has.</summary>
internal static class GenericCases
{
    private static IReadOnlyList<RowRule> RowRules { get; } =
    [.. ConformanceCatalogue.All.OfType<RowRule>()];

    public static IEnumerable<BreakingCase> All =>
        [
            .. FocusColumns.All.SelectMany(Types),
            .. FocusColumns.All.SelectMany(Emptiness),
            .. FocusColumns.All.SelectMany(Shapes),
            .. Sets(),
        ];

    private static IEnumerable<BreakingCase> Types(FocusColumn column) =>
        column.Type switch
        {
            FocusType.Decimal =>
            [
                Case(column, "must be a number", "many"),
                Case(column, "must be a number", "123456789012345678901"),
                .. (
                    (string[])["+1", "1,000", "$5", "5 USD", "1/2", "1E+3", "5.", "1_000", " 5"]
                ).Select(v => Case(column, "must be written in digits", v)),
            ],
            FocusType.DateTime =>
            [
                Case(column, "must be a date", "soon"),
                .. (
                    (string[])
                        [
                            "2026-10-01T00:00Z",
                            "2026-10-01 00:00:00",
                            "2026-10-01T00:00:00+00:00",
                            "2026-10-01T00:00:00.000Z",
                            "2026-10-01",
                            "10/01/2026",
                        ]
                ).Select(v => Case(column, "must be written as UTC", v)),
            ],
            FocusType.String or FocusType.KeyValue or FocusType.Json => [],
            _ => throw new InvalidOperationException(),
        };

    private static IEnumerable<BreakingCase> Emptiness(FocusColumn column)
    {
        foreach (var word in (string[])["NULL", "null", "N/A", "(null)", "-"])
        {
            yield return Case(column, "must be truly empty", word);
        }

        if (!column.Nullable)
        {
            yield return Case(column, "must not be empty", "");
        }

        if (column is { Nullable: false, Type: FocusType.String })
        {
            yield return Case(column, "should be more than blanks", "  ");
        }

        if (column.Type == FocusType.String)
        {
            yield return Case(column, "should have no blanks", "x ");
        }
    }

    private static IEnumerable<BreakingCase> Shapes(FocusColumn column)
    {
        if (column.Format == FocusFormat.Unit)
        {
            foreach (
                var unit in (string[])
                    ["gb", "Hrs", "GB-Mo", "Gigabyte", "GBs", "1,000 Requests", "vCPU"]
            )
            {
                yield return Case(column, "should be a unit", unit);
            }
        }

        if (column.Type == FocusType.KeyValue)
        {
            yield return Case(column, "must be a JSON object", """["a"]""");
            yield return Case(column, "must be a JSON object", """team":"a",""");
            yield return Case(column, "No key may stand twice", """{"a":1,"a":2}""");
            yield return Case(column, "A value in", """{"a":{"b":1}}""");
            yield return Case(column, "A value in", """{"a":[1]}""");
        }
    }

    private static IEnumerable<BreakingCase> Sets() =>
        from rule in RowRules
        where rule.Message.Contains("letter for letter", StringComparison.Ordinal)
        from wrong in (string[])["wrong", "usage"]
        select new BreakingCase(rule.Id, rule.Column, Usage.With((rule.Column!, wrong)))
        {
            In = rule.Until,
        };

    private static BreakingCase Case(FocusColumn column, string wants, string value)
    {
        var rule = RowRules.Single(r =>
            r.Column == column.Name && r.Message.Contains(wants, StringComparison.Ordinal)
        );
        return new BreakingCase(rule.Id, rule.Column, Usage.With((column.Name, value)))
        {
            In = column.Removed is { } removed ? removed - 1 : FocusVersion.V1_4,
        };
    }
}
