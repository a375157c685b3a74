namespace Outlay.Focus.Tests.Conformance;

/// <summary>One row of a made file: a clean charge of some kind, with some values changed.</summary>
internal sealed record Charge(IReadOnlyDictionary<string, string> Values)
{
    private const string Commitment = "arn:plan/1";

    /// <summary>Clean charges of every kind, with the columns of all versions.</summary>
    public static Charge Usage { get; } =
        new(
            new Dictionary<string, string>
            {
                ["BilledCost"] = "1.5",
                ["BillingAccountId"] = "0012",
                ["BillingAccountName"] = "Payer",
                ["BillingAccountType"] = "Payer Account",
                ["BillingCurrency"] = "USD",
                ["BillingPeriodEnd"] = "2026-11-01T00:00:00Z",
                ["BillingPeriodStart"] = "2026-10-01T00:00:00Z",
                ["ChargeCategory"] = "Usage",
                ["ChargeDescription"] = "Hours of a machine",
                ["ChargeFrequency"] = "Usage-Based",
                ["ChargePeriodEnd"] = "2026-10-05T01:00:00Z",
                ["ChargePeriodStart"] = "2026-10-05T00:00:00Z",
                ["ConsumedQuantity"] = "15",
                ["ConsumedUnit"] = "Hours",
                ["ContractedCost"] = "1.5",
                ["ContractedUnitPrice"] = "0.1",
                ["EffectiveCost"] = "1.5",
                ["HostProviderName"] = "AWS",
                ["InvoiceId"] = "INV-1",
                ["InvoiceIssuerName"] = "AWS",
                ["ListCost"] = "1.8",
                ["ListUnitPrice"] = "0.12",
                ["PricingCategory"] = "Standard",
                ["PricingCurrency"] = "USD",
                ["PricingCurrencyContractedUnitPrice"] = "0.1",
                ["PricingCurrencyEffectiveCost"] = "1.5",
                ["PricingCurrencyListUnitPrice"] = "0.12",
                ["PricingQuantity"] = "15",
                ["PricingUnit"] = "Hours",
                ["ProviderName"] = "AWS",
                ["PublisherName"] = "AWS",
                ["RegionId"] = "eu-west-1",
                ["RegionName"] = "EU (Ireland)",
                ["ResourceId"] = "i-1",
                ["ResourceName"] = "node",
                ["ResourceType"] = "Machine",
                ["ServiceCategory"] = "Compute",
                ["ServiceName"] = "Machines",
                ["ServiceProviderName"] = "AWS",
                ["ServiceSubcategory"] = "Virtual Machines",
                ["SkuId"] = "sku-1",
                ["SkuMeter"] = "Hours",
                ["SkuPriceDetails"] = """{"CoreCount":2,"InstanceType":"m5","x_Own":"1"}""",
                ["SkuPriceId"] = "price-1",
                ["SubAccountId"] = "0034",
                ["SubAccountName"] = "prod",
                ["SubAccountType"] = "Account",
                ["Tags"] = """{"team":"a","valueless":true,"none":null}""",
            }
        );

    /// <summary>Usage that a commitment covers.</summary>
    public static Charge Used { get; } =
        Usage.With(
            ("BilledCost", "0"),
            ("EffectiveCost", "1.2"),
            ("PricingCurrencyEffectiveCost", "1.2"),
            ("PricingCategory", "Committed"),
            ("CommitmentDiscountCategory", "Spend"),
            ("CommitmentDiscountId", Commitment),
            ("CommitmentDiscountName", "Plan"),
            ("CommitmentDiscountQuantity", "1.2"),
            ("CommitmentDiscountStatus", "Used"),
            ("CommitmentDiscountType", "Savings Plan"),
            ("CommitmentDiscountUnit", "USD")
        );

    /// <summary>The unused part of a commitment.</summary>
    public static Charge Unused { get; } =
        Used.With(
            ("CommitmentDiscountStatus", "Unused"),
            ("CommitmentDiscountQuantity", "0.3"),
            ("ConsumedQuantity", ""),
            ("ConsumedUnit", ""),
            ("EffectiveCost", "0.3"),
            ("ResourceId", Commitment)
        );

    /// <summary>The purchase of a commitment.</summary>
    public static Charge Purchase { get; } =
        Unused.With(
            ("BilledCost", "1.5"),
            ("ChargeCategory", "Purchase"),
            ("ChargeFrequency", "Recurring"),
            ("CommitmentDiscountStatus", ""),
            ("EffectiveCost", "0"),
            ("PricingCategory", "Standard")
        );

    /// <summary>Tax.</summary>
    public static Charge Tax { get; } =
        Usage.With(
            ("ChargeCategory", "Tax"),
            ("ChargeFrequency", "One-Time"),
            ("ConsumedQuantity", ""),
            ("ConsumedUnit", ""),
            ("ContractedUnitPrice", ""),
            ("ListUnitPrice", ""),
            ("PricingCategory", ""),
            ("PricingCurrencyContractedUnitPrice", ""),
            ("PricingCurrencyListUnitPrice", ""),
            ("PricingQuantity", ""),
            ("PricingUnit", ""),
            ("SkuId", ""),
            ("SkuMeter", ""),
            ("SkuPriceDetails", ""),
            ("SkuPriceId", "")
        );

    /// <summary>A credit.</summary>
    public static Charge Credit { get; } =
        Tax.With(
            ("ChargeCategory", "Credit"),
            ("BilledCost", "-2"),
            ("ContractedCost", "-2"),
            ("EffectiveCost", "-2"),
            ("ListCost", "-2")
        );

    /// <summary>A change to usage of the month before: quantities may be missing and products need not match.</summary>
    public static Charge Correction { get; } =
        Usage.With(
            ("BilledCost", "-1"),
            ("ChargeClass", "Correction"),
            ("ChargePeriodEnd", "2026-09-05T01:00:00Z"),
            ("ChargePeriodStart", "2026-09-05T00:00:00Z"),
            ("ConsumedQuantity", ""),
            ("ConsumedUnit", ""),
            ("ContractedCost", "-1"),
            ("EffectiveCost", "-1"),
            ("ListCost", "-1.2"),
            ("PricingQuantity", "-10")
        );

    /// <summary>One half of a split cost.</summary>
    public static Charge Split { get; } =
        Usage.With(
            (
                "AllocatedMethodDetails",
                """{"Elements":[{"AllocatedRatio":0.5,"UsageUnit":"Hours","UsageQuantity":1,"x_Own":1}],"x_Why":"x"}"""
            ),
            ("AllocatedMethodId", "even"),
            ("AllocatedResourceId", "pod-1"),
            ("AllocatedResourceName", "pod"),
            ("AllocatedTags", """{"app":"a"}"""),
            ("ResourceId", "i-split")
        );

    /// <summary>The charge with other values; an empty text empties.</summary>
    public Charge With(params IReadOnlyList<(string Column, string Value)> changes)
    {
        var values = Values.ToDictionary(StringComparer.Ordinal);
        foreach (var (column, value) in changes)
        {
            values[column] = value;
        }

        return new Charge(values);
    }
}
