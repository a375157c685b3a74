using CsCheck;
using Outlay.Commitments.Billing;
using Outlay.Commitments.Plans;
using Outlay.Commitments.SinglePlan;
using Outlay.Commitments.Usage;
using static Outlay.Commitments.Tests.CommitmentExample;

namespace Outlay.Commitments.Tests.SinglePlan;

public sealed class SinglePlanOptimumTests
{
    [Theory]
    [InlineData(0.20, 7.20, 325.8, 0.112262, 0.990741, 0.583106)]
    [InlineData(0.28, 7.20, 306.8, 0.164033, 0.970833, 0.634877)]
    [InlineData(0.37, 6.93, 284.32, 0.225286, 0.943182, 0.678474)]
    [InlineData(0.50, 7.00, 245.0, 0.332425, 0.863095, 0.790191)]
    [InlineData(0.66, 6.46, 179.04, 0.512153, 0.752193, 0.934605)]
    public void One_discount_is_bought_at_its_own_quantile(
        double discount,
        double commitment,
        double cost,
        double rate,
        double utilisation,
        double coverage
    )
    {
        var curve = SinglePlanOptimum.Curve([Line("a", Day)], [], Compute(0, Flat(discount)));

        var best = curve.Point(curve.Optimum);

        best.Commitment.ShouldBe(commitment, 1e-9);
        best.Cost.ShouldBe(cost, 1e-9);
        best.Utilisation.ShouldBe(utilisation, 1e-6);
        best.Coverage.ShouldBe(coverage, 1e-6);
        (best.Saving / 367).ShouldBe(rate, 1e-6);
        var quantile = Day.Select(u => u * (1 - discount))
            .Order()
            .ElementAt((int)Math.Ceiling((discount * Day.Length) - 1e-9) - 1);
        best.Commitment.ShouldBe(quantile, 1e-9);
    }

    [Fact]
    public void Reference_profile_costs_what_it_should_at_every_rule_of_thumb()
    {
        var root = Shared("c1_single_discount_quantile.json");
        var usage = root.GetProperty("input")
            .GetProperty("hourly_on_demand_usage")
            .EnumerateArray()
            .Select(v => v.GetDouble())
            .ToArray();
        foreach (var expected in root.GetProperty("expected").EnumerateObject())
        {
            var share = 1 - Number(expected.Name);
            var curve = SinglePlanOptimum.Curve(
                [Line("a", usage)],
                [],
                Compute(0, Flat(1 - share))
            );

            curve.Optimum.ShouldBe(
                expected.Value.Number("optimal_commitment_sp_rate_per_hour"),
                1e-6
            );
            curve.Cost(curve.Optimum).ShouldBe(expected.Value.Number("cost_at_optimum"), 1e-6);
            curve.Saving(curve.Optimum).ShouldBe(expected.Value.Number("savings"), 1e-6);
            curve.Utilisation(curve.Optimum).ShouldBe(expected.Value.Number("utilisation"), 1e-6);
            curve.Coverage(curve.Optimum).ShouldBe(expected.Value.Number("coverage"), 1e-6);
            curve
                .Cost(usage.Min() * share)
                .ShouldBe(expected.Value.Number("cost_at_min_usage"), 1e-6);
            curve
                .Cost(usage.Average() * share)
                .ShouldBe(expected.Value.Number("cost_at_mean"), 1e-6);
            curve.Cost(usage.Max() * share).ShouldBe(expected.Value.Number("cost_at_max"), 1e-6);
        }
    }

    [Fact]
    public void Several_discounts_are_bought_to_where_the_shallowest_still_pays()
    {
        double[] web =
        [
            3.2,
            3.36,
            3.84,
            4.61,
            5.6,
            6.76,
            8.0,
            9.24,
            10.4,
            11.39,
            12.16,
            12.64,
            12.8,
            12.64,
            12.16,
            11.39,
            10.4,
            9.24,
            8.0,
            6.76,
            5.6,
            4.61,
            3.84,
            3.36,
        ];
        double[] batch = [.. Enumerable.Repeat(6.0, 6), .. Enumerable.Repeat(1.0, 18)];
        double[] lambda =
        [
            0.6,
            0.63,
            0.72,
            0.86,
            1.05,
            1.27,
            1.5,
            1.73,
            1.95,
            2.14,
            2.28,
            2.37,
            2.4,
            2.37,
            2.28,
            2.14,
            1.95,
            1.73,
            1.5,
            1.27,
            1.05,
            0.86,
            0.72,
            0.63,
        ];
        UsageLine[] lines =
        [
            Line("web", web),
            Line("batch", batch),
            Line("win", [.. Enumerable.Repeat(5.0, 24)]),
            Line("lambda", lambda),
        ];
        var rates = ByLine(("web", 0.28), ("batch", 0.5), ("win", 0.17), ("lambda", 0.12));

        var curve = SinglePlanOptimum.Curve(lines, [], Compute(0, rates));
        var bill = BillingSimulator.Run(lines, [Compute(curve.Optimum, rates)]).Total;

        curve.Optimum.ShouldBe(9.716, 1e-6);
        bill.Actual.ShouldBe(313.41716, 1e-5);
        bill.EffectiveSavingsRate.ShouldBe(0.220355, 1e-6);
        bill.Utilisation.ShouldBe(0.979158, 1e-6);
        bill.Coverage.ShouldBe(0.800415, 1e-6);
    }

