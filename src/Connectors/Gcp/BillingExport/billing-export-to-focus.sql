WITH {commitments}, pieced AS (
  SELECT *, 'line' AS role, billed AS piece_billed, billed AS piece_effective, cost AS piece_cost, cost_at_list AS piece_list,
    cost_at_effective_price_default AS piece_contracted, used AS piece_used, priced AS piece_priced,
    -- Two commitments that are not told apart have one charge; which of them it names would be a guess.
    CASE WHEN len(commitments) = 1 THEN coalesce(commitments[1].id, commitments[1].name) END AS benefit,
    CASE WHEN len(commitments) = 1 THEN commitments[1].name END AS benefit_text,
    CASE WHEN len(commitments) = 1 THEN commitments[1].is_spend END AS is_spend,
    CASE WHEN len(commitments) > 0 THEN 'credit without its fee' END AS unmatched
  FROM lines WHERE NOT is_fee AND NOT is_covered
  UNION ALL BY NAME
  SELECT committed.*, role,
    CASE role WHEN 'used' THEN 0 ELSE billed END AS piece_billed,
    CASE role WHEN 'used' THEN coalesce(share, 0) ELSE billed END AS piece_effective,
    {cost_piece} AS piece_cost, {list_piece} AS piece_list, {contracted_piece} AS piece_contracted, {used_piece} AS piece_used, {priced_piece} AS piece_priced,
    coalesce(pool_id, claim_id, claim_name) AS benefit,
    coalesce(claim_name, pool_text) AS benefit_text,
    is_spend,
    CASE WHEN role <> 'rest' AND pool_id IS NULL THEN 'credit without its fee' END AS unmatched
  FROM committed JOIN pieces USING (line)
  UNION ALL BY NAME
  SELECT committed.*, 'fee' AS role, committed.billed AS piece_billed, CASE WHEN pool_id IS NULL THEN committed.billed ELSE 0 END AS piece_effective,
    cost AS piece_cost, cost_at_list AS piece_list, cost_at_effective_price_default AS piece_contracted, used AS piece_used, committed.priced AS piece_priced,
    pool_id AS benefit, pool_text AS benefit_text, pools.is_spend,
    CASE WHEN pool_id IS NULL THEN 'fee without its credits' END AS unmatched,
    CASE WHEN pool_id IS NOT NULL THEN committed.billed END AS due
  FROM committed JOIN keyed_fees USING (line) LEFT JOIN pools ON pools.scope = keyed_fees.scope AND pools.pool = keyed_fees.pool
  UNION ALL BY NAME
  -- What nobody used of a commitment stands beside its first fee.
  SELECT committed.* REPLACE (pool_start AS usage_start_time, pool_end AS usage_end_time), 'unused' AS role,
    0 AS piece_billed, fee - fee_used AS piece_effective, fee - fee_used AS piece_cost, amount_left AS piece_priced,
    pool_id AS benefit, pool_text AS benefit_text, pools.is_spend
  FROM pools JOIN committed ON committed.line = first_line WHERE fee <> fee_used
), charges AS (
  SELECT *,
    coalesce(project_id, json_extract_string(project, '$.id')) AS project_code,
    coalesce(project_name, json_extract_string(project, '$.name')) AS project_text,
    coalesce(region, location_location, json_extract_string(location, '$.location')) AS place,
    coalesce(location_zone, json_extract_string(location, '$.zone')) AS zone_text,
    coalesce(resource_global_name, json_extract_string(resource, '$.global_name')) AS resource_path,
    coalesce(resource_name, json_extract_string(resource, '$.name')) AS resource_text,
    coalesce(price_effective_price, TRY_CAST(json_extract_string(price, '$.effective_price') AS DECIMAL(38, 18))) AS unit_price,
    coalesce(price_list_price, TRY_CAST(json_extract_string(price, '$.list_price') AS DECIMAL(38, 18))) AS list_unit_price,
    coalesce(price_tier_start_amount, json_extract_string(price, '$.tier_start_amount')) AS tier,
    coalesce(consumption_model_id, json_extract_string(consumption_model, '$.id')) AS model,
    coalesce(invoice_publisher_type, json_extract_string(invoice, '$.publisher_type')) AS publisher,
    coalesce(adjustment_info_mode, json_extract_string(adjustment_info, '$.mode')) AS adjustment,
    CASE
      WHEN role = 'unused' THEN 'Usage'
      WHEN kind = 'tax' THEN 'Tax'
      WHEN kind IN ('rounding_error', 'roundoff') THEN 'Adjustment'
      WHEN is_fee THEN 'Purchase'
      ELSE 'Usage'
    END AS nature,
    -- Use that is metered; what nobody used has no measure but the commitment's.
    role <> 'unused' AND NOT is_fee AND kind NOT IN ('tax', 'rounding_error', 'roundoff') AS is_metered,
    benefit IS NOT NULL AND kind NOT IN ('tax', 'rounding_error', 'roundoff') AS is_commitment
  FROM pieced
)
SELECT
  billing_account_id AS BillingAccountId,
  'Billing Account' AS BillingAccountType,
  project_code AS SubAccountId,
  coalesce(project_text, project_code) AS SubAccountName,
  CASE WHEN project_code IS NOT NULL THEN 'Project' END AS SubAccountType,
  {currency} AS BillingCurrency,
  invoiced AS BillingPeriodStart,
  invoiced + INTERVAL 1 MONTH AS BillingPeriodEnd,
  usage_start_time AS ChargePeriodStart,
  coalesce(usage_end_time, usage_start_time + INTERVAL 1 HOUR) AS ChargePeriodEnd,
  'Google Cloud' AS InvoiceIssuerName,
  'Google Cloud' AS HostProviderName,
  CASE WHEN lower(publisher) = 'marketplace' THEN coalesce(seller_name, 'Google Cloud') ELSE 'Google Cloud' END AS ServiceProviderName,
  nature AS ChargeCategory,
  CASE WHEN role <> 'unused' AND (kind = 'adjustment' OR coalesce(adjustment, '') <> '') THEN 'Correction' END AS ChargeClass,
  CASE WHEN nature = 'Purchase' THEN 'Recurring' WHEN nature = 'Adjustment' THEN 'One-Time' ELSE 'Usage-Based' END AS ChargeFrequency,
  sku_text AS ChargeDescription,
  piece_billed AS BilledCost,
  piece_effective AS EffectiveCost,
  coalesce(nullif(piece_list, 0), piece_cost, piece_billed) AS ListCost,
  coalesce(piece_contracted, piece_cost, piece_billed) AS ContractedCost,
  CASE WHEN is_metered THEN list_unit_price END AS ListUnitPrice,
  CASE WHEN is_metered THEN unit_price END AS ContractedUnitPrice,
  'USD' AS PricingCurrency,
  CASE
    WHEN nature = 'Usage' AND (is_commitment OR (role = 'line' AND len(commitments) > 0)) THEN 'Committed'
    WHEN is_metered AND (sku_text ILIKE 'spot %' OR sku_text ILIKE '%preemptible%') THEN 'Dynamic'
    WHEN nature IN ('Usage', 'Purchase') THEN 'Standard'
  END AS PricingCategory,
  CASE WHEN nature IN ('Usage', 'Purchase') THEN piece_priced END AS PricingQuantity,
  CASE WHEN nature IN ('Usage', 'Purchase') THEN priced_unit END AS PricingUnit,
  CASE WHEN is_metered THEN piece_used END AS ConsumedQuantity,
  CASE WHEN is_metered THEN used_unit END AS ConsumedUnit,
  CASE WHEN is_commitment THEN benefit END AS CommitmentDiscountId,
  CASE WHEN is_commitment THEN benefit_text END AS CommitmentDiscountName,
  CASE WHEN is_commitment THEN CASE WHEN is_spend THEN 'Spend' ELSE 'Usage' END END AS CommitmentDiscountCategory,
  CASE WHEN is_commitment THEN 'Committed Use Discount' END AS CommitmentDiscountType,
  CASE WHEN is_commitment AND nature = 'Usage' THEN CASE role WHEN 'unused' THEN 'Unused' ELSE 'Used' END END AS CommitmentDiscountStatus,
  CASE WHEN is_commitment THEN CASE WHEN is_spend THEN CASE WHEN is_fee AND role = 'fee' THEN piece_billed ELSE piece_effective END ELSE coalesce(piece_priced, piece_used) END END AS CommitmentDiscountQuantity,
  CASE WHEN is_commitment THEN CASE WHEN is_spend THEN {currency} WHEN piece_priced IS NOT NULL THEN priced_unit ELSE used_unit END END AS CommitmentDiscountUnit,
  CASE WHEN role IN ('fee', 'unused') AND is_commitment THEN benefit ELSE coalesce(resource_path, resource_text) END AS ResourceId,
  CASE WHEN role <> 'unused' THEN resource_text END AS ResourceName,
  nullif(regexp_extract(resource_path, '^//([a-z]+)\.googleapis\.com/', 1), '') AS ResourceType,
  CASE WHEN place <> 'global' THEN place END AS RegionId,
  CASE WHEN place <> 'global' THEN place END AS RegionName,
  nullif(zone_text, '') AS AvailabilityZone,
  service_text AS ServiceName,
  coalesce(services.category, 'Other') AS ServiceCategory,
  coalesce(services.subcategory, 'Other (Other)') AS ServiceSubcategory,
  CASE WHEN nature IN ('Usage', 'Purchase') THEN sku_code END AS SkuId,
  CASE WHEN nature IN ('Usage', 'Purchase') AND sku_code IS NOT NULL THEN concat_ws('/', sku_code, tier, model) END AS SkuPriceId,
  CASE WHEN nature IN ('Usage', 'Purchase') THEN sku_text END AS SkuMeter,
  {tags} AS Tags,
  -- Used and unused parts must add up to what the commitment costs in the period; usage whose fee stands elsewhere is due with what it bills.
  CAST(coalesce(due, CASE WHEN nature = 'Usage' AND is_commitment AND unmatched IS NOT NULL THEN nullif(piece_effective, 0) END) AS VARCHAR) AS x_CommitmentDue,
  CASE WHEN nature IN ('Usage', 'Purchase') THEN unmatched END AS x_CommitmentUnmatched,
  cost_type AS x_CostType,
  CAST(piece_cost AS VARCHAR) AS x_Cost,
  credits AS x_Credits,
  model AS x_ConsumptionModel,
  adjustment AS x_AdjustmentMode,
  CAST(currency_conversion_rate AS VARCHAR) AS x_CurrencyConversionRate,
  CAST(export_time AS VARCHAR) AS x_ExportTime,
  CASE WHEN coalesce(piece_list, 0) = 0 THEN 'true' END AS x_ListCostEstimated,
  CASE WHEN piece_cost IS NULL OR role = 'unused' THEN 'true' END AS x_ContractedCostEstimated,
  {source_file} AS x_SourceFile{extra_columns}
FROM charges LEFT JOIN {services} AS services ON services.description = service_text
