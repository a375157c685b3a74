using static Outlay.Focus.Tests.Conformance.Charge;

namespace Outlay.Focus.Tests.Conformance;

/// <summary>A breaking case for every rule that is not the same for all columns.</summary>
internal static class BreakingCases
{
    public static IEnumerable<BreakingCase> All =>
        [
            .. PairedNulls,
            .. Values,
            .. Objects,
            .. Money,
            .. Commitments,
            .. PeriodsAndCorrections,
            .. Groups,
            .. GenericCases.All,
        ];

    private static BreakingCase Row(
        string id,
        string column,
        Charge charge,
        params IReadOnlyList<(string, string)> changes
    ) => new(id, column, charge.With(changes));

    private static IEnumerable<BreakingCase> PairedNulls =>
        [
            Row("RegionName-C-004-C", "RegionName", Usage, ("RegionId", "")),
            Row("RegionName-C-005-C", "RegionName", Usage, ("RegionName", "")),
            Row("SubAccountName-C-004-C", "SubAccountName", Usage, ("SubAccountId", "")),
            Row("SubAccountName-C-005-C", "SubAccountName", Usage, ("SubAccountName", "")),
            Row("SubAccountType-C-004-C", "SubAccountType", Usage, ("SubAccountId", "")),
            Row("SubAccountType-C-005-C", "SubAccountType", Usage, ("SubAccountType", "")),
            Row("ResourceName-C-004-C", "ResourceName", Usage, ("ResourceId", "")),
            Row("ResourceType-C-004-C", "ResourceType", Usage, ("ResourceId", "")),
            Row(
                "CommitmentDiscountCategory-C-003-C",
                "CommitmentDiscountCategory",
                Used,
                ("CommitmentDiscountId", "")
            ),
            Row(
                "CommitmentDiscountCategory-C-004-C",
                "CommitmentDiscountCategory",
                Used,
                ("CommitmentDiscountCategory", "")
            ),
            Row(
                "CommitmentDiscountType-C-004-C",
                "CommitmentDiscountType",
                Used,
                ("CommitmentDiscountId", "")
            ),
            Row(
                "CommitmentDiscountType-C-005-C",
                "CommitmentDiscountType",
                Used,
                ("CommitmentDiscountType", "")
            ),
            Row(
                "CommitmentDiscountName-C-004-C",
                "CommitmentDiscountName",
                Used,
                ("CommitmentDiscountId", "")
            ),
            Row(
                "CommitmentDiscountStatus-C-003-C",
                "CommitmentDiscountStatus",
                Used,
                ("CommitmentDiscountId", "")
            ),
            Row(
                "CommitmentDiscountStatus-C-004-C",
                "CommitmentDiscountStatus",
                Used,
                ("CommitmentDiscountStatus", "")
            ),
            Row(
                "CommitmentDiscountQuantity-C-005-C",
                "CommitmentDiscountQuantity",
                Used,
                ("CommitmentDiscountQuantity", "")
            ),
            Row(
                "CommitmentDiscountQuantity-C-007-C",
                "CommitmentDiscountQuantity",
                Usage,
                ("CommitmentDiscountQuantity", "1")
            ),
            Row(
                "CommitmentDiscountUnit-C-005-C",
                "CommitmentDiscountUnit",
                Usage,
                ("CommitmentDiscountUnit", "USD")
            ),
            Row(
                "CommitmentDiscountUnit-C-006-C",
                "CommitmentDiscountUnit",
                Used,
                ("CommitmentDiscountUnit", "")
            ),
            Row(
                "CapacityReservationStatus-C-003-C",
                "CapacityReservationStatus",
                Usage,
                ("CapacityReservationStatus", "Used")
            ),
            Row(
                "CapacityReservationStatus-C-004-C",
                "CapacityReservationStatus",
                Usage,
                ("CapacityReservationId", "cr-1")
            ),
            Row(
                "CapacityReservationId-C-005-C",
                "CapacityReservationId",
                Usage,
                ("CapacityReservationStatus", "Unused")
            ),
            Row("ConsumedQuantity-C-004-C", "ConsumedQuantity", Tax, ("ConsumedQuantity", "1")),
            Row("ConsumedQuantity-C-006-C", "ConsumedQuantity", Usage, ("ConsumedQuantity", "")),
            Row("ConsumedUnit-C-005-C", "ConsumedUnit", Usage, ("ConsumedQuantity", "")),
            Row("ConsumedUnit-C-006-C", "ConsumedUnit", Usage, ("ConsumedUnit", "")),
            Row("PricingUnit-C-005-C", "PricingUnit", Usage, ("PricingQuantity", "")),
            Row("PricingUnit-C-006-C", "PricingUnit", Usage, ("PricingUnit", "")),
            Row("SkuId-C-004-C", "SkuId", Tax, ("SkuId", "s")),
            Row("SkuId-C-005-C", "SkuId", Usage, ("SkuId", "")),
            Row("SkuPriceId-C-004-C", "SkuPriceId", Tax, ("SkuPriceId", "s")),
            Row("SkuPriceId-C-005-C", "SkuPriceId", Usage, ("SkuPriceId", "")),
            Row("PricingCategory-C-003-C", "PricingCategory", Tax, ("PricingCategory", "Standard")),
            Row("PricingCategory-C-004-C", "PricingCategory", Usage, ("PricingCategory", "")),
            Row("PricingQuantity-C-004-C", "PricingQuantity", Tax, ("PricingQuantity", "1")),
            Row("PricingQuantity-C-005-C", "PricingQuantity", Usage, ("PricingQuantity", "")),
            Row("ListUnitPrice-C-004-C", "ListUnitPrice", Tax, ("ListUnitPrice", "1")),
            Row("ListUnitPrice-C-005-C", "ListUnitPrice", Usage, ("ListUnitPrice", "")),
            Row(
                "ContractedUnitPrice-C-005-C",
                "ContractedUnitPrice",
                Tax,
                ("ContractedUnitPrice", "1")
            ),
            Row(
                "ContractedUnitPrice-C-006-C",
                "ContractedUnitPrice",
                Usage,
                ("ContractedUnitPrice", "")
            ),
            Row(
                "PricingCurrencyListUnitPrice-C-004-C",
                "PricingCurrencyListUnitPrice",
                Tax,
                ("PricingCurrencyListUnitPrice", "1")
            ),
            Row(
                "PricingCurrencyListUnitPrice-C-005-C",
                "PricingCurrencyListUnitPrice",
                Usage,
                ("PricingCurrencyListUnitPrice", "")
            ),
            Row(
                "PricingCurrencyContractedUnitPrice-C-004-C",
                "PricingCurrencyContractedUnitPrice",
                Tax,
                ("PricingCurrencyContractedUnitPrice", "1")
            ),
            Row(
                "PricingCurrencyContractedUnitPrice-C-005-C",
                "PricingCurrencyContractedUnitPrice",
                Usage,
                ("PricingCurrencyContractedUnitPrice", "")
            ),
            Row("OUTLAY-PRICE-01", "ListUnitPrice", Usage, ("SkuPriceId", "")),
            Row("OUTLAY-PRICE-01", "ContractedUnitPrice", Usage, ("SkuPriceId", "")),
            Row("OUTLAY-PRICE-01", "PricingQuantity", Usage, ("SkuPriceId", "")),
            Row("OUTLAY-PRICE-02", "ListUnitPrice", Correction, ("ListUnitPrice", "")),
            Row("OUTLAY-PRICE-02", "ContractedUnitPrice", Correction, ("ContractedUnitPrice", "")),
            Row("SkuMeter-C-004-C", "SkuMeter", Tax, ("SkuMeter", "x")),
            Row("SkuMeter-C-005-C", "SkuMeter", Usage, ("SkuMeter", "")),
            Row("SkuPriceDetails-C-004-C", "SkuPriceDetails", Usage, ("SkuPriceId", "")),
            Row("OUTLAY-SPLIT-01", "AllocatedResourceId", Split, ("AllocatedMethodId", "")),
            Row("OUTLAY-SPLIT-05", "AllocatedResourceId", Split, ("AllocatedResourceId", "")),
            Row("OUTLAY-SPLIT-01", "AllocatedResourceName", Split, ("AllocatedResourceId", "")),
            Row("OUTLAY-SPLIT-01", "AllocatedMethodDetails", Split, ("AllocatedMethodId", "")),
            Row("OUTLAY-SPLIT-01", "AllocatedTags", Split, ("AllocatedResourceId", "")),
        ];

