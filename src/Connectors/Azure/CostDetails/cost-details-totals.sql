-- What an export says by itself. An amortised export gives covered and unused commitment the cost that its purchase had, so these bill nothing.
SELECT
  {period} AS period,
  day,
  {currency} AS currency,
  coalesce(subscription_id, billing_account_id, 'unassigned') AS account,
  'Microsoft' AS seller,
  1 AS charges,
  CASE WHEN is_spread THEN 0 ELSE cost END AS billed,
  CASE WHEN is_bought THEN 0 ELSE cost END AS effective,
  CASE WHEN is_spread AND cost <> 0 THEN 'amortised' WHEN is_bought THEN 'actual' END AS part
FROM (
  SELECT *,
    lower(coalesce(charge_type, 'usage')) LIKE 'unused%'
      OR (lower(coalesce(charge_type, 'usage')) = 'usage' AND lower(replace(pricing_model, ' ', '')) IN ('reservation', 'savingsplan')) AS is_spread,
    lower(charge_type) IN ('purchase', 'refund') AND lower(replace(pricing_model, ' ', '')) IN ('reservation', 'savingsplan') AS is_bought
  FROM native
)
WHERE {kept}
