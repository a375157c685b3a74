namespace Outlay.Focus.Conformance.Rules;

/// <summary>Columns whose emptiness follows from other columns.</summary>
internal static class PairedNulls
{
    private const string UsageOrPurchase = "ChargeCategory IN ('Usage', 'Purchase')";

    private const string Metered =
        "ChargeCategory = 'Usage' AND CommitmentDiscountStatus IS DISTINCT FROM 'Unused'";

    public static IEnumerable<ConformanceRule> All =>
        [
            .. Owners(),
            .. Commitments(),
            .. CommitmentQuantities(),
            .. Reservations(),
            .. Quantities(),
            .. Prices(),
            .. SkuPrices(),
            .. Others(),
        ];

    private static IEnumerable<ConformanceRule> Owners() =>
        [
            .. Follows("RegionName", "RegionId", "RegionName-C-004-C", "RegionName-C-005-C"),
            .. Follows(
                "SubAccountName",
                "SubAccountId",
                "SubAccountName-C-004-C",
                "SubAccountName-C-005-C"
            ),
            .. Follows(
                "SubAccountType",
                "SubAccountId",
                "SubAccountType-C-004-C",
                "SubAccountType-C-005-C"
            ),
            NullWithout("ResourceName", "ResourceId", "ResourceName-C-004-C"),
            NullWithout("ResourceType", "ResourceId", "ResourceType-C-004-C"),
        ];

    private static IEnumerable<ConformanceRule> Commitments() =>
        [
            .. Follows(
                "CommitmentDiscountCategory",
                "CommitmentDiscountId",
                "CommitmentDiscountCategory-C-003-C",
                "CommitmentDiscountCategory-C-004-C"
            ),
            .. Follows(
                "CommitmentDiscountType",
                "CommitmentDiscountId",
                "CommitmentDiscountType-C-004-C",
                "CommitmentDiscountType-C-005-C"
            ),
            NullWithout(
                "CommitmentDiscountName",
                "CommitmentDiscountId",
                "CommitmentDiscountName-C-004-C"
            ),
            NullWithout(
                "CommitmentDiscountStatus",
                "CommitmentDiscountId",
                "CommitmentDiscountStatus-C-003-C"
            ),
            Filled(
                "CommitmentDiscountStatus",
                "CommitmentDiscountStatus-C-004-C",
                "CommitmentDiscountId IS NOT NULL AND ChargeCategory = 'Usage'",
                "on Usage that has a CommitmentDiscountId"
            ),
        ];

    private static IEnumerable<ConformanceRule> CommitmentQuantities() =>
        [
            Filled(
                "CommitmentDiscountQuantity",
                "CommitmentDiscountQuantity-C-005-C",
                $"CommitmentDiscountId IS NOT NULL AND {UsageOrPurchase} AND {RuleSql.NotCorrection}",
                "on Usage and Purchase that have a CommitmentDiscountId and are no Correction"
            ),
            Empty(
                "CommitmentDiscountQuantity",
                "CommitmentDiscountQuantity-C-007-C",
                "(CommitmentDiscountId IS NULL OR ChargeCategory NOT IN ('Usage', 'Purchase'))",
                "without a CommitmentDiscountId and on charges that are neither Usage nor Purchase"
            ),
            .. Follows(
                "CommitmentDiscountUnit",
                "CommitmentDiscountQuantity",
                "CommitmentDiscountUnit-C-005-C",
                "CommitmentDiscountUnit-C-006-C"
            ),
        ];

    private static IEnumerable<ConformanceRule> Reservations() =>
        [
            NullWithout(
                "CapacityReservationStatus",
                "CapacityReservationId",
                "CapacityReservationStatus-C-003-C"
            ),
            Filled(
                "CapacityReservationStatus",
                "CapacityReservationStatus-C-004-C",
                "CapacityReservationId IS NOT NULL AND ChargeCategory = 'Usage'",
                "on Usage that has a CapacityReservationId"
            ),
            Filled(
                "CapacityReservationId",
                "CapacityReservationId-C-005-C",
                "CapacityReservationStatus = 'Unused'",
                "where CapacityReservationStatus is Unused"
            ),
        ];

    private static IEnumerable<ConformanceRule> Quantities() =>
        [
            Empty(
                "ConsumedQuantity",
                "ConsumedQuantity-C-004-C",
                "(ChargeCategory <> 'Usage' OR CommitmentDiscountStatus = 'Unused')",
                "on charges that are no Usage and on Unused commitments"
            ),
            Filled(
                "ConsumedQuantity",
                "ConsumedQuantity-C-006-C",
                $"{Metered} AND {RuleSql.NotCorrection}",
                "on Usage, unless it is a Correction or an Unused commitment"
            ),
            .. Follows(
                "ConsumedUnit",
                "ConsumedQuantity",
                "ConsumedUnit-C-005-C",
                "ConsumedUnit-C-006-C"
            ),
            .. Follows(
                "PricingUnit",
                "PricingQuantity",
                "PricingUnit-C-005-C",
                "PricingUnit-C-006-C"
            ),
        ];

