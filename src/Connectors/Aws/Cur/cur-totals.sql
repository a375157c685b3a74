-- What a report says by itself: every line's own cost, and what it amortises. Covered lines and their negations cancel out in the bill.
SELECT
  coalesce(bill_billing_period_start_date, date_trunc('month', line_item_usage_start_date)) AS period,
  {currency} AS currency,
  coalesce(bill_payer_account_id, line_item_usage_account_id) AS account,
  'AWS' AS seller,
  CASE
    WHEN type = 'SavingsPlanNegation' OR is_netted_discount THEN 0
    WHEN type = 'SavingsPlanRecurringFee' AND commitment_left <> 0 THEN 2
    WHEN type = 'RIFee' AND reservation_left <> 0 THEN 2
    ELSE 1
  END AS charges,
  CASE WHEN is_netted_discount THEN 0 ELSE cost END AS billed,
  CASE
    WHEN type = 'SavingsPlanNegation' OR is_netted_discount THEN 0
    WHEN type = 'DiscountedUsage' THEN reservation_effective
    WHEN type = 'SavingsPlanCoveredUsage' THEN plan_effective
    WHEN type = 'SavingsPlanRecurringFee' THEN commitment_left
    WHEN type = 'RIFee' THEN reservation_left
    WHEN type = 'SavingsPlanUpfrontFee' THEN 0
    WHEN type = 'Fee' AND reservation_reservation_a_r_n IS NOT NULL THEN 0
    WHEN type = 'Refund' AND coalesce(reservation_reservation_a_r_n, savings_plan_savings_plan_a_r_n) IS NOT NULL THEN 0
    ELSE cost
  END AS effective,
  CAST(NULL AS VARCHAR) AS part
FROM (
  SELECT *,
    coalesce(line_item_line_item_type, 'Usage') AS type,
    {net} AND line_item_line_item_type IN ('EdpDiscount', 'SppDiscount', 'PrivateRateDiscount', 'BundledDiscount', 'Discount') AS is_netted_discount,
    coalesce(line_item_net_unblended_cost, line_item_unblended_cost, 0) AS cost,
    coalesce(reservation_net_effective_cost, reservation_effective_cost, 0) AS reservation_effective,
    coalesce(savings_plan_net_savings_plan_effective_cost, savings_plan_savings_plan_effective_cost, 0) AS plan_effective,
    {plan_left} AS commitment_left,
    coalesce(reservation_net_unused_amortized_upfront_fee_for_billing_period, reservation_unused_amortized_upfront_fee_for_billing_period, 0)
      + coalesce(reservation_net_unused_recurring_fee, reservation_unused_recurring_fee, 0) AS reservation_left
  FROM native
)
