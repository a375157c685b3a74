using CsCheck;
using Outlay.Commitments.Payments;
using static Outlay.Commitments.Tests.CommitmentExample;

namespace Outlay.Commitments.Tests.Payments;

public sealed class PaymentTermTests
{
    [Theory]
    [InlineData(0, 0.121, 1, 0.1210, 36.98, 36.98, 0.0)]
    [InlineData(504, 0.0576, 1, 0.11513, 40.03, 38.72, 5.1370)]
    [InlineData(988, 0, 1, 0.11279, 41.26, 38.68, 7.0491)]
    [InlineData(0, 0.083, 3, 0.083, 56.77, 56.77, 0.0)]
    [InlineData(1020, 0.0388, 3, 0.077613, 59.58, 56.99, 9.1205)]
    [InlineData(1918, 0, 3, 0.072983, 61.99, 57.12, 13.6844)]
    public void Paying_early_looks_better_than_it_is_once_interest_counts(
        double upfront,
        double hourly,
        int years,
        double amortised,
        double nominal,
        double present,
        double months
    )
    {
        var term = new PaymentTerm("", upfront, hourly, 8760.0 * years, 12 * years);

        var figures = term.Against(0.192, 0.08);

        figures.AmortisedHourly.ShouldBe(amortised, 5e-6);
        (100 * figures.EffectiveDiscount).ShouldBe(nominal, 5e-3);
        (100 * figures.NetPresentDiscount).ShouldBe(present, 5e-3);
        figures.BreakEvenMonths!.Value.ShouldBe(months, 1e-4);
        figures.BreakEvenUtilisation.ShouldBe(1 - figures.EffectiveDiscount, 1e-12);
    }

    [Fact]
    public void Reference_options_come_out_figure_by_figure()
    {
        var root = Shared("c5_payment_options.json");
        var input = root.GetProperty("input");
        foreach (var option in input.GetProperty("options").EnumerateObject())
        {
            var term = new PaymentTerm(
                option.Name,
                option.Value.Number("upfront"),
                option.Value.Number("recurring_hourly"),
                option.Value.Number("term_hours"),
                option.Value.GetProperty("term_months").GetInt32()
            );
            var expected = root.GetProperty("expected").GetProperty(option.Name);

            var figures = term.Against(input.Number("on_demand_rate"), input.Number("apr"));

            figures.AmortisedHourly.ShouldBe(expected.Number("amortised_hourly"), 1e-6);
            figures.EffectiveDiscount.ShouldBe(expected.Number("effective_discount"), 1e-6);
            figures.TotalCost.ShouldBe(expected.Number("total_cost"), 1e-6);
            figures.BreakEvenMonths!.Value.ShouldBe(expected.Number("break_even_months"), 1e-6);
            figures.BreakEvenUtilisation.ShouldBe(expected.Number("break_even_utilisation"), 1e-6);
            figures.NetPresentCost.ShouldBe(expected.Number("npv_cost"), 1e-6);
            figures.NetPresentOnDemand.ShouldBe(expected.Number("npv_on_demand"), 1e-6);
            figures.NetPresentSaving.ShouldBe(expected.Number("npv_savings"), 1e-6);
            figures.NetPresentDiscount.ShouldBe(expected.Number("npv_discount"), 1e-6);
        }
    }

    [Fact]
    public void However_it_is_paid_a_plan_costs_its_commitment() =>
        (
            from commitment in Gen.Double[0.001, 100]
            from years in Gen.Bool.Select(three => three ? 3 : 1)
            from payment in Gen.Enum<Payment>()
            select (commitment, years, payment)
        ).Sample(t =>
        {
            var term = PaymentTerm.OfPlan(t.commitment, t.years, t.payment);

            term.AmortisedHourly.ShouldBe(t.commitment, 1e-9);
            term.Total.ShouldBe(t.commitment * 8760 * t.years, 1e-6);
            (term.Upfront / term.Total).ShouldBe(PaymentTerm.UpfrontShare(t.payment), 1e-9);
        });

    [Fact]
    public void Without_interest_money_of_today_is_money()
    {
        var figures = new PaymentTerm("", 500, 0.05, 8760, 12).Against(0.2, 0);

        figures.NetPresentCost.ShouldBe(500 + (0.05 * 8760), 1e-9);
        figures.NetPresentDiscount.ShouldBe(figures.EffectiveDiscount, 1e-12);
    }

    [Fact]
    public void Upfront_that_never_comes_back_has_no_month()
    {
        BreakEven.Months(100, 50, 50).ShouldBeNull();
        BreakEven.Months(0, 60, 50).ShouldBeNull();
        BreakEven.Months(0, 40, 50).ShouldBe(0);
        BreakEven.Months(100, 30, 50).ShouldBe(5);
    }
}
