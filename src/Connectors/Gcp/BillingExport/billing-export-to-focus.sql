WITH details AS (
  SELECT *,
    {credited} AS credited,
    list_filter({credit_list}, c -> coalesce(c ->> '$.type', '') LIKE 'COMMITTED_USAGE%') AS commitments,
    -- The invoice's month, never the month of the usage: usage of a month's last hours belongs to the next invoice, and late usage to a later one.
    coalesce(CAST(try_strptime(coalesce(invoice_month, json_extract_string(invoice, '$.month')), '%Y%m') AS TIMESTAMP), date_trunc('month', usage_start_time)) AS invoiced,
    lower(coalesce(cost_type, 'regular')) AS kind,
    coalesce(service_description, json_extract_string(service, '$.description'), service_id, json_extract_string(service, '$.id'), 'Google Cloud') AS service_text,
    coalesce(sku_description, json_extract_string(sku, '$.description')) AS sku_text,
    coalesce(sku_id, json_extract_string(sku, '$.id')) AS sku_code,
    coalesce(project_id, json_extract_string(project, '$.id')) AS project_code,
    coalesce(project_name, json_extract_string(project, '$.name')) AS project_text,
    coalesce(location_region, json_extract_string(location, '$.region'), location_location, json_extract_string(location, '$.location')) AS place,
    coalesce(location_zone, json_extract_string(location, '$.zone')) AS zone_text,
    coalesce(resource_global_name, json_extract_string(resource, '$.global_name')) AS resource_path,
    coalesce(resource_name, json_extract_string(resource, '$.name')) AS resource_text,
    coalesce(usage_amount, TRY_CAST(json_extract_string(usage, '$.amount') AS DECIMAL(38, 18))) AS used,
    coalesce(usage_unit, json_extract_string(usage, '$.unit')) AS used_unit,
    coalesce(usage_amount_in_pricing_units, TRY_CAST(json_extract_string(usage, '$.amount_in_pricing_units') AS DECIMAL(38, 18))) AS priced,
    coalesce(usage_pricing_unit, json_extract_string(usage, '$.pricing_unit')) AS priced_unit,
    coalesce(price_effective_price, TRY_CAST(json_extract_string(price, '$.effective_price') AS DECIMAL(38, 18))) AS unit_price,
    coalesce(price_list_price, TRY_CAST(json_extract_string(price, '$.list_price') AS DECIMAL(38, 18))) AS list_unit_price,
    coalesce(price_tier_start_amount, json_extract_string(price, '$.tier_start_amount')) AS tier,
    coalesce(consumption_model_id, json_extract_string(consumption_model, '$.id')) AS model,
    coalesce(invoice_publisher_type, json_extract_string(invoice, '$.publisher_type')) AS publisher,
    coalesce(adjustment_info_mode, json_extract_string(adjustment_info, '$.mode')) AS adjustment
  FROM native
), charges AS (
  SELECT *,
    coalesce(cost, 0) + credited AS billed,
    CASE
      WHEN kind = 'tax' THEN 'Tax'
      WHEN kind IN ('rounding_error', 'roundoff') THEN 'Adjustment'
      WHEN kind IN ('regular', 'adjustment') AND sku_text LIKE 'Commitment%' THEN 'Purchase'
      ELSE 'Usage'
    END AS nature
  FROM details
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
  CASE WHEN kind = 'adjustment' OR coalesce(adjustment, '') <> '' THEN 'Correction' END AS ChargeClass,
  CASE WHEN nature = 'Purchase' THEN 'Recurring' WHEN nature = 'Adjustment' THEN 'One-Time' ELSE 'Usage-Based' END AS ChargeFrequency,
  sku_text AS ChargeDescription,
  billed AS BilledCost,
  billed AS EffectiveCost,
  coalesce(nullif(cost_at_list, 0), cost, billed) AS ListCost,
  coalesce(cost_at_effective_price_default, cost, billed) AS ContractedCost,
  CASE WHEN nature = 'Usage' THEN list_unit_price END AS ListUnitPrice,
  CASE WHEN nature = 'Usage' THEN unit_price END AS ContractedUnitPrice,
  'USD' AS PricingCurrency,
  CASE
    WHEN nature = 'Usage' AND len(commitments) > 0 THEN 'Committed'
    WHEN nature = 'Usage' AND (sku_text ILIKE 'spot %' OR sku_text ILIKE '%preemptible%') THEN 'Dynamic'
    WHEN nature IN ('Usage', 'Purchase') THEN 'Standard'
  END AS PricingCategory,
  CASE WHEN nature IN ('Usage', 'Purchase') THEN priced END AS PricingQuantity,
  CASE WHEN nature IN ('Usage', 'Purchase') THEN priced_unit END AS PricingUnit,
  CASE WHEN nature = 'Usage' THEN used END AS ConsumedQuantity,
  CASE WHEN nature = 'Usage' THEN used_unit END AS ConsumedUnit,
  -- Two commitments on one line have one charge; which of them it names would be a guess.
  CASE WHEN nature = 'Usage' AND len(commitments) = 1 THEN coalesce(commitments[1] ->> '$.id', commitments[1] ->> '$.full_name', commitments[1] ->> '$.name') END AS CommitmentDiscountId,
  CASE WHEN nature = 'Usage' AND len(commitments) = 1 THEN coalesce(commitments[1] ->> '$.full_name', commitments[1] ->> '$.name') END AS CommitmentDiscountName,
  CASE WHEN nature = 'Usage' AND len(commitments) = 1 THEN CASE WHEN commitments[1] ->> '$.type' LIKE '%DOLLAR_BASE' THEN 'Spend' ELSE 'Usage' END END AS CommitmentDiscountCategory,
  CASE WHEN nature = 'Usage' AND len(commitments) = 1 THEN 'Committed Use Discount' END AS CommitmentDiscountType,
  CASE WHEN nature = 'Usage' AND len(commitments) = 1 THEN 'Used' END AS CommitmentDiscountStatus,
  CASE WHEN nature = 'Usage' AND len(commitments) = 1 THEN used END AS CommitmentDiscountQuantity,
  CASE WHEN nature = 'Usage' AND len(commitments) = 1 THEN used_unit END AS CommitmentDiscountUnit,
  coalesce(resource_path, resource_text) AS ResourceId,
  resource_text AS ResourceName,
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
  cost_type AS x_CostType,
  CAST(cost AS VARCHAR) AS x_Cost,
  credits AS x_Credits,
  model AS x_ConsumptionModel,
  adjustment AS x_AdjustmentMode,
  CAST(currency_conversion_rate AS VARCHAR) AS x_CurrencyConversionRate,
  CAST(export_time AS VARCHAR) AS x_ExportTime,
  CASE WHEN coalesce(cost_at_list, 0) = 0 THEN 'true' END AS x_ListCostEstimated,
  CASE WHEN cost IS NULL THEN 'true' END AS x_ContractedCostEstimated,
  {source_file} AS x_SourceFile{extra_columns}
FROM charges LEFT JOIN {services} AS services ON services.description = service_text
