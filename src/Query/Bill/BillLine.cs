namespace Outlay.Query.Bill;

/// <summary>
/// What a resource's use of one price cost over the days that are looked at: charges of the bill, summed by everything that stands here and
/// is no amount. Quantities are in <see cref="PricingUnit"/> and <see cref="ConsumedUnit"/>.
/// </summary>
public sealed record BillLine
{
    /// <summary>FOCUS provider, as <c>AWS</c>, <c>Microsoft</c>, <c>Google Cloud</c> and others have it.</summary>
    public required string Provider { get; init; }

    /// <summary>FOCUS SubAccountId.</summary>
    public string? AccountId { get; init; }

    /// <summary>FOCUS SubAccountName.</summary>
    public string? AccountName { get; init; }

    /// <summary>FOCUS RegionId.</summary>
    public string? Region { get; init; }

    /// <summary>FOCUS ServiceName.</summary>
    public string? Service { get; init; }

    /// <summary>FOCUS ServiceCategory.</summary>
    public string? ServiceCategory { get; init; }

    /// <summary>FOCUS ResourceId.</summary>
    public string? ResourceId { get; init; }

    /// <summary>FOCUS ResourceName.</summary>
    public string? ResourceName { get; init; }

    /// <summary>FOCUS ResourceType.</summary>
    public string? ResourceType { get; init; }

    /// <summary>FOCUS ChargeCategory.</summary>
    public required string ChargeCategory { get; init; }

    /// <summary>FOCUS ChargeDescription.</summary>
    public string? Description { get; init; }

    /// <summary>FOCUS SkuId.</summary>
    public string? SkuId { get; init; }

    /// <summary>FOCUS SkuPriceId.</summary>
    public string? SkuPriceId { get; init; }

    /// <summary>FOCUS SkuMeter, else the native meter (AWS usage type, Azure meter name).</summary>
    public string? Meter { get; init; }

    /// <summary>AWS's operation, where the bill has it.</summary>
    public string? Operation { get; init; }

    /// <summary>The machine type that the bill names in its price details; null when it names none.</summary>
    public string? MachineType { get; init; }

    /// <summary>FOCUS PricingCategory.</summary>
    public string? PricingCategory { get; init; }

    /// <summary>FOCUS PricingUnit.</summary>
    public string? PricingUnit { get; init; }

    /// <summary>FOCUS ConsumedUnit.</summary>
    public string? ConsumedUnit { get; init; }

    /// <summary>FOCUS CommitmentDiscountId.</summary>
    public string? CommitmentId { get; init; }

    /// <summary>FOCUS CommitmentDiscountName.</summary>
    public string? CommitmentName { get; init; }

    /// <summary>FOCUS CommitmentDiscountType.</summary>
    public string? CommitmentType { get; init; }

    /// <summary>FOCUS CommitmentDiscountStatus: <c>Used</c>, <c>Unused</c> or null.</summary>
    public string? CommitmentStatus { get; init; }

    /// <summary>FOCUS BillingCurrency; amounts of two currencies are never added.</summary>
    public required string Currency { get; init; }

    /// <summary>Sum of PricingQuantity.</summary>
    public decimal PricingQuantity { get; init; }

    /// <summary>Sum of ConsumedQuantity.</summary>
    public decimal ConsumedQuantity { get; init; }

    /// <summary>Sum of ListCost.</summary>
    public decimal ListCost { get; init; }

    /// <summary>Sum of ContractedCost.</summary>
    public decimal ContractedCost { get; init; }

    /// <summary>Sum of EffectiveCost.</summary>
    public decimal EffectiveCost { get; init; }

    /// <summary>Sum of EffectiveCost of the later half of the days that were asked for; of an odd number, the larger half.</summary>
    public decimal LaterCost { get; init; }

    /// <summary>Sum of BilledCost.</summary>
    public decimal BilledCost { get; init; }

    /// <summary>Different days with a charge.</summary>
    public int Days { get; init; }

    /// <summary>First day with a charge.</summary>
    public DateOnly FirstDay { get; init; }

    /// <summary>Last day with a charge.</summary>
    public DateOnly LastDay { get; init; }
}