    [Fact]
    public void Reference_hours_of_several_discounts_come_out_as_the_linear_program_has_them()
    {
        var root = Shared("c3_multi_discount_convex.json");
        var hours = root.GetProperty("input").GetProperty("hours").EnumerateArray().ToList();
        var first = hours[0].EnumerateArray().ToList();
        var lines = first.Select(
            (l, i) =>
                Line(
                    l.GetProperty("line").GetString()!,
                    [.. hours.Select(h => h[i].Number("on_demand"))]
                )
        );
        var rates = ByLine([
            .. first.Select(l => (l.GetProperty("line").GetString()!, l.Number("discount"))),
        ]);
        var expected = root.GetProperty("expected");

        var curve = SinglePlanOptimum.Curve([.. lines], [], Compute(0, rates));
        var bill = BillingSimulator.Run([.. lines], [Compute(curve.Optimum, rates)]).Total;

        curve.Optimum.ShouldBe(expected.Number("optimal_commitment"), 1e-6);
        curve.Cost(curve.Optimum).ShouldBe(expected.Number("cost"), 1e-6);
        bill.Actual.ShouldBe(expected.Number("cost"), 1e-6);
        bill.EffectiveSavingsRate.ShouldBe(expected.Number("esr"), 1e-6);
        bill.Utilisation.ShouldBe(expected.Number("utilisation"), 1e-6);
        bill.Coverage.ShouldBe(expected.Number("coverage"), 1e-6);
        bill.Unused.ShouldBe(expected.Number("waste"), 1e-6);
    }

    [Fact]
    public void The_sweep_finds_what_trying_everything_finds() =>
        (
            from lines in SomeUse()
            from rates in Rates()
            from owned in Gen.Bool
            select (lines, rates, owned)
        ).Sample(
            t =>
            {
                var offer = Compute(0, t.rates) with { Owner = t.owned ? "main" : null };
                double Simulated(double c) =>
                    BillingSimulator
                        .Run(t.lines, [offer with { HourlyCommitment = c }])
                        .Total.Actual;

                var curve = SinglePlanOptimum.Curve(t.lines, [], offer);

                var hours = t.lines[0].OnDemand.Length;
                var levels = Enumerable
                    .Range(0, hours)
                    .SelectMany(hour =>
                    {
                        var everything = BillingSimulator.Trace(
                            t.lines,
                            [offer with { HourlyCommitment = 1e6 }],
                            hour
                        );
                        var level = 0.0;
                        return everything.Select(a => level += a.Used).ToList();
                    })
                    .Append(0)
                    .ToList();
                var least = levels.Min(Simulated);
                Simulated(curve.Optimum).ShouldBe(least, 1e-6);
                curve.Cost(curve.Optimum).ShouldBe(least, 1e-6);
                foreach (var level in levels)
                {
                    curve.Cost(level * 1.01).ShouldBe(Simulated(level * 1.01), 1e-6);
                }
            },
            iter: 1000
        );

    [Fact]
    public void The_curve_tells_coverage_use_and_waste_as_the_bill_does() =>
        (
            from lines in SomeUse()
            from rates in Rates()
            from existing in SomePlans(2)
            from commitment in Gen.Double[0.01, 40]
            select (lines, rates, existing, commitment)
        ).Sample(t =>
        {
            // The last kind of all sees what the others leave.
            var standing = t.existing.Where(p => p.Kind != PlanKind.Generic).ToArray();
            var offer = new Plan("new", PlanKind.Generic, 0, PlanScope.Everything, t.rates);

            var curve = SinglePlanOptimum.Curve(t.lines, standing, offer);
            var bill = BillingSimulator.Run(
                t.lines,
                [.. standing, offer with { HourlyCommitment = t.commitment }]
            );

            curve.Cost(t.commitment).ShouldBe(bill.Total.Actual, 1e-6);
            curve.Coverage(t.commitment).ShouldBe(bill.Total.Coverage, 1e-6);
            curve.Utilisation(t.commitment).ShouldBe(bill.Plans[^1].Utilisation, 1e-6);
            curve.Unused(t.commitment).ShouldBe(bill.Plans[^1].Unused, 1e-6);
        });

