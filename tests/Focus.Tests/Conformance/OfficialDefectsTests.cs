using static Outlay.Focus.Tests.Conformance.Charge;

namespace Outlay.Focus.Tests.Conformance;

/// <summary>Mistakes of the official 1.2 model that we know and do not repeat: rows that it refuses and the text allows, or the reverse.</summary>
public class OfficialDefectsTests
{
    private static async Task<IReadOnlyList<string>> Found(params IReadOnlyList<Charge> charges)
    {
        var report = await MadeFile.CheckAsync(FocusVersion.V1_2, charges);
        return [.. report.Findings.Select(f => f.RuleId)];
    }

    [Fact]
    public async Task A_commitment_is_Used_or_Unused_not_Active_or_Expired()
    {
        (await Found(Used, Unused, Purchase)).ShouldBeEmpty();
        (await Found(Used.With(("CommitmentDiscountStatus", "Active")))).ShouldContain(
            "CommitmentDiscountStatus-C-005-M"
        );
    }

    [Fact]
    public async Task Status_is_empty_without_a_commitment_not_filled() =>
        (await Found(Usage.With(("CommitmentDiscountStatus", "Used")))).ShouldContain(
            "CommitmentDiscountStatus-C-003-C"
        );

    [Fact]
    public async Task ConsumedQuantity_may_be_empty_on_a_correction_only()
    {
        (await Found(Correction)).ShouldBeEmpty();
        (await Found(Usage.With(("ConsumedQuantity", ""), ("ConsumedUnit", "")))).ShouldBe([
            "ConsumedQuantity-C-006-C",
        ]);
    }

    [Fact]
    public async Task Tax_has_no_PricingQuantity() => (await Found(Tax)).ShouldBeEmpty();

    [Fact]
    public async Task CommitmentDiscountQuantity_is_wanted_with_a_commitment_only_and_allowed_on_corrections()
    {
        (await Found(Usage)).ShouldBeEmpty();
        var correction = Used.With(
            ("ChargeClass", "Correction"),
            ("ChargePeriodStart", "2026-09-05T00:00:00Z"),
            ("ChargePeriodEnd", "2026-09-05T01:00:00Z")
        );
        (await Found(correction)).ShouldBeEmpty();
        (
            await Found(
                correction.With(("CommitmentDiscountQuantity", ""), ("CommitmentDiscountUnit", ""))
            )
        ).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_purchase_that_covers_nothing_keeps_its_EffectiveCost() =>
        (
            await Found(
                Usage.With(
                    ("ChargeCategory", "Purchase"),
                    ("ChargeFrequency", "One-Time"),
                    ("ConsumedQuantity", ""),
                    ("ConsumedUnit", "")
                )
            )
        ).ShouldBeEmpty();

    [Fact]
    public async Task A_reseller_may_invoice_what_another_provides() =>
        (await Found(Usage.With(("InvoiceIssuerName", "Reseller Ltd")))).ShouldBeEmpty();

    [Fact]
    public async Task PricingCurrencyEffectiveCost_may_be_negative() =>
        (await Found(Credit.With(("PricingCurrencyEffectiveCost", "-2")))).ShouldBeEmpty();

    [Fact]
    public async Task A_list_price_without_a_quantity_makes_no_product() =>
        (
            await Found(Correction.With(("PricingQuantity", ""), ("PricingUnit", "")))
        ).ShouldBeEmpty();

    [Fact]
    public async Task A_resource_may_lack_a_type() =>
        (await Found(Usage.With(("ResourceType", "")))).ShouldBeEmpty();

    [Fact]
    public async Task A_reservation_has_a_status_on_usage_only()
    {
        (
            await Found(
                Usage.With(("CapacityReservationId", "cr"), ("CapacityReservationStatus", "Used"))
            )
        ).ShouldBeEmpty();
        (await Found(Tax.With(("CapacityReservationId", "cr")))).ShouldBeEmpty();
    }

    [Fact]
    public async Task InvoiceId_may_be_there_or_not() =>
        (await Found(Usage, Usage.With(("InvoiceId", "")))).ShouldBeEmpty();

    [Fact]
    public async Task An_account_id_of_digits_is_text() =>
        (await Found(Usage.With(("BillingAccountId", "123456789012")))).ShouldBeEmpty();

    [Fact]
    public async Task PricingCurrencyContractedUnitPrice_is_empty_on_Tax_and_filled_on_Usage()
    {
        (await Found(Usage, Tax)).ShouldBeEmpty();
        (await Found(Tax.With(("PricingCurrencyContractedUnitPrice", "1")))).ShouldBe([
            "PricingCurrencyContractedUnitPrice-C-004-C",
        ]);
    }

    [Fact]
    public async Task ContractApplied_of_1_3_may_carry_cost_and_quantity()
    {
        var report = await MadeFile.CheckAsync(
            FocusVersion.V1_3,
            [
                Usage.With(
                    (
                        "ContractApplied",
                        """{"Elements":[{"ContractId":"c","ContractCommitmentId":"d","ContractCommitmentAppliedCost":1,"ContractCommitmentAppliedQuantity":2,"ContractCommitmentAppliedUnit":"Hours"}]}"""
                    )
                ),
            ]
        );

        report.Findings.ShouldBeEmpty();
    }
}
