using Outlay.Commitments.Advice;
using Outlay.Commitments.Bench;
using Outlay.Commitments.Billing;
using Outlay.Commitments.Payments;
using Outlay.Commitments.Plans;
using Outlay.Commitments.Scenarios;
using Outlay.Commitments.Usage;
using static Outlay.Commitments.Tests.CommitmentExample;

namespace Outlay.Commitments.Tests.Advice;

public sealed class PurchaseAdviceTests
{
    private static readonly MadeUse Made = MadeUse.Of(7, 60, 8);

    [Fact]
    public void Flat_use_with_a_certain_future_is_committed_whole()
    {
        var question = Ask([Line("a", [.. Enumerable.Repeat(10.0, 30 * 24)])], Flat(0.3)) with
        {
            Falls = [new(0, 1)],
        };

        var advice = PurchaseAdvice.For(question).Best!;

        advice.HourlyCommitment.ShouldBe(7, 1e-9);
        advice.LookbackHours.ShouldBe(720);
        advice.Before.EffectiveSavingsRate.ShouldBe(0);
        advice.After.EffectiveSavingsRate.ShouldBe(0.3, 1e-9);
        advice.After.Coverage.ShouldBe(1, 1e-9);
        advice.Utilisation.ShouldBe(1, 1e-9);
        advice.MonthlySaving.ShouldBe(3 * 730, 1e-6);
        advice.PoorMonthlySaving.ShouldBe(3 * 730, 1e-6);
        advice.PoorMonthlyUnused.ShouldBe(0, 1e-6);
        advice.LossProbability.ShouldBe(0);
        advice.BreakEvenUtilisation!.Value.ShouldBe(0.7, 1e-9);
        advice.BreakEvenMonths.ShouldBe(0);
        advice.WorstMonthlySaving.ShouldBe(730, 1e-6);
        advice.BreakEvenFall.ShouldBe(0.3, 1e-6);
        advice.Expiry.ShouldBe(new DateOnly(2027, 1, 1));
        advice.Cliff.Share.ShouldBe(1);
        advice.Curve.Count.ShouldBeLessThanOrEqualTo(200);
    }

    [Fact]
    public void Likely_falls_shrink_the_purchase_and_show_in_a_poor_month()
    {
        var lines = new[] { Line("a", [.. Enumerable.Repeat(10.0, 30 * 24)]) };
        var question = Ask(lines, Flat(0.3)) with
        {
            Falls = [new(0, 0.55), new(0.1, 0.25), new(0.5, 0.2)],
        };

        var advice = PurchaseAdvice.For(question).Best!;

        // The 30 % quantile of 5 by 0.2, 9 by 0.25 and 10 by 0.55 is 9.
        advice.HourlyCommitment.ShouldBe(6.3, 1e-9);
        advice.MonthlySaving.ShouldBe(2.7 * 730, 1e-6);
        advice.PoorMonthlySaving.ShouldBe((5 - 6.3) * 730, 1e-6);
        advice.PoorMonthlyUnused.ShouldBe(2.8 * 730, 1e-6);
        advice.LossProbability.ShouldBe(0.2, 1e-3);
    }

    [Fact]
    public void Scenarios_of_a_forecast_take_the_place_of_the_falls()
    {
        var lines = new[] { Line("a", [.. Enumerable.Repeat(10.0, 30 * 24)]) };
        var question = Ask(lines, Flat(0.3)) with
        {
            Scenarios = [UsageScenario.Scaled("moved away", 1, lines, 0.4)],
        };

        var advice = PurchaseAdvice.For(question).Best!;

        advice.HourlyCommitment.ShouldBe(2.8, 1e-9);
        advice.MonthlySaving.ShouldBe(1.2 * 730, 1e-6);
        advice.Assumptions.ShouldContain(a => a.Contains("moved away", StringComparison.Ordinal));
    }

    [Fact]
    public void A_coverage_or_a_given_commitment_is_bought_to_the_step()
    {
        var coverage = PurchaseAdvice
            .For(Ask(Made.Lines, Made.Rates, new Objective.TargetCoverage(0.8)))
            .Best!;
        var fixedHourly = PurchaseAdvice
            .For(Ask(Made.Lines, Made.Rates, new Objective.FixedHourly(12.3456)))
            .Best!;

        coverage.After.Coverage.ShouldBeInRange(0.8, 0.8005);
        (coverage.HourlyCommitment * 1000).ShouldBe(
            Math.Round(coverage.HourlyCommitment * 1000),
            1e-6
        );
        fixedHourly.HourlyCommitment.ShouldBe(12.346, 1e-9);
        fixedHourly.Curve.ShouldContain(p => p.Commitment == fixedHourly.HourlyCommitment);
    }

