namespace Outlay.Focus.Conformance.Rules;

/// <summary>Changes to earlier periods.</summary>
internal static class Corrections
{
    public static IEnumerable<ConformanceRule> All =>
        [
            new RowRule
            {
                Id = "OUTLAY-CORRECTION-01",
                Column = "ChargeClass",
                Severity = Severity.Warning,
                From = FocusVersion.V1_0,
                Message =
                    "A Correction should change a billing period before its own: its charge should end before its billing period starts.",
                Broken = "ChargeClass = 'Correction' AND ChargePeriodEnd_t > BillingPeriodStart_t",
                Shows = RuleSql.Show("ChargePeriodEnd", "BillingPeriodStart"),
            },
            new GroupRule
            {
                Id = "OUTLAY-CORRECTION-02",
                Column = "InvoiceId",
                Severity = Severity.Warning,
                From = FocusVersion.V1_4,
                Message =
                    "A Correction of a closed period should stand on a later invoice, not on the one of the charge it corrects.",
                Keys = ["InvoiceIssuerName", "InvoiceId"],
                Where = "InvoiceId IS NOT NULL",
                Broken =
                    "count(*) FILTER (WHERE ChargeClass = 'Correction') > 0"
                    + " AND min(BillingPeriodStart_t) <> max(BillingPeriodStart_t)",
                Shows = "'InvoiceId ' || InvoiceId || ' spans billing periods'",
            },
        ];
}
