namespace Outlay.Focus.Conformance.Rules;

/// <summary>Columns that must be there. Whether a conditional one must be is told by the columns that go with it.</summary>
internal static class Presence
{
    private static readonly (string Column, string Evidence)[] Companions =
    [
        ("CapacityReservationId", "CapacityReservationStatus"),
        ("CapacityReservationStatus", "CapacityReservationId"),
        ("CommitmentDiscountCategory", "CommitmentDiscountId"),
        ("CommitmentDiscountId", "CommitmentDiscountStatus"),
        ("CommitmentDiscountName", "CommitmentDiscountId"),
        ("CommitmentDiscountQuantity", "CommitmentDiscountId"),
        ("CommitmentDiscountStatus", "CommitmentDiscountId"),
        ("CommitmentDiscountType", "CommitmentDiscountId"),
        ("CommitmentDiscountUnit", "CommitmentDiscountId"),
        ("ConsumedQuantity", "ConsumedUnit"),
        ("ConsumedUnit", "ConsumedQuantity"),
        ("ListUnitPrice", "SkuPriceId"),
        ("PricingCategory", "CommitmentDiscountId"),
        ("PricingCurrency", "PricingCurrencyEffectiveCost"),
        ("RegionId", "RegionName"),
        ("RegionName", "RegionId"),
        ("ResourceId", "ResourceName"),
        ("ResourceName", "ResourceId"),
        ("SkuId", "SkuPriceId"),
        ("SkuMeter", "SkuPriceId"),
        ("SkuPriceDetails", "SkuPriceId"),
        ("SkuPriceId", "SkuId"),
        ("SubAccountId", "SubAccountName"),
        ("SubAccountName", "SubAccountId"),
        ("AllocatedMethodId", "AllocatedResourceId"),
        ("AllocatedResourceId", "AllocatedMethodId"),
        ("AllocatedResourceName", "AllocatedMethodId"),
        ("AllocatedTags", "AllocatedMethodId"),
    ];

    // Recommended, or demanded on a condition that a file cannot show; a gap is worth a word and no more.
    private static readonly (string Column, string? Evidence)[] Advised =
    [
        ("AvailabilityZone", "RegionId"),
        ("ChargeFrequency", null),
        ("InvoiceId", null),
        ("PricingCurrencyContractedUnitPrice", "PricingCurrency"),
        ("PricingCurrencyEffectiveCost", "PricingCurrency"),
        ("PricingCurrencyListUnitPrice", "PricingCurrency"),
        ("ResourceType", "ResourceId"),
        ("ServiceSubcategory", null),
        ("AllocatedMethodDetails", "AllocatedMethodId"),
    ];

    public static IEnumerable<ConformanceRule> All =>
        [
            .. FocusColumns
                .All.Where(c => c.Level == FeatureLevel.Mandatory)
                .Select(c => Rule(c, null, Severity.Error)),
            .. Companions.Select(c => Rule(Known(c.Column), c.Evidence, Severity.Error)),
            .. Advised.Select(c => Rule(Known(c.Column), c.Evidence, Severity.Warning)),
        ];

    private static HeaderRule Rule(FocusColumn column, string? evidence, Severity severity) =>
        new()
        {
            Id = RuleIds.Presence(column.Name),
            Column = column.Name,
            Severity = severity,
            From = column.Introduced,
            Until = column.Removed is { } removed ? removed - 1 : FocusVersion.V1_4,
            Message = evidence is null
                ? $"The column {column.Name} {Must(severity)} be there."
                : $"Where there is a column {evidence}, {column.Name} {Must(severity)} be there too.",
            Broken = shape => IsMissing(shape.Header, column, evidence) ? [""] : [],
        };

    private static string Must(Severity severity) => severity == Severity.Error ? "must" : "should";

    private static bool IsMissing(FocusHeader header, FocusColumn column, string? evidence) =>
        !Has(header, column.Name) && (evidence is null || Has(header, evidence));

    private static bool Has(FocusHeader header, string column) =>
        header.Columns.Any(c => c.Column?.Name == column);

    private static FocusColumn Known(string name) =>
        FocusColumns.Find(name) ?? throw new InvalidOperationException($"FOCUS has no {name}.");
}
