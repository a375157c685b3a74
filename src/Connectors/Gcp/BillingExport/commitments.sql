lines AS NOT MATERIALIZED (
  SELECT *,
    coalesce(cost, 0) + credited AS billed,
    concat_ws('|', coalesce(billing_account_id, ''), {currency}, strftime(invoiced, '%Y-%m')) AS scope,
    is_fee_text AND kind IN ('regular', 'adjustment') AS is_fee,
    -- What a commitment covers is told apart from the rest of a line only where its credits take something off the line's own cost.
    len(commitments) > 0 AND coalesce(cost, 0) <> 0 AND NOT is_fee_text
      AND len(list_filter(commitments, c -> sign(c.amount) <> -sign(cost) OR abs(c.amount) < 0.00000001)) = 0 AS is_covered
  FROM (
    SELECT *,
      {credited} AS credited,
      -- Most lines have no such credit; a look at the text spares the reading of their lists.
      CASE WHEN credits ILIKE '%committed_us%' THEN list_transform(
        list_filter({credit_list}, c -> CAST(c ->> '$.amount' AS DECIMAL(38, 18)) <> 0
          AND coalesce(c ->> '$.type', c ->> '$.name', '') SIMILAR TO '(COMMITTED_USAGE|Committed Us(age|e) Discount).*'),
        c -> struct_pack(
          id := c ->> '$.id',
          name := coalesce(c ->> '$.full_name', c ->> '$.name'),
          words := lower(concat_ws(' ', c ->> '$.name', c ->> '$.full_name')),
          is_spend := coalesce(c ->> '$.type', '') LIKE '%DOLLAR_BASE' OR coalesce(c ->> '$.name', '') ILIKE '%dollar%',
          amount := CAST(c ->> '$.amount' AS DECIMAL(38, 18)))) ELSE [] END AS commitments,
      -- The invoice's month, never the month of the usage: usage of a month's last hours belongs to the next invoice, and late usage to a later one.
      coalesce(CAST(try_strptime(coalesce(invoice_month, json_extract_string(invoice, '$.month')), '%Y%m') AS TIMESTAMP), date_trunc('month', usage_start_time)) AS invoiced,
      lower(coalesce(cost_type, 'regular')) AS kind,
      coalesce(service_description, json_extract_string(service, '$.description'), service_id, json_extract_string(service, '$.id'), 'Google Cloud') AS service_text,
      coalesce(sku_description, json_extract_string(sku, '$.description')) AS sku_text,
      coalesce(coalesce(sku_description, json_extract_string(sku, '$.description')) ILIKE 'commitment%', false) AS is_fee_text,
      coalesce(sku_id, json_extract_string(sku, '$.id')) AS sku_code,
      coalesce(location_region, json_extract_string(location, '$.region')) AS region,
      coalesce(usage_amount, TRY_CAST(json_extract_string(usage, '$.amount') AS DECIMAL(38, 18))) AS used,
      coalesce(usage_unit, json_extract_string(usage, '$.unit')) AS used_unit,
      coalesce(usage_amount_in_pricing_units, TRY_CAST(json_extract_string(usage, '$.amount_in_pricing_units') AS DECIMAL(38, 18))) AS priced,
      coalesce(usage_pricing_unit, json_extract_string(usage, '$.pricing_unit')) AS priced_unit,
      coalesce(subscription_instance_id, json_extract_string(subscription, '$.instance_id')) AS fee_id
    FROM native
  )
), committed AS MATERIALIZED (
  SELECT row_number() OVER () AS line, * FROM lines WHERE is_fee OR is_covered
), claims AS (
  -- One row for each credit of a line. The credit's weight is its amount, what it covers of the line its part of the line's cost.
  SELECT line, piece, scope, region, service_text, claim.id AS claim_id, claim.name AS claim_name, claim.is_spend AS is_spend,
    {claim_kind} AS claim_kind,
    CAST(CAST(-claim.amount AS DECIMAL(34, 8)) * 100000000 AS HUGEINT) AS weight,
    CAST(CAST(priced AS DECIMAL(34, 6)) * 1000000 AS HUGEINT)
      * (CAST(CAST(-claim.amount AS DECIMAL(34, 8)) * 100000000 AS HUGEINT)) // CAST(CAST(cost AS DECIMAL(34, 8)) * 100000000 AS HUGEINT) AS covered,
    priced_unit
  FROM (SELECT *, commitments[piece] AS claim FROM (SELECT *, unnest(range(1, len(commitments) + 1)) AS piece FROM committed WHERE is_covered))
), fees AS (
  SELECT line, scope, region, fee_id, billed, priced, priced_unit, sku_text, usage_start_time, usage_end_time, is_spend, {fee_kind} AS fee_kind
  FROM (SELECT *, sku_text ILIKE '%dollar based%' AS is_spend FROM committed WHERE is_fee)
), ids AS (
  SELECT DISTINCT scope, fee_id AS id FROM fees WHERE fee_id IS NOT NULL AND EXISTS (SELECT 1 FROM claims WHERE claims.scope = fees.scope AND claims.claim_id = fees.fee_id)
), kinds AS (
  -- Fees that all say where they hold cover usage of their own region alone.
  SELECT scope, fee_kind, bool_and(region IS NOT NULL) AS is_placed FROM fees
  WHERE fee_kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ids WHERE ids.scope = fees.scope AND ids.id = fees.fee_id)
  GROUP BY ALL
), keyed_fees AS (
  SELECT fees.*, CASE WHEN ids.id IS NOT NULL THEN 'id ' || ids.id WHEN kinds.fee_kind IS NOT NULL THEN concat_ws(' ', 'of', kinds.fee_kind, CASE WHEN is_placed THEN region END) END AS pool
  FROM fees LEFT JOIN ids ON ids.scope = fees.scope AND ids.id = fees.fee_id
  LEFT JOIN kinds ON kinds.scope = fees.scope AND kinds.fee_kind = fees.fee_kind
), keyed_claims AS (
  SELECT claims.*, CASE WHEN ids.id IS NOT NULL THEN 'id ' || ids.id WHEN kinds.fee_kind IS NOT NULL THEN concat_ws(' ', 'of', kinds.fee_kind, CASE WHEN is_placed THEN region END) END AS pool
  FROM claims LEFT JOIN ids ON ids.scope = claims.scope AND ids.id = claims.claim_id
  LEFT JOIN kinds ON kinds.scope = claims.scope AND kinds.fee_kind = claims.claim_kind
), bought AS (
  SELECT scope, pool, sum(billed) AS fee, any_value(is_spend) AS is_spend, min(sku_text) AS pool_text,
    min(usage_start_time) AS pool_start, max(coalesce(usage_end_time, usage_start_time + INTERVAL 1 HOUR)) AS pool_end,
    CASE WHEN count(DISTINCT fee_id) = 1 AND count(fee_id) = count(*) THEN min(fee_id) ELSE 'Committed use ' || pool END AS pool_id,
    min_by(line, (usage_start_time, region, sku_text, fee_id)) AS first_line,
    CASE WHEN count(DISTINCT priced_unit) = 1 AND count(priced) = count(*) THEN min(priced_unit) END AS fee_unit,
    CAST(sum(CAST(CAST(priced AS DECIMAL(34, 6)) * 1000000 AS HUGEINT)) AS HUGEINT) AS committed_amount
  FROM keyed_fees GROUP BY scope, pool
), used_up AS (
  SELECT scope, pool, CAST(sum(weight) AS HUGEINT) AS weights, CAST(sum(covered) AS HUGEINT) AS covered,
    CASE WHEN count(DISTINCT priced_unit) = 1 AND count(covered) = count(*) THEN min(priced_unit) END AS claim_unit
  FROM keyed_claims GROUP BY scope, pool
), pools AS (
  -- A commitment to an amount of use is used by as much as its credits cover; one to an amount of spend has no such measure and counts as used.
  SELECT *,
    CASE WHEN NOT is_spend AND fee_unit = claim_unit AND committed_amount > 0 AND covered >= 0 AND covered < committed_amount - committed_amount // 1000000
      THEN CAST(CAST(CAST(CAST(fee AS DECIMAL(38, 12)) * 1000000000000 AS HUGEINT) * covered // committed_amount AS DECIMAL(26, 0)) * CAST('0.000000000001' AS DECIMAL(12, 12)) AS DECIMAL(38, 18))
      ELSE fee END AS fee_used,
    CASE WHEN NOT is_spend AND fee_unit = claim_unit AND committed_amount > 0 AND covered >= 0 AND covered < committed_amount - committed_amount // 1000000
      THEN CAST(CAST(committed_amount - covered AS DECIMAL(32, 0)) * CAST('0.000001' AS DECIMAL(6, 6)) AS DECIMAL(38, 18)) END AS amount_left
  FROM bought JOIN used_up USING (scope, pool)
  WHERE weights > 0
), shares AS (
  -- Shares are cut to twelve digits; what that leaves over goes to the largest credit.
  SELECT line, piece, pool_id, pool_text, is_spend, claim_name, cut + CASE WHEN rank = 1 THEN fee_used - sum(cut) OVER (PARTITION BY scope, pool) ELSE 0 END AS share
  FROM (
    SELECT line, piece, scope, pool, pool_id, pool_text, pools.is_spend, claim_name, fee_used,
      CAST(CAST(CAST(CAST(fee_used AS DECIMAL(38, 12)) * 1000000000000 AS HUGEINT) * weight // weights AS DECIMAL(26, 0)) * CAST('0.000000000001' AS DECIMAL(12, 12)) AS DECIMAL(38, 18)) AS cut,
      row_number() OVER (PARTITION BY scope, pool ORDER BY weight DESC, usage_start_time, sku_code, fingerprint, piece) AS rank
    FROM keyed_claims JOIN pools USING (scope, pool)
    JOIN (SELECT line, usage_start_time, sku_code, hash(usage_end_time, project, project_id, labels, resource, resource_global_name, cost, credits) AS fingerprint FROM committed) USING (line)
  )
), split AS (
  -- A line that one commitment without a fee covers stays whole.
  SELECT line, CAST(sum(weight) AS HUGEINT) AS taken FROM claims LEFT JOIN shares USING (line, piece) GROUP BY line
  HAVING count(*) > 1 OR count(pool_id) > 0
), pieces AS (
  -- One piece for each credit of a line, and one for what none covers, which has all that is billed.
  SELECT *, CAST(sum(weight) OVER (PARTITION BY line ORDER BY piece) AS HUGEINT) AS weight_to, CAST(sum(weight) OVER (PARTITION BY line) AS HUGEINT) AS weight_all
  FROM (
    SELECT line, piece, weight, CASE WHEN split.line IS NULL THEN 'whole' ELSE 'used' END AS role, shares.pool_id, pool_text, share,
      coalesce(shares.is_spend, claims.is_spend) AS is_spend, claim_id, claims.claim_name
    FROM claims LEFT JOIN shares USING (line, piece) LEFT JOIN split USING (line)
    UNION ALL BY NAME
    SELECT line, len(commitments) + 1 AS piece, CASE WHEN left_over * sign(cost) > 0 THEN left_over ELSE 0 END AS weight, 'rest' AS role
    FROM (SELECT *, CAST(CAST(cost AS DECIMAL(34, 8)) * 100000000 AS HUGEINT) - taken AS left_over FROM committed JOIN split USING (line))
    WHERE billed <> 0 OR left_over * sign(cost) > 0
  )
)
