using CsCheck;
using Outlay.Commitments.Billing;
using Outlay.Commitments.Plans;
using static Outlay.Commitments.Tests.CommitmentExample;

namespace Outlay.Commitments.Tests.Billing;

public sealed class BillingPropertyTests
{
    [Fact]
    public void The_order_in_which_lines_and_plans_are_given_changes_nothing() =>
        (
            from lines in SomeUse()
            from plans in SomePlans()
            from shuffledLines in Gen.Shuffle(lines)
            from shuffledPlans in Gen.Shuffle(plans)
            select (lines, plans, shuffledLines, shuffledPlans)
        ).Sample(t =>
        {
            var bill = BillingSimulator.Run(t.lines, t.plans);
            var other = BillingSimulator.Run(t.shuffledLines, t.shuffledPlans);

            for (var hour = 0; hour < bill.Hours.Count; hour++)
            {
                other.Hours[hour].Actual.ShouldBe(bill.Hours[hour].Actual, 1e-9);
                other.Hours[hour].Used.ShouldBe(bill.Hours[hour].Used, 1e-9);
            }

            foreach (var plan in bill.Plans)
            {
                other.Plans.Single(p => p.Id == plan.Id).Used.ShouldBe(plan.Used, 1e-9);
            }
        });

    [Fact]
    public void Money_is_neither_made_nor_lost() =>
        (from lines in SomeUse() from plans in SomePlans() select (lines, plans)).Sample(t =>
        {
            var bill = BillingSimulator.Run(t.lines, t.plans);

            for (var hour = 0; hour < bill.Hours.Count; hour++)
            {
                var h = bill.Hours[hour];
                var committed = t.plans.Where(p => p.CountsIn(hour)).Sum(p => p.HourlyCommitment);
                h.Committed.ShouldBe(committed, 1e-9);
                (h.Used + h.Unused).ShouldBe(committed, 1e-9);
                h.OnDemand.ShouldBe(t.lines.Sum(l => l.OnDemand[hour]), 1e-9);
                h.Actual.ShouldBe(committed + h.OnDemand - h.Covered, 1e-9);
                h.Used.ShouldBeInRange(0, committed + 1e-9);
                h.Covered.ShouldBeInRange(0, h.Eligible + 1e-9);

                var trace = BillingSimulator.Trace(t.lines, t.plans, hour);
                trace.Sum(a => a.Used).ShouldBe(h.Used, 1e-9);
                trace.Sum(a => a.Covered).ShouldBe(h.Covered, 1e-9);
            }

            bill.Plans.Sum(p => p.Used).ShouldBe(bill.Total.Used, 1e-9);
            bill.Plans.Sum(p => p.Covered).ShouldBe(bill.Total.Covered, 1e-9);
        });

    [Fact]
    public void Savings_are_coverage_times_discount_less_waste() =>
        (from lines in SomeUse() from plans in SomePlans() select (lines, plans)).Sample(t =>
        {
            var total = BillingSimulator.Run(t.lines, t.plans).Total;
            if (total.OnDemand > 0.01)
            {
                var discounts = (total.Covered - total.Used) / total.OnDemand;
                var waste = total.Unused / total.OnDemand;
                total.EffectiveSavingsRate.ShouldBe(discounts - waste, 1e-9);
            }
        });

    [Fact]
    public void Cost_is_convex_in_the_commitment_of_one_plan() =>
        (
            from lines in SomeUse()
            from rates in Rates()
            from step in Gen.Double[0.1, 3]
            select (lines, rates, step)
        ).Sample(t =>
        {
            var costs = Enumerable
                .Range(0, 30)
                .Select(i =>
                    BillingSimulator.Run(t.lines, [Compute(i * t.step, t.rates)]).Total.Actual
                )
                .ToList();
            for (var i = 2; i < costs.Count; i++)
            {
                (costs[i] - (2 * costs[i - 1]) + costs[i - 2]).ShouldBeGreaterThan(-1e-9);
            }
        });

    [Fact]
    public void More_use_never_costs_less_under_one_plan() =>
        (
            from lines in SomeUse()
            from rates in Rates()
            from commitment in Gen.Double[0, 30]
            from grown in Gen.Int[0, lines.Length - 1]
            from extra in Gen.Double[0, 10]
            select (lines, rates, commitment, grown, extra)
        ).Sample(t =>
        {
            var more = t
                .lines.Select(
                    (l, i) =>
                        i == t.grown
                            ? l with
                            {
                                OnDemand = [.. l.OnDemand.Select(v => v + t.extra)],
                            }
                            : l
                )
                .ToList();
            Plan[] plans = [Compute(t.commitment, t.rates)];

            BillingSimulator
                .Run(more, plans)
                .Total.Actual.ShouldBeGreaterThan(
                    BillingSimulator.Run(t.lines, plans).Total.Actual - 1e-9
                );
        });

    [Fact]
    public void Plans_that_are_twins_cost_what_one_of_their_sum_costs() =>
        (
            from lines in SomeUse()
            from rates in Rates()
            from commitment in Gen.Double[0, 30]
            from part in Gen.Double[0, 1]
            select (lines, rates, commitment, part)
        ).Sample(t =>
            BillingSimulator
                .Run(
                    t.lines,
                    [
                        Compute(t.part * t.commitment, t.rates, "a"),
                        Compute((1 - t.part) * t.commitment, t.rates, "b"),
                    ]
                )
                .Total.Actual.ShouldBe(
                    BillingSimulator.Run(t.lines, [Compute(t.commitment, t.rates)]).Total.Actual,
                    1e-9
                )
        );
}
