-- cost is before credits; what is billed is what remains after them.
SELECT
  coalesce(CAST(try_strptime(invoice_month, '%Y%m') AS TIMESTAMP), date_trunc('month', usage_start_time)) AS period,
  {currency} AS currency,
  coalesce(billing_account_id, 'unknown') AS account,
  'Google Cloud' AS seller,
  1 AS charges,
  coalesce(cost, 0) + credited AS billed,
  coalesce(cost, 0) + credited AS effective,
  CAST(NULL AS VARCHAR) AS part
FROM (
  SELECT * EXCLUDE (invoice_month), {credited} AS credited, coalesce(invoice_month, json_extract_string(invoice, '$.month')) AS invoice_month
  FROM native
)
