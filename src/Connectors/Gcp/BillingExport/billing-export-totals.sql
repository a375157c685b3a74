-- cost is before credits; what is billed is what remains after them. A commitment's fee only moves to the usage that it covers, so that what
-- is effective in a period is what is billed in it.
WITH {commitments}
SELECT
  coalesce(CAST(try_strptime(coalesce(invoice_month, json_extract_string(invoice, '$.month')), '%Y%m') AS TIMESTAMP), date_trunc('month', usage_start_time)) AS period,
  {currency} AS currency,
  coalesce(billing_account_id, 'unknown') AS account,
  'Google Cloud' AS seller,
  CASE WHEN is_covered THEN 0 ELSE 1 END AS charges,
  coalesce(cost, 0) + credited AS billed,
  coalesce(cost, 0) + credited AS effective,
  CAST(NULL AS VARCHAR) AS part
FROM lines
UNION ALL
-- The pieces of covered lines, and what is left of commitments: more charges, no more money.
SELECT invoiced, {currency}, coalesce(billing_account_id, 'unknown'), 'Google Cloud', more, 0, 0, NULL
FROM committed JOIN (
  SELECT line, count(*) AS more FROM pieces GROUP BY line
  UNION ALL
  SELECT first_line, 1 FROM pools WHERE fee <> fee_used
) USING (line)
