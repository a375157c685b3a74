namespace Outlay.Focus.Conformance.Rules;

/// <summary>Periods: start in, end out, charges inside their billing period.</summary>
internal static class Periods
{
    public static IEnumerable<ConformanceRule> All =>
        [
            Row(
                "OUTLAY-PERIOD-01",
                "BillingPeriodEnd",
                "A billing period must end after it starts.",
                "BillingPeriodStart_t >= BillingPeriodEnd_t",
                RuleSql.Show("BillingPeriodStart", "BillingPeriodEnd")
            ),
            Row(
                "OUTLAY-PERIOD-02",
                "ChargePeriodEnd",
                "A charge period must end after it starts.",
                "ChargePeriodStart_t >= ChargePeriodEnd_t",
                RuleSql.Show("ChargePeriodStart", "ChargePeriodEnd")
            ),
            EndIsOut("BillingPeriodEnd", "BillingPeriodEnd-C-004-M"),
            EndIsOut("ChargePeriodEnd", "ChargePeriodEnd-C-004-M"),
            Row(
                "OUTLAY-PERIOD-03",
                "BillingPeriodEnd",
                "A billing period should run from the first instant of a month to the first instant of the next.",
                "BillingPeriodStart_t < BillingPeriodEnd_t AND NOT (date_part('minute', BillingPeriodEnd_t) = 59 AND date_part('second', BillingPeriodEnd_t) = 59)"
                    + " AND (BillingPeriodStart_t <> date_trunc('month', BillingPeriodStart_t) OR BillingPeriodEnd_t <> BillingPeriodStart_t + INTERVAL 1 MONTH)",
                RuleSql.Show("BillingPeriodStart", "BillingPeriodEnd")
            ) with
            {
                Severity = Severity.Warning,
            },
            Row(
                "OUTLAY-PERIOD-04",
                "ChargePeriodStart",
                "A charge should lie inside its billing period, unless it is a Purchase or a Correction.",
                $"ChargeCategory <> 'Purchase' AND {RuleSql.NotCorrection}"
                    + " AND (ChargePeriodStart_t < BillingPeriodStart_t OR ChargePeriodEnd_t > BillingPeriodEnd_t)",
                RuleSql.Show(
                    "ChargePeriodStart",
                    "ChargePeriodEnd",
                    "BillingPeriodStart",
                    "BillingPeriodEnd"
                )
            ) with
            {
                Severity = Severity.Warning,
            },
            new GroupRule
            {
                Id = "OUTLAY-PERIOD-05",
                Column = "BillingPeriodEnd",
                Message = "One billing period of one account must have one end.",
                Keys = ["InvoiceIssuerName", "BillingAccountId", "BillingPeriodStart_t"],
                Where = "BillingPeriodStart_t IS NOT NULL AND BillingPeriodEnd_t IS NOT NULL",
                Broken = "min(BillingPeriodEnd_t) <> max(BillingPeriodEnd_t)",
                Shows =
                    "coalesce(BillingAccountId, 'empty') || ': ' || min(BillingPeriodEnd) || ' and ' || max(BillingPeriodEnd)",
            },
        ];

    private static RowRule EndIsOut(string column, string id) =>
        Row(
            id,
            column,
            $"{column} must be the first instant that no longer belongs to the period, such as 2026-12-01T00:00:00Z.",
            $"date_part('minute', {column}_t) = 59 AND date_part('second', {column}_t) = 59",
            null
        );

    private static RowRule Row(
        string id,
        string column,
        string message,
        string broken,
        string? shows
    ) =>
        new()
        {
            Id = id,
            Column = column,
            Message = message,
            Broken = broken,
            Shows = shows,
        };
}