    private static IEnumerable<BreakingCase> Values =>
        [
            Row(
                "ServiceSubcategory-C-004-M",
                "ServiceSubcategory",
                Usage,
                ("ServiceSubcategory", "Object Storage")
            ),
            Row(
                "ChargeFrequency-C-004-C",
                "ChargeFrequency",
                Purchase,
                ("ChargeFrequency", "Usage-Based")
            ),
            Row("BillingCurrency-C-003-M", "BillingCurrency", Usage, ("BillingCurrency", "usd")),
            Row("BillingCurrency-C-006-M", "BillingCurrency", Usage, ("BillingCurrency", "ABC")),
            Row("PricingCurrency-C-003-M", "PricingCurrency", Usage, ("PricingCurrency", "usd")),
            Row("OUTLAY-CURRENCY-01", "PricingCurrency", Usage, ("PricingCurrency", "Credits")),
            Row("ChargeDescription-C-003-O", "ChargeDescription", Usage, ("ChargeDescription", "")),
        ];

    private static IEnumerable<BreakingCase> Objects =>
        [
            Row(
                "SkuPriceDetails-C-017-C",
                "SkuPriceDetails",
                Usage,
                ("SkuPriceDetails", """{"Colour":"red"}""")
            ),
            Row(
                "SkuPriceDetails-C-020-M",
                "SkuPriceDetails",
                Usage,
                ("SkuPriceDetails", """{"coreCount":2}""")
            ),
            Row(
                "SkuPriceDetails-C-021-M",
                "SkuPriceDetails",
                Usage,
                ("SkuPriceDetails", """{"CoreCount":"2"}""")
            ),
            Row(
                "OUTLAY-JSON-01",
                "AllocatedMethodDetails",
                Split,
                ("AllocatedMethodDetails", """{"Elements":[]}""")
            ),
            Row("OUTLAY-JSON-01", "ContractApplied", Usage, ("ContractApplied", "contract 1")),
            Row(
                "OUTLAY-JSON-01",
                "CommitmentProgramEligibilityDetails",
                Usage,
                ("CommitmentProgramEligibilityDetails", "{}")
            ),
            Row(
                "OUTLAY-JSON-02",
                "AllocatedMethodDetails",
                Split,
                ("AllocatedMethodDetails", """{"Elements":[{"AllocatedRatio":1}],"Why":1}""")
            ),
            Row(
                "OUTLAY-JSON-02",
                "ContractApplied",
                Usage,
                (
                    "ContractApplied",
                    """{"Elements":[{"ContractId":"a","ContractCommitmentId":"b","ContractCommitmentAppliedCost":1,"x_lower":1}]}"""
                )
            ),
            Row(
                "OUTLAY-JSON-02",
                "CommitmentProgramEligibilityDetails",
                Usage,
                (
                    "CommitmentProgramEligibilityDetails",
                    """{"CommitmentPrograms":[{"ProgramType":"a","Term":1}]}"""
                )
            ),
            Row(
                "OUTLAY-JSON-03",
                "AllocatedMethodDetails",
                Split,
                ("AllocatedMethodDetails", """{"Elements":[{"x_A":1}]}""")
            ),
            Row(
                "OUTLAY-JSON-03",
                "ContractApplied",
                Usage,
                (
                    "ContractApplied",
                    """{"Elements":[{"ContractId":"a","ContractCommitmentAppliedCost":1}]}"""
                )
            ),
            Row(
                "OUTLAY-JSON-03",
                "CommitmentProgramEligibilityDetails",
                Usage,
                (
                    "CommitmentProgramEligibilityDetails",
                    """{"CommitmentPrograms":[{"ProgramType":null}]}"""
                )
            ),
            Row(
                "OUTLAY-CONTRACT-01",
                "ContractApplied",
                Usage,
                (
                    "ContractApplied",
                    """{"Elements":[{"ContractId":"a","ContractCommitmentId":"b"}]}"""
                )
            ),
            Row(
                "OUTLAY-SPLIT-02",
                "AllocatedMethodDetails",
                Split,
                ("AllocatedMethodDetails", """{"Elements":[{"AllocatedRatio":1.5}]}""")
            ),
            Row(
                "OUTLAY-SPLIT-03",
                "AllocatedMethodDetails",
                Split,
                (
                    "AllocatedMethodDetails",
                    """{"Elements":[{"AllocatedRatio":1,"UsageQuantity":3}]}"""
                )
            ),
        ];