    [Fact]
    public void What_is_told_before_and_after_is_what_the_bill_says()
    {
        var standing = Compute(5, Flat(0.4), "standing");
        var question = Ask(Made.Lines, Made.Rates) with { Existing = [standing] };

        var advice = PurchaseAdvice.For(question).Best!;

        var offer = question.Offers[0];
        var after = BillingSimulator.Run(Made.Lines, [standing, offer.Of(advice.HourlyCommitment)]);
        advice.HourlyCommitment.ShouldBeGreaterThan(0);
        advice.After.Actual.ShouldBe(after.Total.Actual, 1e-6);
        advice.After.Coverage.ShouldBe(after.Total.Coverage, 1e-9);
        advice.Before.Actual.ShouldBe(
            BillingSimulator.Run(Made.Lines, [standing]).Total.Actual,
            1e-6
        );
        advice.Utilisation.ShouldBe(after.Plans[1].Utilisation, 1e-9);
        advice.BreakEvenUtilisation!.Value.ShouldBe(
            after.Plans[1].Used / after.Plans[1].Covered,
            1e-9
        );
        advice.PoorMonthlySaving.ShouldBeLessThan(advice.MonthlySaving);
        advice.WorstMonthlySaving.ShouldBeLessThan(advice.MonthlySaving);
    }

