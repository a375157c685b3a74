namespace Outlay.Focus.Conformance.Rules;

/// <summary>Structured JSON columns and the shapes FOCUS publishes for them.</summary>
internal static class JsonObjects
{
    private const string OwnKey = "^x_[A-Z][A-Za-z0-9]*$";

    // Fields in order: column, what each element must have, what it may have besides.
    private static readonly (string Column, string[] Needs, string[] May)[] Shapes =
    [
        ("AllocatedMethodDetails", ["AllocatedRatio"], ["UsageUnit", "UsageQuantity"]),
        ("CommitmentProgramEligibilityDetails", ["ProgramType"], []),
        (
            "ContractApplied",
            ["ContractId", "ContractCommitmentId"],
            [
                "ContractCommitmentAppliedCost",
                "ContractCommitmentAppliedQuantity",
                "ContractCommitmentAppliedUnit",
            ]
        ),
    ];

    public static IEnumerable<ConformanceRule> All =>
        [
            .. Shapes.SelectMany(s => Shape(s.Column, s.Needs, s.May)),
            Elements(
                "OUTLAY-CONTRACT-01",
                "ContractApplied",
                "An element of ContractApplied must say either an applied cost or an applied quantity with its unit, not both and not neither.",
                "(json_type(e, '$.ContractCommitmentAppliedCost') IS NOT NULL AND json_type(e, '$.ContractCommitmentAppliedCost') <> 'NULL')"
                    + " = (json_type(e, '$.ContractCommitmentAppliedQuantity') IS NOT NULL AND json_type(e, '$.ContractCommitmentAppliedQuantity') <> 'NULL'"
                    + " AND json_type(e, '$.ContractCommitmentAppliedUnit') IS NOT NULL AND json_type(e, '$.ContractCommitmentAppliedUnit') <> 'NULL')"
            ) with
            {
                From = FocusVersion.V1_4,
            },
            Elements(
                "OUTLAY-SPLIT-02",
                "AllocatedMethodDetails",
                "Each AllocatedRatio in AllocatedMethodDetails must be between 0 and 1.",
                "TRY_CAST(e ->> '$.AllocatedRatio' AS DECIMAL(38,18)) NOT BETWEEN 0 AND 1"
            ),
            Elements(
                "OUTLAY-SPLIT-03",
                "AllocatedMethodDetails",
                "An element of AllocatedMethodDetails that says a UsageQuantity must say its UsageUnit.",
                "json_type(e, '$.UsageQuantity') <> 'NULL' AND coalesce(json_type(e, '$.UsageUnit'), 'NULL') = 'NULL'"
            ),
        ];

    private static IEnumerable<ConformanceRule> Shape(
        string column,
        IReadOnlyList<string> needs,
        IReadOnlyList<string> may
    )
    {
        var list = ConformanceView.ElementLists[column];
        yield return new RowRule
        {
            Id = "OUTLAY-JSON-01",
            Column = column,
            Message = $"{column} must be a JSON object with a list {list} of at least one element.",
            Broken = $"{column} IS NOT NULL AND coalesce(len({column}_elements), 0) = 0",
        };
        var known = RuleSql.List([.. needs, .. may]);
        yield return new RowRule
        {
            Id = "OUTLAY-JSON-02",
            Column = column,
            Message =
                $"Keys of the provider's own in {column} must begin with x_ and go on in Pascal case.",
            Broken =
                $"len(list_filter({column}_keys, lambda k: k <> '{list}' AND NOT regexp_matches(k, '{OwnKey}'))) > 0"
                + $" OR len(list_filter(flatten(list_transform({column}_elements, lambda e: json_keys(e))),"
                + $" lambda k: k NOT IN ({known}) AND NOT regexp_matches(k, '{OwnKey}'))) > 0",
        };
        yield return Elements(
            "OUTLAY-JSON-03",
            column,
            $"Each element of {column} must have {string.Join(" and ", needs)}.",
            string.Join(
                " OR ",
                needs.Select(n => $"coalesce(json_type(e, '$.{n}'), 'NULL') = 'NULL'")
            )
        );
    }

    private static RowRule Elements(string id, string column, string message, string broken) =>
        new()
        {
            Id = id,
            Column = column,
            Message = message,
            Broken = $"len(list_filter({column}_elements, lambda e: {broken})) > 0",
        };
}
