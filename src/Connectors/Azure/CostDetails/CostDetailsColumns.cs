using Outlay.Focus;
using Outlay.Ingest.Formats;

namespace Outlay.Connectors.Azure.CostDetails;

/// <summary>The columns that the mapping reads, under the names that enterprise, customer and pay-as-you-go agreements give them.</summary>
internal static class CostDetailsColumns
{
    public static IReadOnlyList<NativeColumn> All { get; } =
    [
        Exact("cost", "CostInBillingCurrency", "Cost", "PreTaxCost"),
        Exact("quantity", "Quantity", "UsageQuantity"),
        Exact("unit_price", "UnitPrice"),
        Exact("pay_g_price", "PayGPrice"),
        Exact("payg_cost", "PaygCostInBillingCurrency"),
        Exact("exchange_rate", "ExchangeRatePricingToBilling"),
        Instant("day", "Date", "UsageDateTime", "UsageDate"),
        Instant("billing_period_start", "BillingPeriodStartDate"),
        Text("additional_info", "AdditionalInfo"),
        Text("availability_zone", "AvailabilityZone"),
        Text("benefit_id", "BenefitId"),
        Text("benefit_name", "BenefitName"),
        Text("billing_account_id", "BillingAccountId"),
        Text("billing_account_name", "BillingAccountName"),
        Text("billing_currency", "BillingCurrency", "BillingCurrencyCode", "Currency"),
        Text("billing_profile_id", "BillingProfileId"),
        Text("billing_profile_name", "BillingProfileName"),
        Text("charge_type", "ChargeType"),
        Text("consumed_service", "ConsumedService"),
        Text("cost_center", "CostCenter"),
        Text("frequency", "Frequency"),
        Text("invoice_id", "InvoiceId"),
        Text("invoice_section", "InvoiceSectionName", "InvoiceSection"),
        Text("meter_category", "MeterCategory"),
        Text("meter_id", "MeterId"),
        Text("meter_name", "MeterName"),
        Text("meter_sub_category", "MeterSubCategory"),
        Text("part_number", "PartNumber"),
        Text("partner_name", "PartnerName"),
        Text("pricing_currency", "PricingCurrency"),
        Text("pricing_model", "PricingModel"),
        Text("product", "ProductName", "Product"),
        Text("product_id", "ProductId"),
        Text("publisher_name", "PublisherName"),
        Text("publisher_type", "PublisherType"),
        Text("reseller_name", "ResellerName"),
        Text("reservation_id", "ReservationId"),
        Text("reservation_name", "ReservationName"),
        Text("resource_group", "ResourceGroup", "ResourceGroupName"),
        Text("resource_id", "ResourceId", "InstanceId"),
        Text("resource_location", "ResourceLocation"),
        Text("resource_name", "ResourceName"),
        Text("resource_type", "ResourceType"),
        Text("service_name", "ServiceName"),
        Text("subscription_id", "SubscriptionId", "SubscriptionGuid"),
        Text("subscription_name", "SubscriptionName"),
        Text("unit_of_measure", "UnitOfMeasure"),
        new("tags", FocusType.KeyValue, "Tags"),
    ];

    private static NativeColumn Text(string name, params string[] headers) =>
        new(name, FocusType.String, headers);

    // Azure computes with 28 digits and writes them all.
    private static NativeColumn Exact(string name, params string[] headers) =>
        new(name, FocusType.Decimal, headers) { MayRound = true };

    private static NativeColumn Instant(string name, params string[] headers) =>
        new(name, FocusType.DateTime, headers);
}
