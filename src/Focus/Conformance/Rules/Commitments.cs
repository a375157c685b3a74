namespace Outlay.Focus.Conformance.Rules;

/// <summary>Commitments: what covers, what is covered, what went unused.</summary>
internal static class Commitments
{
    public static IEnumerable<ConformanceRule> All => [.. Charges(), .. Resources(), .. Groups()];

    private static IEnumerable<ConformanceRule> Charges() =>
        [
            Row(
                "EffectiveCost-C-005-C",
                "EffectiveCost",
                "EffectiveCost of buying a commitment must be 0; the usage it covers carries the cost.",
                $"ChargeCategory = 'Purchase' AND CommitmentDiscountId IS NOT NULL AND {RuleSql.NotCorrection} AND EffectiveCost_n <> 0"
            ),
            Row(
                "DiscountHandling-A-009-C",
                "BilledCost",
                "BilledCost of a charge that a commitment covers must be 0; a charge covered in part must stand in two rows.",
                $"CommitmentDiscountStatus IN ('Used', 'Unused') AND {RuleSql.NotCorrection} AND BilledCost_n <> 0"
            ),
            Row(
                "PricingCategory-C-009-C",
                "PricingCategory",
                "PricingCategory must be Committed on Used and Unused commitments.",
                "CommitmentDiscountStatus IN ('Used', 'Unused') AND PricingCategory <> 'Committed'"
            ),
            Row(
                "DiscountHandling-A-006-C",
                "CommitmentDiscountId",
                "Usage with the PricingCategory Committed must name its CommitmentDiscountId.",
                $"ChargeCategory = 'Usage' AND PricingCategory = 'Committed' AND CommitmentDiscountId IS NULL AND {RuleSql.NotCorrection}"
            ),
            Row(
                "DiscountHandling-A-018-C",
                "ChargeCategory",
                "The unused part of a commitment must be Usage.",
                "CommitmentDiscountStatus = 'Unused' AND ChargeCategory <> 'Usage'"
            ),
            Row(
                "DiscountHandling-A-001-C",
                "BilledCost",
                "A discount should go into the row it lowers and be no negative row of Usage beside it.",
                $"ChargeCategory = 'Usage' AND {RuleSql.NotCorrection} AND BilledCost_n < 0"
            ) with
            {
                Severity = Severity.Warning,
            },
        ];

    private static IEnumerable<ConformanceRule> Resources() =>
        [
            Row(
                "DiscountHandling-A-012-C",
                "ResourceId",
                "The purchase of a commitment must have the commitment's own id as ResourceId.",
                "ChargeCategory = 'Purchase' AND ResourceId IS DISTINCT FROM CommitmentDiscountId AND CommitmentDiscountId IS NOT NULL"
            ) with
            {
                Shows = RuleSql.Show("ResourceId", "CommitmentDiscountId"),
            },
            Row(
                "DiscountHandling-A-019-C",
                "ResourceId",
                "The unused part of a commitment must have the commitment's own id as ResourceId.",
                "CommitmentDiscountStatus = 'Unused' AND ResourceId IS DISTINCT FROM CommitmentDiscountId"
            ) with
            {
                Shows = RuleSql.Show("ResourceId", "CommitmentDiscountId"),
            },
            Row(
                "DiscountHandling-A-016-C",
                "ResourceId",
                "Usage that a commitment covers must have the id of the resource that was used, not the commitment's.",
                "CommitmentDiscountStatus = 'Used' AND ResourceId = CommitmentDiscountId"
            ),
        ];

    private static IEnumerable<ConformanceRule> Groups() =>
        [
            new GroupRule
            {
                Id = "CommitmentDiscountUnit-C-008-M",
                Column = "CommitmentDiscountUnit",
                Message = "A commitment must be measured in one unit.",
                Keys = ["CommitmentDiscountId"],
                Where = "CommitmentDiscountId IS NOT NULL AND CommitmentDiscountUnit IS NOT NULL",
                Broken = "min(CommitmentDiscountUnit) <> max(CommitmentDiscountUnit)",
                Shows =
                    "CommitmentDiscountId || ': ' || min(CommitmentDiscountUnit) || ' and ' || max(CommitmentDiscountUnit)",
            },
            new GroupRule
            {
                Id = "DiscountHandling-A-011-C",
                Column = "EffectiveCost",
                // One file rarely holds a whole term, so what is MUST over the term is only a hint here.
                Severity = Severity.Warning,
                From = FocusVersion.V1_0,
                Message =
                    "Over the file, EffectiveCost of a commitment's Used and Unused rows should equal BilledCost of its recurring purchases.",
                Keys = ["CommitmentDiscountId"],
                Where = $"CommitmentDiscountId IS NOT NULL AND {RuleSql.NotCorrection}",
                Broken =
                    "count(*) FILTER (WHERE ChargeCategory = 'Purchase' AND ChargeFrequency = 'Recurring') > 0"
                    + " AND count(*) FILTER (WHERE ChargeCategory = 'Purchase' AND ChargeFrequency IS DISTINCT FROM 'Recurring') = 0"
                    + $" AND abs({Used} - {Bought}) > greatest(0.01, 0.001 * abs({Bought}))",
                Shows =
                    $"CommitmentDiscountId || ': bought ' || {Bought} || ', used and unused ' || {Used}",
            },
        ];

    private const string Used =
        "coalesce(sum(EffectiveCost_n) FILTER (WHERE CommitmentDiscountStatus IN ('Used', 'Unused')), 0)";

    private const string Bought =
        "coalesce(sum(BilledCost_n) FILTER (WHERE ChargeCategory = 'Purchase'), 0)";

    private static RowRule Row(string id, string column, string message, string broken) =>
        new()
        {
            Id = id,
            Column = column,
            From = FocusVersion.V1_0,
            Message = message,
            Broken = broken,
        };
}
