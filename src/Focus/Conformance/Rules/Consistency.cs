namespace Outlay.Focus.Conformance.Rules;

/// <summary>What must be the same wherever a name or an id returns in a file.</summary>
internal static class Consistency
{
    public static IEnumerable<ConformanceRule> All =>
        [
            One("SkuPriceId-C-008-M", "SkuPriceId", "SkuId", Severity.Error),
            One("ServiceName-C-005-C", "ServiceName", "ServiceCategory", Severity.Error),
            One("ServiceName-C-008-C", "ServiceName", "ServiceSubcategory", Severity.Warning),
            new GroupRule
            {
                Id = "BillingAccountName-C-003-C",
                Column = "BillingAccountName",
                Message =
                    "BillingAccountName must have a value wherever the account has a name elsewhere in the file.",
                Keys = ["BillingAccountId"],
                Where = "BillingAccountId IS NOT NULL",
                Broken = "count(BillingAccountName) BETWEEN 1 AND count(*) - 1",
                Shows =
                    "BillingAccountId || ': ' || (count(*) - count(BillingAccountName)) || ' rows without the name ' || max(BillingAccountName)",
            },
        ];

    private static GroupRule One(string id, string key, string value, Severity severity) =>
        new()
        {
            Id = id,
            Column = key,
            Severity = severity,
            Message =
                $"A {key} {(severity == Severity.Error ? "must" : "should")} belong to one {value}.",
            Keys = [key],
            Where = $"{key} IS NOT NULL AND {value} IS NOT NULL",
            Broken = $"min({value}) <> max({value})",
            Shows = $"{key} || ': ' || min({value}) || ' and ' || max({value})",
        };
}