    [Fact]
    public void Whole_units_are_advised_where_units_are_sold()
    {
        var question = Ask(Made.Lines, Made.Rates);
        var offer = question.Offers[0] with { Kind = PlanKind.Reservation, UnitPrice = 1.7 };

        var advice = PurchaseAdvice.For(question with { Offers = [offer] }).Best!;

        advice.Units.ShouldNotBeNull();
        advice.HourlyCommitment.ShouldBe(advice.Units.Value * 1.7, 1e-9);
        advice.Units.Value.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Money_paid_upfront_comes_back_after_some_months()
    {
        var lines = new[] { Line("a", [.. Enumerable.Repeat(10.0, 30 * 24)]) };
        var question = Ask(lines, Flat(0.4)) with { Falls = [new(0, 1)] };
        PlanOffer Offer(Payment payment) =>
            question.Offers[0] with
            {
                Id = payment.ToString(),
                Payment = payment,
            };

        var answer = PurchaseAdvice.For(
            question with
            {
                Offers = [.. Enum.GetValues<Payment>().Select(Offer)],
            }
        );

        double? Months(Payment payment) =>
            answer.Advice.Single(a => a.Offer.Payment == payment).BreakEvenMonths;
        Months(Payment.NoUpfront)!.Value.ShouldBe(0);
        Months(Payment.PartialUpfront)!.Value.ShouldBe(3.0 * 12 / 7, 1e-6);
        Months(Payment.AllUpfront)!.Value.ShouldBe(0.6 * 12, 1e-6);
    }

    [Fact]
    public void Weeks_above_the_last_are_no_reason_to_commit_more()
    {
        // 20 % less since 20 days: what was there before will not come back.
        double[] hours = [.. Enumerable.Repeat(10.0, 40 * 24), .. Enumerable.Repeat(8.0, 20 * 24)];
        var question = Ask([Line("a", hours)], Flat(0.5)) with { Falls = [new(0, 1)] };

        var advice = PurchaseAdvice.For(question).Best!;

        advice.HourlyCommitment.ShouldBe(4, 1e-9);
        advice.Assumptions.ShouldContain(a => a.Contains("brought down", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_use_that_can_be_covered_has_a_say_in_its_level()
    {
        var steady = Line("steady", [.. Enumerable.Repeat(8.0, 60 * 24)]);
        var gone = Line("gone", [.. Enumerable.Range(0, 60 * 24).Select(h => h < 900 ? 90.0 : 0)]);
        var question = Ask([steady, gone], ByLine(("steady", 0.5))) with { Falls = [new(0, 1)] };

        var advice = PurchaseAdvice.For(question).Best!;

        advice.HourlyCommitment.ShouldBe(4, 1e-9);
        advice.Utilisation.ShouldBe(1, 1e-9);
        advice.Assumptions.ShouldNotContain(a =>
            a.Contains("brought down", StringComparison.Ordinal)
        );
        advice.Before.OnDemand.ShouldBe((8 * 60 * 24) + (90 * 900), 1e-6);
    }

    [Fact]
    public void Recent_hours_count_more_than_old_ones()
    {
        double[] hours = [.. Enumerable.Repeat(5.0, 35 * 24), .. Enumerable.Repeat(10.0, 25 * 24)];
        var question = Ask([Line("a", hours)], Flat(0.5)) with { Falls = [new(0, 1)] };

        PurchaseAdvice.For(question).Best!.HourlyCommitment.ShouldBe(5, 1e-9);
        PurchaseAdvice
            .For(question with { HalfLifeDays = null })
            .Best!.HourlyCommitment.ShouldBe(2.5, 1e-9);
    }

    [Fact]
    public void Too_few_hours_falling_use_and_nothing_to_cover_are_refused()
    {
        RefusalReason? Reason(PurchaseQuestion question)
        {
            var answer = PurchaseAdvice.For(question);
            answer.Advice.Count.ShouldBe(answer.Refusal is null ? 1 : 0);
            return answer.Refusal?.Reason;
        }

        UsageLine[] Days(int days, double last) =>
            [
                Line(
                    "a",
                    [
                        .. Enumerable.Repeat(10.0, (days - 3) * 24),
                        .. Enumerable.Repeat(last, 3 * 24),
                    ]
                ),
            ];
        Reason(Ask(Days(14, 10), Flat(0.3))).ShouldBeNull();
        Reason(Ask(Days(13, 10), Flat(0.3))).ShouldBe(RefusalReason.TooFewHours);
        Reason(Ask(Days(30, 9.4), Flat(0.3))).ShouldBe(RefusalReason.FallingUse);
        Reason(Ask(Days(30, 9.6), Flat(0.3))).ShouldBeNull();
        Reason(Ask(Days(30, 10), _ => null)).ShouldBe(RefusalReason.NothingEligible);
        Reason(Ask([], Flat(0.3))).ShouldBe(RefusalReason.TooFewHours);
        PurchaseAdvice
            .For(Ask(Days(30, 9), Flat(0.3)))
            .Refusal!.Text.ShouldContain("10.0 %", Case.Sensitive);
    }

    [Fact]
    public void The_same_question_in_another_order_has_the_same_answer_and_hash()
    {
        var question = Ask(Made.Lines, Made.Rates);
        var one = PurchaseAdvice.For(question).Best!;
        var two = PurchaseAdvice.For(question with { Lines = [.. Made.Lines.Reverse()] }).Best!;
        var other = PurchaseAdvice
            .For(Ask(Made.Lines, l => new(Made.Rates(l)!.Value.Share * 0.99)))
            .Best!;

        two.HourlyCommitment.ShouldBe(one.HourlyCommitment);
        two.PoorMonthlySaving.ShouldBe(one.PoorMonthlySaving, 1e-6);
        two.InputHash.ShouldBe(one.InputHash);
        other.InputHash.ShouldNotBe(one.InputHash);
        one.SimulatorVersion.ShouldBe(BillingSimulator.Version);
    }

    [Fact]
    public void The_offer_of_the_best_poor_month_comes_first()
    {
        var question = Ask(Made.Lines, Made.Rates);
        var deeper = question.Offers[0] with
        {
            Id = "three years",
            Years = 3,
            Rates = l => new(Made.Rates(l)!.Value.Share - 0.1),
        };

        var answer = PurchaseAdvice.For(question with { Offers = [question.Offers[0], deeper] });

        answer.Advice.Select(a => a.Offer.Id).ShouldBe(["three years", "offer"]);
        answer.Best!.Expiry.ShouldBe(new DateOnly(2028, 12, 31));
    }

    private static PurchaseQuestion Ask(
        IReadOnlyList<UsageLine> lines,
        PlanRates rates,
        Objective? objective = null
    ) =>
        new(
            lines,
            [],
            [new("offer", PlanKind.Compute, PlanScope.Everything, rates, 1, Payment.NoUpfront)],
            objective ?? new Objective.MaximumSaving(),
            new(2026, 1, 1)
        );
}