    private static IEnumerable<BreakingCase> Money =>
        [
            Row("ListUnitPrice-C-008-M", "ListUnitPrice", Usage, ("ListUnitPrice", "-0.12")),
            Row(
                "ContractedUnitPrice-C-009-C",
                "ContractedUnitPrice",
                Usage,
                ("ContractedUnitPrice", "-0.1")
            ),
            Row(
                "PricingCurrencyListUnitPrice-C-008-M",
                "PricingCurrencyListUnitPrice",
                Usage,
                ("PricingCurrencyListUnitPrice", "-0.1")
            ),
            Row(
                "PricingCurrencyContractedUnitPrice-C-008-C",
                "PricingCurrencyContractedUnitPrice",
                Usage,
                ("PricingCurrencyContractedUnitPrice", "-0.1")
            ),
            Row("ListCost-C-009-C", "ListCost", Usage, ("ListCost", "1.81")),
            Row("ListCost-C-009-C", "ListCost", Correction, ("ListCost", "-5")),
            Row("ListCost-C-009-C", "ListCost", Usage, ("ListCost", "1.81")) with
            {
                In = FocusVersion.V1_2,
            },
            Row("ContractedUnitPrice-C-011-C", "ContractedCost", Usage, ("ContractedCost", "1.51")),
            Row("EffectiveCost-C-010-C", "EffectiveCost", Credit, ("EffectiveCost", "-3")),
            Row("OUTLAY-COST-01", "EffectiveCost", Tax, ("EffectiveCost", "3")),
            Row("OUTLAY-COST-02", "EffectiveCost", Usage, ("EffectiveCost", "3")),
            Row("OUTLAY-COST-02", "EffectiveCost", Usage, ("EffectiveCost", "3")) with
            {
                In = FocusVersion.V1_3,
            },
            Row("ListCost-C-008-C", "ListCost", Credit, ("ListCost", "0")),
            Row("ContractedCost-C-008-C", "ContractedCost", Credit, ("ContractedCost", "0")),
            Row("OUTLAY-COST-03", "ContractedCost", Usage, ("ContractedCost", "2")),
            Row("OUTLAY-COST-04", "EffectiveCost", Used, ("EffectiveCost", "2")),
        ];