    private static IEnumerable<ConformanceRule> Prices() =>
        from price in (IReadOnlyList<(string Column, string Null, string NotNull)>)
            [
                ("SkuId", "SkuId-C-004-C", "SkuId-C-005-C"),
                ("SkuPriceId", "SkuPriceId-C-004-C", "SkuPriceId-C-005-C"),
                ("PricingCategory", "PricingCategory-C-003-C", "PricingCategory-C-004-C"),
                ("PricingQuantity", "PricingQuantity-C-004-C", "PricingQuantity-C-005-C"),
                ("ListUnitPrice", "ListUnitPrice-C-004-C", "ListUnitPrice-C-005-C"),
                (
                    "ContractedUnitPrice",
                    "ContractedUnitPrice-C-005-C",
                    "ContractedUnitPrice-C-006-C"
                ),
                (
                    "PricingCurrencyListUnitPrice",
                    "PricingCurrencyListUnitPrice-C-004-C",
                    "PricingCurrencyListUnitPrice-C-005-C"
                ),
                (
                    "PricingCurrencyContractedUnitPrice",
                    "PricingCurrencyContractedUnitPrice-C-004-C",
                    "PricingCurrencyContractedUnitPrice-C-005-C"
                ),
            ]
        from rule in (IReadOnlyList<ConformanceRule>)
            [
                Empty(price.Column, price.Null, "ChargeCategory = 'Tax'", "on Tax"),
                Filled(
                    price.Column,
                    price.NotNull,
                    $"{UsageOrPurchase} AND {RuleSql.NotCorrection}",
                    "on Usage and Purchase that are no Correction"
                ),
            ]
        select rule;

    private static IEnumerable<ConformanceRule> SkuPrices() =>
        [
            .. Follows("ListUnitPrice", "SkuPriceId", "OUTLAY-PRICE-01", "OUTLAY-PRICE-02")
                .Select(Since1_3),
            .. Follows("ContractedUnitPrice", "SkuPriceId", "OUTLAY-PRICE-01", "OUTLAY-PRICE-02")
                .Select(Since1_3),
            Since1_3(NullWithout("PricingQuantity", "SkuPriceId", "OUTLAY-PRICE-01")),
            NullWithout("SkuMeter", "SkuId", "SkuMeter-C-004-C"),
            Filled(
                "SkuMeter",
                "SkuMeter-C-005-C",
                "SkuId IS NOT NULL",
                "where there is a SkuId"
            ) with
            {
                Severity = Severity.Warning,
                Message = "SkuMeter should have a value where there is a SkuId.",
            },
            NullWithout("SkuPriceDetails", "SkuPriceId", "SkuPriceDetails-C-004-C"),
        ];

    private static IEnumerable<ConformanceRule> Others() =>
        [
            .. Follows(
                "AllocatedResourceId",
                "AllocatedMethodId",
                "OUTLAY-SPLIT-01",
                "OUTLAY-SPLIT-05"
            ),
            NullWithout("AllocatedResourceName", "AllocatedResourceId", "OUTLAY-SPLIT-01"),
            NullWithout("AllocatedMethodDetails", "AllocatedMethodId", "OUTLAY-SPLIT-01"),
            NullWithout("AllocatedTags", "AllocatedResourceId", "OUTLAY-SPLIT-01"),
        ];

    private static ConformanceRule Since1_3(ConformanceRule rule) =>
        rule with
        {
            From = FocusVersion.V1_3,
        };

    private static IEnumerable<ConformanceRule> Follows(
        string column,
        string leader,
        string nullId,
        string notNullId
    ) =>
        [
            NullWithout(column, leader, nullId),
            Filled(column, notNullId, $"{leader} IS NOT NULL", $"where there is a {leader}"),
        ];

    private static RowRule NullWithout(string column, string leader, string id) =>
        Empty(column, id, $"{leader} IS NULL", $"where there is no {leader}");

    private static RowRule Empty(string column, string id, string when, string words) =>
        Row(column, id, $"{column} IS NOT NULL AND {when}", $"{column} must be empty {words}.");

    private static RowRule Filled(string column, string id, string when, string words) =>
        Row(column, id, $"{column} IS NULL AND {when}", $"{column} must have a value {words}.");

    private static RowRule Row(string column, string id, string broken, string message) =>
        new()
        {
            Id = id,
            Column = column,
            // Versions before 1.0 tied these columns to each other in other ways.
            From = FocusVersion.V1_0,
            Message = message,
            Broken = broken,
        };
}
