WITH details AS (
  SELECT *,
    lower(coalesce(charge_type, 'usage')) AS kind,
    lower(replace(coalesce(pricing_model, ''), ' ', '')) AS model,
    coalesce(nullif(benefit_id, ''), nullif(reservation_id, '')) AS benefit,
    -- 10K, 100 Hours, 1/Month, 10,000s: the number says how many units one price is for.
    CAST(coalesce(nullif(replace(regexp_extract(unit_of_measure, '^([0-9][0-9,]*)', 1), ',', ''), ''), '1') AS BIGINT)
      * CASE upper(regexp_extract(unit_of_measure, '^[0-9][0-9,]*\s*([KMB])\b', 1)) WHEN 'K' THEN 1000 WHEN 'M' THEN 1000000 WHEN 'B' THEN 1000000000 ELSE 1 END AS block,
    nullif(trim(regexp_replace(unit_of_measure, '^[0-9][0-9,]*\s*([KMB]\b)?\s*/?\s*', '')), '') AS unit,
    regexp_replace(lower(resource_location), '[^a-z0-9]', '', 'g') AS place,
    CASE WHEN json_valid(additional_info) THEN additional_info WHEN json_valid('{left}' || additional_info || '{right}') THEN '{left}' || additional_info || '{right}' END AS info
  FROM native
), charges AS (
  SELECT *,
    kind LIKE 'unused%' OR (kind = 'usage' AND model IN ('reservation', 'savingsplan')) AS is_spread,
    kind IN ('purchase', 'refund') AND model IN ('reservation', 'savingsplan') AS is_bought,
    coalesce(publisher_type, '') ILIKE 'marketplace' AS is_marketplace,
    -- A number of units for each price, not money: the division may round in the thirteenth digit.
    CAST(round(CAST(quantity AS DOUBLE) / block, 12) AS DECIMAL(38, 18)) AS blocks
  FROM details
), priced AS (
  SELECT *,
    CASE WHEN is_spread THEN 0 ELSE cost END AS billed,
    CASE WHEN is_bought THEN 0 ELSE cost END AS effective,
    kind = 'usage' AS is_used
  FROM charges
)
SELECT
  coalesce(billing_profile_id, billing_account_id, subscription_id) AS BillingAccountId,
  coalesce(billing_profile_name, billing_account_name) AS BillingAccountName,
  CASE WHEN {mca} THEN 'Billing Profile' ELSE 'Billing Account' END AS BillingAccountType,
  subscription_id AS SubAccountId,
  coalesce(subscription_name, subscription_id) AS SubAccountName,
  CASE WHEN subscription_id IS NOT NULL THEN 'Subscription' END AS SubAccountType,
  {currency} AS BillingCurrency,
  {period} AS BillingPeriodStart,
  {period} + INTERVAL 1 MONTH AS BillingPeriodEnd,
  day AS ChargePeriodStart,
  day + INTERVAL 1 DAY AS ChargePeriodEnd,
  invoice_id AS InvoiceId,
  coalesce(reseller_name, partner_name, 'Microsoft') AS InvoiceIssuerName,
  'Microsoft' AS HostProviderName,
  CASE WHEN is_marketplace THEN coalesce(publisher_name, 'Microsoft') ELSE 'Microsoft' END AS ServiceProviderName,
  CASE
    WHEN kind LIKE 'unused%' OR kind = 'usage' THEN 'Usage'
    WHEN kind IN ('purchase', 'refund') THEN 'Purchase'
    WHEN kind = 'tax' THEN 'Tax' WHEN kind = 'credit' THEN 'Credit' ELSE 'Adjustment'
  END AS ChargeCategory,
  CASE WHEN kind = 'refund' THEN 'Correction' END AS ChargeClass,
  CASE
    -- Savings plans arrive as usage-based purchases.
    WHEN kind IN ('purchase', 'refund') THEN CASE WHEN frequency ILIKE 'recurring' THEN 'Recurring' ELSE 'One-Time' END
    WHEN frequency ILIKE 'recurring' THEN 'Recurring' WHEN frequency ILIKE 'onetime' THEN 'One-Time' ELSE 'Usage-Based'
  END AS ChargeFrequency,
  coalesce(product, meter_name) AS ChargeDescription,
  billed AS BilledCost,
  effective AS EffectiveCost,
  coalesce(nullif(payg_cost, 0), CASE WHEN pay_g_price <> 0 AND is_used THEN CAST(pay_g_price * {rate} AS DECIMAL(18, 9)) * CAST(blocks AS DECIMAL(20, 9)) END, CASE WHEN is_bought THEN billed ELSE effective END) AS ListCost,
  coalesce(CASE WHEN unit_price <> 0 AND is_used THEN CAST(unit_price * {rate} AS DECIMAL(18, 9)) * CAST(blocks AS DECIMAL(20, 9)) END, CASE WHEN is_bought THEN billed ELSE effective END) AS ContractedCost,
  CASE WHEN is_used THEN nullif(CAST(pay_g_price * {rate} AS DECIMAL(38, 18)), 0) END AS ListUnitPrice,
  CASE WHEN is_used THEN nullif(CAST(unit_price * {rate} AS DECIMAL(38, 18)), 0) END AS ContractedUnitPrice,
  coalesce(pricing_currency, {currency}) AS PricingCurrency,
  CASE
    WHEN is_spread THEN 'Committed'
    WHEN model = 'spot' THEN 'Dynamic'
    WHEN kind IN ('usage', 'purchase', 'refund') THEN CASE WHEN model IN ('ondemand', '') AND NOT is_marketplace THEN 'Standard' ELSE 'Other' END
  END AS PricingCategory,
  CASE WHEN kind IN ('usage', 'purchase', 'refund') THEN blocks END AS PricingQuantity,
  CASE WHEN kind IN ('usage', 'purchase', 'refund') THEN unit_of_measure END AS PricingUnit,
  CASE WHEN is_used THEN quantity END AS ConsumedQuantity,
  CASE WHEN is_used THEN coalesce(unit, unit_of_measure) END AS ConsumedUnit,
  CASE WHEN is_spread OR is_bought THEN lower(benefit) END AS CommitmentDiscountId,
  CASE WHEN (is_spread OR is_bought) AND benefit IS NOT NULL THEN coalesce(nullif(benefit_name, ''), reservation_name) END AS CommitmentDiscountName,
  CASE WHEN (is_spread OR is_bought) AND benefit IS NOT NULL THEN CASE WHEN model = 'savingsplan' OR kind = 'unusedsavingsplan' THEN 'Savings Plan' ELSE 'Reservation' END END AS CommitmentDiscountType,
  CASE WHEN (is_spread OR is_bought) AND benefit IS NOT NULL THEN CASE WHEN model = 'savingsplan' OR kind = 'unusedsavingsplan' THEN 'Spend' ELSE 'Usage' END END AS CommitmentDiscountCategory,
  CASE WHEN is_spread AND benefit IS NOT NULL THEN CASE WHEN kind LIKE 'unused%' THEN 'Unused' ELSE 'Used' END END AS CommitmentDiscountStatus,
  CASE WHEN (is_spread OR is_bought) AND benefit IS NOT NULL THEN CASE WHEN model = 'savingsplan' OR kind = 'unusedsavingsplan' THEN cost ELSE quantity END END AS CommitmentDiscountQuantity,
  CASE WHEN (is_spread OR is_bought) AND benefit IS NOT NULL THEN CASE WHEN model = 'savingsplan' OR kind = 'unusedsavingsplan' THEN {currency} ELSE coalesce(unit, 'Hours') END END AS CommitmentDiscountUnit,
  coalesce(nullif(resource_id, ''), CASE WHEN is_bought THEN benefit END) AS ResourceId,
  coalesce(nullif(resource_name, ''), nullif(regexp_extract(resource_id, '([^/]+)/*$', 1), '')) AS ResourceName,
  coalesce(nullif(regexp_extract(lower(resource_id), '.*/providers/([^/]+/[^/]+)/', 1), ''), CASE WHEN resource_id IS NOT NULL THEN resource_type END) AS ResourceType,
  regions.id AS RegionId,
  regions.name AS RegionName,
  nullif(availability_zone, '') AS AvailabilityZone,
  coalesce(meter_category, service_name, consumed_service, product, 'Azure') AS ServiceName,
  coalesce(services.category, 'Other') AS ServiceCategory,
  coalesce(services.subcategory, 'Other (Other)') AS ServiceSubcategory,
  CASE WHEN kind <> 'tax' THEN coalesce(product_id, part_number, meter_id) END AS SkuId,
  CASE WHEN kind <> 'tax' THEN coalesce(meter_id, part_number) END AS SkuPriceId,
  CASE WHEN kind <> 'tax' THEN meter_name END AS SkuMeter,
  CASE WHEN json_extract_string(info, '$.ServiceType') IS NOT NULL THEN MAP {'InstanceType': json_extract_string(info, '$.ServiceType')} END AS SkuPriceDetails,
  json_extract_string(info, '$.VMCapacityReservationId') AS CapacityReservationId,
  CASE WHEN json_extract_string(info, '$.VMCapacityReservationId') IS NOT NULL THEN CASE WHEN lower(resource_id) LIKE '%/capacityreservations/%' THEN 'Unused' ELSE 'Used' END END AS CapacityReservationStatus,
  tags AS Tags,
  charge_type AS x_ChargeType,
  pricing_model AS x_PricingModel,
  meter_category AS x_MeterCategory,
  meter_sub_category AS x_MeterSubCategory,
  consumed_service AS x_ConsumedService,
  cost_center AS x_CostCenter,
  resource_group AS x_ResourceGroup,
  invoice_section AS x_InvoiceSection,
  additional_info AS x_AdditionalInfo,
  CASE WHEN coalesce(nullif(payg_cost, 0), CASE WHEN is_used THEN nullif(pay_g_price, 0) END) IS NULL THEN 'true' END AS x_ListCostEstimated,
  CASE WHEN NOT is_used OR coalesce(unit_price, 0) = 0 THEN 'true' END AS x_ContractedCostEstimated,
  -- In an actual export the usage that a commitment covers costs nothing; what it used up of the commitment is not in it.
  CASE WHEN is_spread AND kind = 'usage' AND cost = 0 AND {alone} THEN 'true' END AS x_EffectiveCostUnknown,
  {source_file} AS x_SourceFile{extra_columns}
FROM priced
LEFT JOIN {regions} AS regions ON regions.spelling = place
LEFT JOIN {services} AS services ON services.meter = lower(priced.meter_category)
WHERE {kept}