    private static IEnumerable<BreakingCase> Commitments =>
        [
            Row("EffectiveCost-C-005-C", "EffectiveCost", Purchase, ("EffectiveCost", "1.5")),
            Row("DiscountHandling-A-009-C", "BilledCost", Used, ("BilledCost", "1.2")),
            Row(
                "PricingCategory-C-009-C",
                "PricingCategory",
                Used,
                ("PricingCategory", "Standard")
            ),
            Row(
                "DiscountHandling-A-006-C",
                "CommitmentDiscountId",
                Usage,
                ("PricingCategory", "Committed")
            ),
            Row("DiscountHandling-A-012-C", "ResourceId", Purchase, ("ResourceId", "i-1")),
            Row("DiscountHandling-A-019-C", "ResourceId", Unused, ("ResourceId", "i-1")),
            Row("DiscountHandling-A-016-C", "ResourceId", Used, ("ResourceId", "arn:plan/1")),
            Row(
                "DiscountHandling-A-018-C",
                "ChargeCategory",
                Unused,
                ("ChargeCategory", "Adjustment")
            ),
            Row("DiscountHandling-A-001-C", "BilledCost", Usage, ("BilledCost", "-1.5")),
            new(
                "CommitmentDiscountUnit-C-008-M",
                "CommitmentDiscountUnit",
                Used,
                Used.With(("CommitmentDiscountUnit", "Hours"))
            ),
            new(
                "DiscountHandling-A-011-C",
                "EffectiveCost",
                Purchase,
                Used,
                Unused.With(("EffectiveCost", "7"))
            ),
        ];