    [Fact]
    public void Only_what_is_missing_is_bought_on_top_of_a_plan_of_the_same_rates()
    {
        var standing = Compute(5, Flat(0.28), "standing");

        var curve = SinglePlanOptimum.Curve([Line("a", Day)], [standing], Compute(0, Flat(0.28)));

        curve.Optimum.ShouldBe(2.2, 1e-9);
        curve.Cost(curve.Optimum).ShouldBe(306.8, 1e-9);
    }

    [Fact]
    public void A_plan_that_expires_within_the_horizon_leaves_its_hours_to_the_offer()
    {
        var standing = Compute(5, Flat(0.5), "standing") with { EndHour = 2 };
        double[] flat = [10, 10, 10, 10, 10, 10, 10, 10];

        var curve = SinglePlanOptimum.Curve([Line("a", flat)], [standing], Compute(0, Flat(0.5)));

        curve.Optimum.ShouldBe(5, 1e-9);
        curve.Utilisation(5).ShouldBe(0.75, 1e-9);
    }

    [Fact]
    public void A_narrow_offer_that_takes_use_from_a_broad_plan_is_found_by_simulation()
    {
        double[] a = [6, 6, 8, 9];
        double[] b = [2, 3, 1, 2];
        var lines = new[] { Line("a", a), Line("b", b) };
        var standing = Compute(4, Flat(0.3));
        var offer = Family(0, ByLine(("a", 0.5)));
        double Simulated(double c) =>
            BillingSimulator
                .Run(lines, [standing, offer with { HourlyCommitment = c }])
                .Total.Actual;

        var curve = SinglePlanOptimum.Curve(lines, [standing], offer);

        var least = Enumerable.Range(0, 60_001).Min(i => Simulated(i * 1e-4));
        Simulated(curve.Optimum).ShouldBe(least, 1e-3);
        curve.Cost(curve.Optimum).ShouldBe(Simulated(curve.Optimum), 1e-9);
    }

    [Fact]
    public void A_coverage_is_reached_by_the_smallest_commitment_that_does() =>
        (
            from lines in SomeUse()
            from rates in Rates()
            from coverage in Gen.Double[0.01, 1]
            select (lines, rates, coverage)
        ).Sample(t =>
        {
            var curve = SinglePlanOptimum.Curve(t.lines, [], Compute(0, t.rates));
            if (curve.Maximum > 0.01)
            {
                var found = curve.ForCoverage(t.coverage);

                curve.Coverage(found).ShouldBe(t.coverage, 1e-9);
                curve.Coverage(found * 0.999).ShouldBeLessThan(t.coverage);
            }
        });

    [Fact]
    public void The_chart_has_few_points_and_the_optimum_among_them() =>
        (from lines in SomeUse(8, 60) from rates in Rates() select (lines, rates)).Sample(
            t =>
            {
                var curve = SinglePlanOptimum.Curve(t.lines, [], Compute(0, t.rates));

                var points = curve.Sample();

                points.Count.ShouldBeLessThanOrEqualTo(200);
                points.ShouldContain(curve.Point(curve.Optimum));
                points.Min(p => p.Cost).ShouldBe(curve.Cost(curve.Optimum), 1e-6);
                points[0].Commitment.ShouldBe(0);
                points[^1].Commitment.ShouldBe(curve.Maximum, 1e-9);
            },
            iter: 200
        );

    [Fact]
    public void An_hour_of_weight_two_counts_as_two_hours() =>
        SinglePlanOptimum
            .Curve([Line("a", 1, 5, 9)], [], Compute(0, Flat(0.4)), [2, 1, 2])
            .Optimum.ShouldBe(
                SinglePlanOptimum
                    .Curve([Line("a", 1, 1, 5, 9, 9)], [], Compute(0, Flat(0.4)))
                    .Optimum,
                1e-12
            );

    [Fact]
    public void Nothing_to_cover_is_nothing_to_buy()
    {
        var curve = SinglePlanOptimum.Curve([Line("a", 5, 5)], [], Compute(0, _ => null));

        curve.Optimum.ShouldBe(0);
        curve.Cost(0).ShouldBe(10);
        curve.Sample().ShouldHaveSingleItem();
        SinglePlanOptimum.Curve([], [], Compute(0, Flat(0.5))).Optimum.ShouldBe(0);
    }
}
