namespace Outlay.Focus.Conformance.Rules;

/// <summary>What the four costs of a charge have to do with each other.</summary>
internal static class Costs
{
    private const string Uncovered =
        "CommitmentDiscountId IS NULL AND ChargeCategory = 'Usage' AND ChargeClass IS DISTINCT FROM 'Correction'";

    // A charge that somebody else invoices has a BilledCost of 0 and may still have cost something.
    private const string InvoicedHere = "BilledCost_n <> 0";

    public static IEnumerable<ConformanceRule> All => [.. Equal(), .. Order()];

    private static IEnumerable<ConformanceRule> Equal() =>
        [
            Same(
                "EffectiveCost",
                "EffectiveCost-C-010-C",
                "ChargeCategory = 'Credit'",
                "On a Credit"
            ),
            Same("EffectiveCost", "OUTLAY-COST-01", "ChargeCategory = 'Tax'", "On Tax") with
            {
                From = FocusVersion.V1_4,
            },
            Same(
                "EffectiveCost",
                "OUTLAY-COST-02",
                $"{Uncovered} AND {InvoicedHere}",
                "On invoiced Usage that no commitment covers"
            ) with
            {
                From = FocusVersion.V1_4,
            },
            Same(
                "EffectiveCost",
                "OUTLAY-COST-02",
                $"{Uncovered} AND {InvoicedHere}",
                "On invoiced Usage that no commitment covers"
            ) with
            {
                Until = FocusVersion.V1_3,
                Severity = Severity.Warning,
                Message =
                    "On invoiced Usage that no commitment covers, EffectiveCost should equal BilledCost.",
            },
            Same(
                "ListCost",
                "ListCost-C-008-C",
                "ChargeCategory = 'Credit' AND ListUnitPrice IS NULL",
                "On a Credit without a unit price"
            ) with
            {
                From = FocusVersion.V1_2,
            },
            Same(
                "ContractedCost",
                "ContractedCost-C-008-C",
                "ChargeCategory = 'Credit' AND ContractedUnitPrice IS NULL",
                "On a Credit without a unit price"
            ) with
            {
                From = FocusVersion.V1_2,
            },
        ];

    private static IEnumerable<ConformanceRule> Order() =>
        [
            new RowRule
            {
                Id = "OUTLAY-COST-03",
                Column = "ContractedCost",
                Severity = Severity.Warning,
                Message =
                    "ContractedCost should not be above ListCost: a contract makes nothing dearer.",
                Broken =
                    $"ContractedCost_n > ListCost_n AND ListCost_n >= 0 AND {RuleSql.Differ("ContractedCost_n", "ListCost_n")}",
                Shows = RuleSql.Show("ListCost", "ContractedCost"),
            },
            new RowRule
            {
                Id = "OUTLAY-COST-04",
                Column = "EffectiveCost",
                Severity = Severity.Warning,
                From = FocusVersion.V1_0,
                Message =
                    "EffectiveCost of usage that a commitment covers should not be above its ContractedCost.",
                Broken =
                    $"CommitmentDiscountStatus = 'Used' AND EffectiveCost_n > ContractedCost_n AND ContractedCost_n >= 0 AND {RuleSql.Differ("EffectiveCost_n", "ContractedCost_n")}",
                Shows = RuleSql.Show("ContractedCost", "EffectiveCost"),
            },
        ];

    private static RowRule Same(string cost, string id, string when, string words) =>
        new()
        {
            Id = id,
            Column = cost,
            Message = $"{words}, {cost} must equal BilledCost.",
            Broken = $"{when} AND {RuleSql.Differ($"{cost}_n", "BilledCost_n")}",
            Shows = RuleSql.Show("BilledCost", cost),
        };
}
