-- myCost is what the use is worth by contract, myCostOverage what is due beyond credits that were bought beforehand.
SELECT
  date_trunc('month', usage_start) AS period,
  {currency} AS currency,
  coalesce(tenant_id, 'unknown') AS account,
  'Oracle' AS seller,
  1 AS charges,
  CASE WHEN overage_flag IS NULL THEN my_cost ELSE coalesce(my_cost_overage, my_cost) END AS billed,
  my_cost AS effective,
  CAST(NULL AS VARCHAR) AS part
FROM native
