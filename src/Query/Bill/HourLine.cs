namespace Outlay.Query.Bill;

/// <summary>Use of computing or of a database in an hour, or in the longer time that the bill is written by.</summary>
public sealed record HourLine
{
    /// <summary>FOCUS provider.</summary>
    public required string Provider { get; init; }

    /// <summary>FOCUS SubAccountId.</summary>
    public string? AccountId { get; init; }

    /// <summary>FOCUS RegionId.</summary>
    public string? Region { get; init; }

    /// <summary>FOCUS ServiceName.</summary>
    public string? Service { get; init; }

    /// <summary>FOCUS SkuMeter, else the native meter.</summary>
    public string? Meter { get; init; }

    /// <summary>AWS's operation, where the bill has it.</summary>
    public string? Operation { get; init; }

    /// <summary>FOCUS SkuId.</summary>
    public string? SkuId { get; init; }

    /// <summary>FOCUS ChargeDescription.</summary>
    public string? Description { get; init; }

    /// <summary>The machine type that the bill names in its price details; null when it names none.</summary>
    public string? MachineType { get; init; }

    /// <summary>FOCUS PricingCategory: <c>Standard</c>, <c>Committed</c>, <c>Dynamic</c>.</summary>
    public string? PricingCategory { get; init; }

    /// <summary>FOCUS BillingCurrency.</summary>
    public required string Currency { get; init; }

    /// <summary>Start of the charge's time, UTC.</summary>
    public DateTime Start { get; init; }

    /// <summary>Length of the charge's time, hours: 1 in an hourly bill, 24 in a daily one.</summary>
    public int Hours { get; init; }

    /// <summary>Sum of PricingQuantity.</summary>
    public decimal PricingQuantity { get; init; }

    /// <summary>Sum of ContractedCost: what it costs on demand after negotiated discounts.</summary>
    public decimal ContractedCost { get; init; }

    /// <summary>Sum of ListCost.</summary>
    public decimal ListCost { get; init; }

    /// <summary>Sum of EffectiveCost.</summary>
    public decimal EffectiveCost { get; init; }
}
