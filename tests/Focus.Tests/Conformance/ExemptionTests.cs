using static Outlay.Focus.Tests.Conformance.Charge;

namespace Outlay.Focus.Tests.Conformance;

/// <summary>Rows that look broken and are not.</summary>
public class ExemptionTests
{
    private static async Task<IReadOnlyList<string>> Found(
        FocusVersion version,
        params IReadOnlyList<Charge> charges
    )
    {
        var report = await MadeFile.CheckAsync(version, charges);
        return [.. report.Findings.Select(f => $"{f.RuleId} {f.Column}")];
    }

    [Fact]
    public async Task Until_1_2_a_correction_may_miss_the_product_and_leave_prices_out()
    {
        var odd = Correction.With(("ListCost", "-99"), ("ListUnitPrice", "0.5"));
        var bare = Correction.With(
            ("ListUnitPrice", ""),
            ("ContractedUnitPrice", ""),
            ("PricingQuantity", ""),
            ("PricingUnit", ""),
            ("SkuId", ""),
            ("SkuMeter", ""),
            ("SkuPriceDetails", ""),
            ("SkuPriceId", "")
        );

        (await Found(FocusVersion.V1_2, odd, bare)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_product_may_miss_by_rounding() =>
        (
            await Found(
                FocusVersion.V1_4,
                Usage.With(("ListCost", "1.8000001"), ("ContractedCost", "1.50000049"))
            )
        ).ShouldBeEmpty();

    [Fact]
    public async Task A_negative_credit_may_be_smaller_by_contract() =>
        (
            await Found(
                FocusVersion.V1_2,
                Correction.With(("ListCost", "-2"), ("ContractedCost", "-1"))
            )
        ).ShouldBeEmpty();

    [Fact]
    public async Task Virtual_currencies_are_fine_until_1_3() =>
        (await Found(FocusVersion.V1_3, Usage.With(("PricingCurrency", "Tokens")))).ShouldBeEmpty();

    [Fact]
    public async Task Usage_that_somebody_else_invoices_has_a_billed_cost_of_0() =>
        (await Found(FocusVersion.V1_4, Usage.With(("BilledCost", "0")))).ShouldBeEmpty();

    [Fact]
    public async Task Numbers_may_be_tiny_huge_negative_or_with_an_exponent()
    {
        Charge[] charges =
        [
            .. (
                (string[])
                    ["5e-06", "0.000000000000000001", "-0", "12345678901234567890", ".5", "1E3"]
            ).Select(n => Adjustment(n)),
        ];

        (await Found(FocusVersion.V1_4, charges)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Units_of_every_form_are_fine()
    {
        Charge[] charges =
        [
            .. (
                (string[])
                    [
                        "GB",
                        "GB-Hours",
                        "GiB",
                        "1000 Requests",
                        "GB/Hour",
                        "Units/3 Months",
                        "b",
                        "Normalized Hours",
                        "10 GB",
                    ]
            ).Select(u => Usage.With(("PricingUnit", u), ("ConsumedUnit", u))),
        ];

        (await Found(FocusVersion.V1_4, charges)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_purchase_may_reach_beyond_its_billing_period() =>
        (
            await Found(
                FocusVersion.V1_4,
                Purchase.With(
                    ("ChargeFrequency", "One-Time"),
                    ("ChargePeriodEnd", "2027-10-05T00:00:00Z")
                )
            )
        ).ShouldBeEmpty();

    [Fact]
    public async Task An_upfront_commitment_is_not_summed_over_one_file() =>
        (
            await Found(
                FocusVersion.V1_4,
                Purchase.With(("ChargeFrequency", "One-Time"), ("BilledCost", "1000")),
                Used
            )
        ).ShouldBeEmpty();

    [Fact]
    public async Task Letter_case_counts()
    {
        var found = await Found(FocusVersion.V1_2, Usage.With(("ChargeCategory", "usage")));

        found.ShouldContain("ChargeCategory-C-003-M ChargeCategory");
    }

    private static Charge Adjustment(string cost) =>
        Credit.With(
            ("ChargeCategory", "Adjustment"),
            ("BilledCost", cost),
            ("ContractedCost", cost),
            ("EffectiveCost", cost),
            ("ListCost", cost)
        );
}
