using Outlay.Ingest.Formats;

namespace Outlay.Connectors.Aws.Cur;

/// <summary>
/// What an hour of a Savings Plan costs and what of it nobody used, over the columns that a report has. The fee's line tells both before
/// private pricing; where the report amortises after it, they are brought down by what the fee itself was.
/// </summary>
internal static class PlanSql
{
    private const string Cost =
        "coalesce(line_item_net_unblended_cost, line_item_unblended_cost, 0)";

    private const string Used =
        "coalesce(savings_plan_net_savings_plan_effective_cost, savings_plan_savings_plan_effective_cost, 0)";

    private const string Left =
        "coalesce(savings_plan_total_commitment_to_date, 0) - coalesce(savings_plan_used_commitment, 0)";

    // Of whole numbers, because a quotient of decimals would be a floating one.
    private const string NetLeft = $"""
        CASE WHEN coalesce(line_item_unblended_cost, 0) = 0 THEN {Left}
          ELSE CAST(CAST(CAST(CAST(({Left}) AS DECIMAL(30, 12)) * 1000000000000 AS HUGEINT) * CAST(CAST(line_item_net_unblended_cost AS DECIMAL(26, 8)) * 100000000 AS HUGEINT)
            // CAST(CAST(line_item_unblended_cost AS DECIMAL(26, 8)) * 100000000 AS HUGEINT) AS DECIMAL(26, 0)) * CAST('0.000000000001' AS DECIMAL(12, 12)) AS DECIMAL(38, 18)) END
        """;

    // A report without these columns leaves it to whoever reads it. What it lacks altogether is refused when the delivery is balanced.
    private const string Subtracted = $"""
        greatest({Cost} - coalesce(sum({Used}) FILTER (line_item_line_item_type = 'SavingsPlanCoveredUsage')
          OVER (PARTITION BY savings_plan_savings_plan_a_r_n, line_item_usage_start_date), 0), 0)
        """;

    public static IReadOnlyList<(string Word, string Sql)> Of(NativeBinding binding)
    {
        if (
            !binding.HasAll("savings_plan_total_commitment_to_date", "savings_plan_used_commitment")
        )
        {
            return binding.Has("savings_plan_savings_plan_a_r_n")
                ? [("plan_left", Subtracted), ("plan_due", Cost)]
                : [("plan_left", "0"), ("plan_due", "NULL")];
        }

        return binding.Has("savings_plan_net_savings_plan_effective_cost")
            ?
            [
                ("plan_left", NetLeft),
                // The discount of an upfront fee stands in another month's report, so that only a plan without one can be held against it.
                (
                    "plan_due",
                    $"CASE WHEN savings_plan_total_commitment_to_date = line_item_unblended_cost THEN {Cost} END"
                ),
            ]
            :
            [
                ("plan_left", Left),
                ("plan_due", $"coalesce(savings_plan_total_commitment_to_date, {Cost})"),
            ];
    }
}
