using System.Globalization;
using Outlay.Kernel;
using Outlay.Lake;
using Outlay.Query;

namespace Outlay.Engines.DuckDb.Query;

/// <summary>
/// Puts the amounts of a table into one currency by month-average rates. Charges whose currency has no rate for their billing period
/// keep their own: they are shown apart and never added.
/// </summary>
internal static class ConvertedSql
{
    /// <summary>Column with the currency that a row's amounts are in after it.</summary>
    public const string Currency = "reported_currency";

    /// <summary>The table with its measures converted, and <see cref="Currency"/> beside them.</summary>
    public static string Of(string table, Currency target, IReadOnlyList<MonthRate> rates)
    {
        var values = string.Join(
            ", ",
            rates.Select(r =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"('{r.From.Code}', DATE '{r.Month.Start:yyyy-MM-dd}', CAST({r.Rate} AS DECIMAL(18, 12)))"
                )
            )
        );
        var measures = string.Join(
            ", ",
            DailyRollup.Measures.Select(m =>
                $"CASE WHEN rate.rate IS NULL THEN charge.{m} ELSE {Times($"charge.{m}")} END AS {m}"
            )
        );
        return $"""
            (SELECT charge.* REPLACE ({measures}),
              CASE WHEN rate.rate IS NULL THEN charge.BillingCurrency ELSE '{target.Code}' END AS {Currency}
            FROM {table} AS charge
            LEFT JOIN (VALUES {values}) AS rate(currency, month, rate)
              ON rate.currency = charge.BillingCurrency AND rate.month = CAST(date_trunc('month', charge.BillingPeriodStart) AS DATE))
            """;
    }

    // Whole and fraction are multiplied apart: together their digits and the rate's would not fit the engine's 38.
    private static string Times(string amount) =>
        $"(CAST(CAST(trunc({amount}) AS DECIMAL(20, 0)) * rate.rate AS DECIMAL(38, 18)) + CAST(CAST({amount} - trunc({amount}) AS DECIMAL(19, 18)) * rate.rate AS DECIMAL(38, 18)))";
}
