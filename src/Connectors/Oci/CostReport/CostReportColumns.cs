using Outlay.Focus;
using Outlay.Ingest.Formats;

namespace Outlay.Connectors.Oci.CostReport;

/// <summary>The columns that the mapping reads.</summary>
internal static class CostReportColumns
{
    public static IReadOnlyList<NativeColumn> All { get; } =
    [
        Text("reference_no", "lineItem/referenceNo"),
        Text("tenant_id", "lineItem/tenantId"),
        Instant("usage_start", "lineItem/intervalUsageStart"),
        Instant("usage_end", "lineItem/intervalUsageEnd"),
        Text("is_correction", "lineItem/isCorrection"),
        Text("back_reference_no", "lineItem/backreferenceNo"),
        Text("service", "product/service"),
        Text("description", "product/Description"),
        Text("compartment_id", "product/compartmentId"),
        Text("compartment_name", "product/compartmentName"),
        Text("region", "product/region"),
        Text("availability_domain", "product/availabilityDomain"),
        Text("resource_id", "product/resourceId", "product/resource"),
        Exact("billed_quantity", "usage/billedQuantity"),
        Exact("billed_quantity_overage", "usage/billedQuantityOverage"),
        Text("subscription_id", "cost/subscriptionId"),
        Text("product_sku", "cost/productSku"),
        Exact("unit_price", "cost/unitPrice"),
        Exact("unit_price_overage", "cost/unitPriceOverage"),
        Exact("my_cost", "cost/myCost"),
        Exact("my_cost_overage", "cost/myCostOverage"),
        Text("currency_code", "cost/currencyCode"),
        Text("billing_unit", "cost/billingUnitReadable"),
        Text("sku_unit_description", "cost/skuUnitDescription"),
        Text("overage_flag", "cost/overageFlag"),
    ];

    private static NativeColumn Text(string name, params string[] headers) =>
        new(name, FocusType.String, headers);

    // Oracle writes eighteen fraction digits, and more where it divides.
    private static NativeColumn Exact(string name, string header) =>
        new(name, FocusType.Decimal, header) { MayRound = true };

    private static NativeColumn Instant(string name, string header) =>
        new(name, FocusType.DateTime, header);
}
