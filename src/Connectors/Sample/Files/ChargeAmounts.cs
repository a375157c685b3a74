namespace Outlay.Connectors.Sample.Files;

/// <summary>What differs from row to row of one template.</summary>
internal readonly record struct ChargeAmounts
{
    public required decimal Billed { get; init; }

    public required decimal Effective { get; init; }

    public required decimal Contracted { get; init; }

    public required decimal List { get; init; }

    public decimal? PricingQuantity { get; init; }

    public decimal? ConsumedQuantity { get; init; }

    public decimal? CommitmentQuantity { get; init; }

    /// <summary>A charge that costs the same however one looks at it.</summary>
    public static ChargeAmounts Plain(decimal amount) =>
        new()
        {
            Billed = amount,
            Effective = amount,
            Contracted = amount,
            List = amount,
        };
}
