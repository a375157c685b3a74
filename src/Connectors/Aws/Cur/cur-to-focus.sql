WITH lines AS (
  SELECT *,
    coalesce(line_item_line_item_type, 'Usage') AS type,
    -- With private pricing the net columns hold what is paid; the lines of the discounts would take it off a second time.
    {net} AND line_item_line_item_type IN ('EdpDiscount', 'SppDiscount', 'PrivateRateDiscount', 'BundledDiscount', 'Discount') AS is_netted_discount,
    coalesce(line_item_net_unblended_cost, line_item_unblended_cost, 0) AS cost,
    coalesce(reservation_net_effective_cost, reservation_effective_cost, 0) AS reservation_effective,
    coalesce(savings_plan_net_savings_plan_effective_cost, savings_plan_savings_plan_effective_cost, 0) AS plan_effective,
    -- Both figures are those of the fee's own hour.
    {plan_left} AS commitment_left,
    coalesce(reservation_net_unused_amortized_upfront_fee_for_billing_period, reservation_unused_amortized_upfront_fee_for_billing_period, 0)
      + coalesce(reservation_net_unused_recurring_fee, reservation_unused_recurring_fee, 0) AS reservation_left,
    coalesce(reservation_reservation_a_r_n, savings_plan_savings_plan_a_r_n) AS commitment,
    bill_billing_entity = 'AWS Marketplace' AS is_marketplace,
    coalesce(product_product_name, product['product_name'], product['servicename'], product_servicename, product_servicecode, product['servicecode'], line_item_product_code, line_item_legal_entity, 'AWS') AS service,
    coalesce(product_region_code, product['region_code'], product_region, product['region'],
      nullif(regexp_extract(line_item_availability_zone, '^([a-z]{2}(-[a-z]+)+-[0-9]+)', 1), '')) AS region
  FROM native
), parts AS (
  -- A fee is a purchase, and beside it usage that nobody used; a negation only cancels the on-demand cost of a covered line.
  SELECT *, unnest(CASE
    WHEN type = 'SavingsPlanNegation' OR is_netted_discount THEN []
    WHEN type = 'SavingsPlanRecurringFee' THEN CASE WHEN commitment_left <> 0 THEN ['purchase', 'unused'] ELSE ['purchase'] END
    WHEN type = 'RIFee' THEN CASE WHEN reservation_left <> 0 THEN ['purchase', 'unused'] ELSE ['purchase'] END
    WHEN type = 'SavingsPlanUpfrontFee' THEN ['purchase']
    WHEN type = 'Fee' AND commitment IS NOT NULL THEN ['purchase']
    WHEN type IN ('Fee', 'FlatRateSubscription') THEN ['fee']
    WHEN type IN ('DiscountedUsage', 'SavingsPlanCoveredUsage') THEN ['covered']
    WHEN type = 'Usage' THEN ['usage']
    WHEN type = 'Tax' THEN ['tax']
    WHEN type = 'Credit' THEN ['credit']
    WHEN type = 'Refund' THEN ['refund']
    ELSE ['adjustment']
  END) AS part
  FROM lines
), priced AS (
  SELECT *,
    CASE WHEN part IN ('covered', 'unused') THEN 0 ELSE cost END AS billed,
    CASE
      WHEN part = 'purchase' THEN 0
      WHEN part = 'refund' AND commitment IS NOT NULL THEN 0
      WHEN part = 'unused' THEN CASE WHEN type = 'RIFee' THEN reservation_left ELSE commitment_left END
      WHEN type = 'DiscountedUsage' THEN reservation_effective
      WHEN type = 'SavingsPlanCoveredUsage' THEN plan_effective
      ELSE cost
    END AS effective,
    part IN ('usage', 'covered') AND coalesce(split_line_item_parent_resource_id, '') = '' AS is_metered,
    part IN ('covered', 'unused', 'purchase') AND commitment IS NOT NULL AS is_commitment
  FROM parts
)
SELECT
  bill_payer_account_id AS BillingAccountId,
  bill_payer_account_name AS BillingAccountName,
  'Payer Account' AS BillingAccountType,
  line_item_usage_account_id AS SubAccountId,
  coalesce(line_item_usage_account_name, line_item_usage_account_id) AS SubAccountName,
  CASE WHEN line_item_usage_account_id IS NOT NULL THEN 'Account' END AS SubAccountType,
  {currency} AS BillingCurrency,
  coalesce(bill_billing_period_start_date, date_trunc('month', line_item_usage_start_date)) AS BillingPeriodStart,
  coalesce(bill_billing_period_end_date, date_trunc('month', coalesce(bill_billing_period_start_date, line_item_usage_start_date)) + INTERVAL 1 MONTH) AS BillingPeriodEnd,
  line_item_usage_start_date AS ChargePeriodStart,
  coalesce(line_item_usage_end_date, line_item_usage_start_date + INTERVAL 1 HOUR) AS ChargePeriodEnd,
  bill_invoice_id AS InvoiceId,
  coalesce(bill_invoicing_entity, 'Amazon Web Services, Inc.') AS InvoiceIssuerName,
  'AWS' AS HostProviderName,
  CASE WHEN is_marketplace THEN coalesce(line_item_legal_entity, 'AWS') ELSE 'AWS' END AS ServiceProviderName,
  CASE part
    WHEN 'tax' THEN 'Tax' WHEN 'credit' THEN 'Credit' WHEN 'adjustment' THEN 'Adjustment'
    WHEN 'purchase' THEN 'Purchase' WHEN 'fee' THEN 'Purchase'
    -- A refund has the category of what is refunded.
    WHEN 'refund' THEN CASE WHEN commitment IS NOT NULL OR line_item_line_item_description ILIKE '%one-time fee%' THEN 'Purchase' ELSE 'Usage' END
    ELSE 'Usage'
  END AS ChargeCategory,
  -- Money back for a month that is invoiced corrects that month.
  CASE WHEN part = 'refund' AND (bill_bill_type = 'Refund' OR date_trunc('month', line_item_usage_start_date) < bill_billing_period_start_date) THEN 'Correction' END AS ChargeClass,
  CASE
    WHEN type IN ('SavingsPlanRecurringFee', 'RIFee') AND part = 'purchase' THEN 'Recurring'
    WHEN part = 'fee' AND (line_item_product_code ILIKE '%support%' OR type = 'FlatRateSubscription') THEN 'Recurring'
    WHEN part IN ('purchase', 'fee', 'credit', 'refund') THEN 'One-Time'
    ELSE 'Usage-Based'
  END AS ChargeFrequency,
  line_item_line_item_description AS ChargeDescription,
  billed AS BilledCost,
  effective AS EffectiveCost,
  -- What the same use costs on demand; a fee has no other price than its own.
  CASE WHEN is_metered THEN coalesce(pricing_public_on_demand_cost, CASE WHEN part = 'covered' THEN effective ELSE billed END)
    WHEN part = 'unused' THEN effective ELSE billed END AS ListCost,
  CASE WHEN part = 'covered' THEN coalesce(CASE WHEN type = 'SavingsPlanCoveredUsage' THEN nullif(cost, 0) END, pricing_public_on_demand_cost, effective)
    WHEN part = 'unused' THEN effective ELSE billed END AS ContractedCost,
  CASE WHEN is_metered THEN coalesce(pricing_public_on_demand_rate, line_item_unblended_rate) END AS ListUnitPrice,
  CASE WHEN is_metered THEN CASE WHEN type = 'DiscountedUsage' THEN pricing_public_on_demand_rate ELSE coalesce(line_item_net_unblended_rate, line_item_unblended_rate) END END AS ContractedUnitPrice,
  pricing_currency AS PricingCurrency,
  CASE
    WHEN part = 'covered' OR part = 'unused' THEN 'Committed'
    WHEN part IN ('usage', 'refund') THEN CASE WHEN line_item_usage_type LIKE '%SpotUsage%' THEN 'Dynamic' ELSE 'Standard' END
    WHEN part IN ('purchase', 'fee') THEN 'Standard'
  END AS PricingCategory,
  CASE WHEN is_metered OR part IN ('purchase', 'fee') THEN line_item_usage_amount WHEN part = 'unused' THEN reservation_unused_quantity END AS PricingQuantity,
  CASE WHEN is_metered OR part IN ('purchase', 'fee', 'unused') THEN pricing_unit END AS PricingUnit,
  CASE WHEN is_metered THEN line_item_usage_amount END AS ConsumedQuantity,
  CASE WHEN is_metered THEN pricing_unit END AS ConsumedUnit,
  CASE WHEN is_commitment THEN commitment END AS CommitmentDiscountId,
  CASE WHEN is_commitment THEN CASE WHEN reservation_reservation_a_r_n IS NOT NULL THEN 'Usage' ELSE 'Spend' END END AS CommitmentDiscountCategory,
  CASE WHEN is_commitment THEN CASE WHEN reservation_reservation_a_r_n IS NOT NULL THEN 'Reserved Instance' ELSE 'Savings Plan' END END AS CommitmentDiscountType,
  CASE WHEN is_commitment THEN CASE part WHEN 'covered' THEN 'Used' WHEN 'unused' THEN 'Unused' END END AS CommitmentDiscountStatus,
  CASE WHEN is_commitment THEN CASE
    WHEN reservation_reservation_a_r_n IS NULL THEN CASE part WHEN 'purchase' THEN coalesce(savings_plan_total_commitment_to_date, cost) ELSE effective END
    WHEN part = 'covered' THEN coalesce(line_item_normalized_usage_amount, line_item_usage_amount)
    WHEN part = 'unused' THEN coalesce(reservation_unused_normalized_unit_quantity, reservation_unused_quantity)
    ELSE coalesce(reservation_total_reserved_normalized_units, reservation_total_reserved_units, line_item_usage_amount) END END AS CommitmentDiscountQuantity,
  CASE WHEN is_commitment THEN CASE
    WHEN reservation_reservation_a_r_n IS NULL THEN {currency}
    WHEN coalesce(line_item_normalized_usage_amount, reservation_unused_normalized_unit_quantity, reservation_total_reserved_normalized_units) IS NOT NULL THEN 'Normalized Hours'
    ELSE 'Hours' END END AS CommitmentDiscountUnit,
  CASE WHEN part IN ('purchase', 'unused') THEN coalesce(line_item_resource_id, commitment) ELSE nullif(line_item_resource_id, '') END AS ResourceId,
  CASE WHEN line_item_resource_id LIKE 'arn:%' THEN nullif(regexp_extract(line_item_resource_id, '([^/:]+)$', 1), '') END AS ResourceName,
  CASE WHEN line_item_resource_id LIKE 'arn:%' THEN nullif(concat_ws(':', nullif(split_part(line_item_resource_id, ':', 3), ''),
    nullif(regexp_extract(split_part(line_item_resource_id, ':', 6), '^([A-Za-z-]+)', 1), '')), '') END AS ResourceType,
  CASE WHEN part <> 'tax' AND region <> 'global' THEN region END AS RegionId,
  CASE WHEN part <> 'tax' AND region <> 'global' THEN coalesce(product_location, product['location'], region) END AS RegionName,
  -- Some lines carry the region in the zone's place.
  CASE WHEN regexp_full_match(line_item_availability_zone, '.*-[0-9]+[a-z]') OR line_item_availability_zone LIKE '%-%-%-%-%' THEN line_item_availability_zone END AS AvailabilityZone,
  service AS ServiceName,
  coalesce(categories.category, 'Other') AS ServiceCategory,
  coalesce(categories.subcategory, 'Other (Other)') AS ServiceSubcategory,
  CASE WHEN part NOT IN ('tax', 'credit', 'adjustment') THEN coalesce(product_sku, product['sku'], nullif(split_part(pricing_rate_code, '.', 1), '')) END AS SkuId,
  CASE WHEN part NOT IN ('tax', 'credit', 'adjustment') THEN pricing_rate_code END AS SkuPriceId,
  CASE WHEN part NOT IN ('tax', 'adjustment') THEN line_item_usage_type END AS SkuMeter,
  CASE WHEN part NOT IN ('tax', 'credit', 'adjustment') THEN {sku_price_details} END AS SkuPriceDetails,
  CASE WHEN line_item_usage_type LIKE '%UnusedBox%' OR line_item_usage_type LIKE '%UnusedDed%' THEN line_item_resource_id END AS CapacityReservationId,
  CASE WHEN line_item_usage_type LIKE '%UnusedBox%' OR line_item_usage_type LIKE '%UnusedDed%' THEN 'Unused' END AS CapacityReservationStatus,
  CASE WHEN split_line_item_parent_resource_id <> '' THEN line_item_resource_id END AS AllocatedResourceId,
  CASE WHEN split_line_item_parent_resource_id <> '' THEN 'aws-split-cost-allocation' END AS AllocatedMethodId,
  {tags} AS Tags,
  -- A month of a reservation is whole only on its final invoice; a plan's hour always is.
  CASE WHEN part = 'purchase' AND type = 'SavingsPlanRecurringFee' THEN CAST({plan_due} AS VARCHAR)
    WHEN part = 'purchase' AND type = 'RIFee' AND bill_invoice_id IS NOT NULL
      THEN CAST(cost + coalesce(reservation_net_amortized_upfront_fee_for_billing_period, reservation_amortized_upfront_fee_for_billing_period) AS VARCHAR) END AS x_CommitmentDue,
  CAST(reservation_amortized_upfront_fee_for_billing_period AS VARCHAR) AS x_AmortizedUpfrontFee,
  type AS x_LineItemType,
  line_item_operation AS x_Operation,
  line_item_product_code AS x_ServiceCode,
  line_item_usage_type AS x_UsageType,
  bill_bill_type AS x_BillType,
  line_item_tax_type AS x_TaxType,
  pricing_purchase_option AS x_PurchaseOption,
  pricing_term AS x_PricingTerm,
  {cost_categories} AS x_CostCategories,
  split_line_item_parent_resource_id AS x_SplitParentResourceId,
  CAST(split_line_item_split_cost AS VARCHAR) AS x_SplitCost,
  CAST(split_line_item_unused_cost AS VARCHAR) AS x_SplitUnusedCost,
  CASE WHEN is_metered AND pricing_public_on_demand_cost IS NOT NULL THEN NULL ELSE 'true' END AS x_ListCostEstimated,
  CASE WHEN part = 'covered' AND type = 'DiscountedUsage' AND pricing_public_on_demand_cost IS NULL THEN 'true' END AS x_ContractedCostEstimated,
  {source_file} AS x_SourceFile{extra_columns}
FROM priced LEFT JOIN {services} AS categories ON categories.code = line_item_product_code
