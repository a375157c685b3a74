namespace Outlay.Lake;

/// <summary>
/// The daily rollup of a load: charges summed by UTC day of ChargePeriodStart over the columns people group and filter by,
/// without resources. Its columns are <see cref="Day"/>, <see cref="Dimensions"/>, <c>Tags</c> (a MAP that holds only the
/// load's rollup tag keys), <see cref="Measures"/> as DECIMAL(38,18) and <see cref="Charges"/>.
/// </summary>
public static class DailyRollup
{
    /// <summary>UTC day of ChargePeriodStart, DATE.</summary>
    public const string Day = "ChargeDay";

    /// <summary>Number of charges summed, BIGINT.</summary>
    public const string Charges = "Charges";

    /// <summary>The FOCUS columns kept as grain, with their lake types.</summary>
    public static IReadOnlyList<string> Dimensions { get; } =
    [
        "AvailabilityZone",
        "BillingAccountId",
        "BillingAccountName",
        "BillingAccountType",
        "BillingCurrency",
        "BillingPeriodEnd",
        "BillingPeriodStart",
        "ChargeCategory",
        "ChargeClass",
        "ChargeFrequency",
        "CommitmentDiscountCategory",
        "CommitmentDiscountId",
        "CommitmentDiscountName",
        "CommitmentDiscountStatus",
        "CommitmentDiscountType",
        "HostProviderName",
        "InvoiceId",
        "InvoiceIssuerName",
        "PricingCategory",
        "RegionId",
        "RegionName",
        "ResourceType",
        "ServiceCategory",
        "ServiceName",
        "ServiceProviderName",
        "ServiceSubcategory",
        "SubAccountId",
        "SubAccountName",
        "SubAccountType",
    ];

    /// <summary>The summed FOCUS columns.</summary>
    public static IReadOnlyList<string> Measures { get; } =
    ["BilledCost", "ContractedCost", "EffectiveCost", "ListCost"];
}
