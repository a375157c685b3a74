namespace Outlay.Focus.Conformance.Rules;

/// <summary>Currencies of bills and of prices.</summary>
internal static class Currencies
{
    private static IReadOnlyList<string> Iso { get; } =
    [.. ReferenceTable.Read("currencies.csv").Select(r => r["Code"])];

    public static IEnumerable<ConformanceRule> All =>
        [
            new RowRule
            {
                Id = "BillingCurrency-C-003-M",
                Column = "BillingCurrency",
                Message = "BillingCurrency must be written in three capital letters.",
                Broken =
                    "BillingCurrency IS NOT NULL AND NOT regexp_matches(BillingCurrency, '^[A-Z]{3}$')",
            },
            new RowRule
            {
                Id = "BillingCurrency-C-006-M",
                Column = "BillingCurrency",
                Message = "BillingCurrency must be a national currency of ISO 4217.",
                Broken =
                    $"regexp_matches(BillingCurrency, '^[A-Z]{{3}}$') AND NOT {RuleSql.IsOneOf("BillingCurrency", Iso)}",
            },
            new RowRule
            {
                Id = "PricingCurrency-C-003-M",
                Column = "PricingCurrency",
                Message =
                    "PricingCurrency, where it is a national currency, must be written in the capital letters of ISO 4217.",
                Broken =
                    $"PricingCurrency <> upper(PricingCurrency) AND {RuleSql.IsOneOf("upper(PricingCurrency)", Iso)}",
            },
            new RowRule
            {
                Id = "OUTLAY-CURRENCY-01",
                Column = "PricingCurrency",
                Severity = Severity.Warning,
                From = FocusVersion.V1_4,
                Message =
                    "PricingCurrency should be a currency of ISO 4217; since 1.4 the format no longer knows virtual ones.",
                Broken = $"NOT {RuleSql.IsOneOf("upper(PricingCurrency)", Iso)}",
            },
            new GroupRule
            {
                Id = "OUTLAY-CURRENCY-02",
                Column = "BillingCurrency",
                Message = "One invoice must have one BillingCurrency.",
                Keys = ["InvoiceIssuerName", "InvoiceId"],
                Where = "InvoiceId IS NOT NULL AND BillingCurrency IS NOT NULL",
                Broken = "min(BillingCurrency) <> max(BillingCurrency)",
                Shows =
                    "'InvoiceId ' || InvoiceId || ': ' || min(BillingCurrency) || ' and ' || max(BillingCurrency)",
            },
            new GroupRule
            {
                Id = "OUTLAY-CURRENCY-03",
                Column = "BillingCurrency",
                Severity = Severity.Warning,
                Message = "A billing account should have one BillingCurrency in a billing period.",
                Keys = ["InvoiceIssuerName", "BillingAccountId", "BillingPeriodStart"],
                Where = "BillingCurrency IS NOT NULL",
                Broken = "min(BillingCurrency) <> max(BillingCurrency)",
                Shows =
                    "'BillingAccountId ' || coalesce(BillingAccountId, 'empty') || ': ' || min(BillingCurrency) || ' and ' || max(BillingCurrency)",
            },
        ];
}