    private static IEnumerable<BreakingCase> PeriodsAndCorrections =>
        [
            Row(
                "OUTLAY-PERIOD-01",
                "BillingPeriodEnd",
                Usage,
                ("BillingPeriodEnd", "2026-10-01T00:00:00Z")
            ),
            Row(
                "OUTLAY-PERIOD-02",
                "ChargePeriodEnd",
                Usage,
                ("ChargePeriodEnd", "2026-10-05T00:00:00Z")
            ),
            Row(
                "OUTLAY-PERIOD-03",
                "BillingPeriodEnd",
                Usage,
                ("BillingPeriodEnd", "2026-10-31T00:00:00Z")
            ),
            Row(
                "OUTLAY-PERIOD-04",
                "ChargePeriodStart",
                Usage,
                ("ChargePeriodStart", "2026-09-30T23:00:00Z")
            ),
            Row(
                "BillingPeriodEnd-C-004-M",
                "BillingPeriodEnd",
                Usage,
                ("BillingPeriodEnd", "2026-10-31T23:59:59Z")
            ),
            Row(
                "ChargePeriodEnd-C-004-M",
                "ChargePeriodEnd",
                Usage,
                ("ChargePeriodEnd", "2026-10-05T00:59:59Z")
            ),
            new(
                "OUTLAY-PERIOD-05",
                "BillingPeriodEnd",
                Usage,
                Usage.With(("BillingPeriodEnd", "2026-12-01T00:00:00Z"))
            ),
            Row("OUTLAY-CORRECTION-01", "ChargeClass", Usage, ("ChargeClass", "Correction")),
            new(
                "OUTLAY-CORRECTION-02",
                "InvoiceId",
                Usage.With(
                    ("BillingPeriodStart", "2026-09-01T00:00:00Z"),
                    ("BillingPeriodEnd", "2026-10-01T00:00:00Z")
                ),
                Correction
            ),
        ];

    private static IEnumerable<BreakingCase> Groups =>
        [
            new("SkuPriceId-C-008-M", "SkuPriceId", Usage, Usage.With(("SkuId", "other"))),
            new(
                "ServiceName-C-005-C",
                "ServiceName",
                Usage,
                Usage.With(
                    ("ServiceCategory", "Storage"),
                    ("ServiceSubcategory", "Other (Storage)")
                )
            ),
            new(
                "ServiceName-C-008-C",
                "ServiceName",
                Usage,
                Usage.With(("ServiceSubcategory", "Containers"))
            ),
            new(
                "BillingAccountName-C-003-C",
                "BillingAccountName",
                Usage,
                Usage.With(("BillingAccountName", ""))
            ),
            new(
                "OUTLAY-CURRENCY-02",
                "BillingCurrency",
                Usage,
                Usage.With(("BillingCurrency", "EUR"))
            ),
            new(
                "OUTLAY-CURRENCY-03",
                "BillingCurrency",
                Usage,
                Usage.With(("BillingCurrency", "EUR"), ("InvoiceId", "INV-2"))
            ),
            new("OUTLAY-SPLIT-04", "AllocatedMethodDetails", Split, Split, Split),
        ];
}
