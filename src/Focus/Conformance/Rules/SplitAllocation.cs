namespace Outlay.Focus.Conformance.Rules;

/// <summary>Cost of one resource split among those who share it.</summary>
internal static class SplitAllocation
{
    // Several elements mean several measures at once; only splits by one measure can be summed.
    private const string Ratio =
        "TRY_CAST(AllocatedMethodDetails_elements[1] ->> '$.AllocatedRatio' AS DECIMAL(38,18))";

    public static IEnumerable<ConformanceRule> All =>
        [
            new GroupRule
            {
                Id = "OUTLAY-SPLIT-04",
                Column = "AllocatedMethodDetails",
                Severity = Severity.Warning,
                Message =
                    "The ratios of one split (same resource, charge period, price and method) should make 1 together.",
                Keys =
                [
                    "ResourceId",
                    "ChargePeriodStart",
                    "ChargePeriodEnd",
                    "SkuPriceId",
                    "AllocatedMethodId",
                ],
                Where =
                    $"AllocatedMethodId IS NOT NULL AND len(AllocatedMethodDetails_elements) = 1 AND {Ratio} IS NOT NULL",
                Broken = $"abs(sum({Ratio}) - 1) > 0.000001 * count(*)",
                Shows =
                    $"coalesce(ResourceId, 'no resource') || ' from ' || coalesce(ChargePeriodStart, 'empty') || ': ratios make ' || sum({Ratio})",
            },
        ];
}
