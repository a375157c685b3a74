using static Outlay.Query.DimensionGroup;

namespace Outlay.Query;

/// <summary>The FOCUS columns that are dimensions, with the names people know them by.</summary>
internal static class DimensionCatalog
{
    public static IReadOnlyList<DimensionInfo> Rows { get; } =
    [
        Common("HostProviderName", "Cloud", Provider),
        Row("ServiceProviderName", "Provider", Provider),
        Row("InvoiceIssuerName", "Invoice issuer", Provider),
        Common("SubAccountName", "Account", Account),
        Row("SubAccountId", "Account ID", Account),
        Row("SubAccountType", "Account type", Account),
        Common("BillingAccountName", "Billing account", Account),
        Row("BillingAccountId", "Billing account ID", Account),
        Row("BillingAccountType", "Billing account type", Account),
        Common("BillingPeriodStart", "Billing period", Account),
        Row("BillingPeriodEnd", "Billing period end", Account),
        Row("BillingCurrency", "Billing currency", Account),
        Row("InvoiceId", "Invoice", Account),
        Row("InvoiceDetailId", "Invoice line", Account),
        Common("ServiceName", "Service", Service),
        Common("ServiceCategory", "Service category", Service),
        Row("ServiceSubcategory", "Service subcategory", Service),
        Row("SkuMeter", "Meter", Service),
        Row("SkuId", "SKU", Service),
        Row("SkuPriceId", "SKU price", Service),
        Row("ConsumedUnit", "Consumed unit", Service),
        Row("PricingUnit", "Pricing unit", Service),
        Common("ResourceType", "Resource type", Resource),
        Common("ResourceName", "Resource", Resource),
        Row("ResourceId", "Resource ID", Resource),
        Row("AllocatedResourceName", "Allocated resource", Resource),
        Row("AllocatedResourceId", "Allocated resource ID", Resource),
        Row("AllocatedMethodId", "Allocation method", Resource),
        Row("AllocatedMethodDetails", "Allocation method details", Resource),
        Common("ChargeCategory", "Charge category", Charge),
        Common("PricingCategory", "Pricing category", Charge),
        Row("ChargeDescription", "Charge description", Charge),
        Row("ChargeClass", "Charge class", Charge),
        Row("ChargeFrequency", "Charge frequency", Charge),
        Row("ChargePeriodStart", "Charge period start", Charge),
        Row("ChargePeriodEnd", "Charge period end", Charge),
        Row("PricingCurrency", "Pricing currency", Charge),
        Common("CommitmentDiscountStatus", "Commitment status", Commitment),
        Common("CommitmentDiscountName", "Commitment", Commitment),
        Row("CommitmentDiscountId", "Commitment ID", Commitment),
        Row("CommitmentDiscountCategory", "Commitment category", Commitment),
        Row("CommitmentDiscountType", "Commitment type", Commitment),
        Row("CommitmentDiscountUnit", "Commitment unit", Commitment),
        Row("CommitmentProgramEligibilityDetails", "Commitment eligibility", Commitment),
        Row("CapacityReservationId", "Capacity reservation", Commitment),
        Row("CapacityReservationStatus", "Capacity reservation status", Commitment),
        Row("ContractApplied", "Contract applied", Commitment),
        Common("RegionName", "Region", Geography),
        Row("RegionId", "Region ID", Geography),
        Row("AvailabilityZone", "Availability zone", Geography),
    ];

    private static DimensionInfo Common(string column, string label, DimensionGroup group) =>
        new(new Dimension(column), label, group, IsCommon: true);

    private static DimensionInfo Row(string column, string label, DimensionGroup group) =>
        new(new Dimension(column), label, group);
}
