using Outlay.Commitments.Billing;
using Outlay.Commitments.Joint;
using Outlay.Commitments.Plans;
using Outlay.Commitments.SinglePlan;
using Outlay.Commitments.Tests.Billing;
using Outlay.Commitments.Usage;
using static Outlay.Commitments.Tests.CommitmentExample;

namespace Outlay.Commitments.Tests.Joint;

public sealed class JointOptimumTests
{
    private static readonly double[] C5 =
    [
        6,
        6,
        5,
        5,
        4,
        4,
        5,
        7,
        9,
        11,
        12,
        12,
        12,
        12,
        11,
        11,
        10,
        9,
        8,
        8,
        7,
        7,
        6,
        6,
    ];

    private static readonly double[] Fargate =
    [
        1,
        1,
        1,
        1,
        1,
        1,
        1.5,
        2,
        3,
        4,
        4,
        4,
        4,
        4,
        3.5,
        3,
        3,
        2.5,
        2,
        2,
        1.5,
        1.5,
        1,
        1,
    ];

    [Fact]
    public void A_family_plan_and_a_compute_plan_reach_the_linear_bound_of_a_day()
    {
        UsageLine[] lines =
        [
            Line("c5", C5),
            Line("m5", [.. Enumerable.Repeat(4.0, 24)]),
            Line("fargate", Fargate),
        ];
        Plan[] offers =
        [
            Family(0, ByLine(("c5", 0.37))),
            Compute(0, ByLine(("c5", 0.28), ("m5", 0.27), ("fargate", 0.2))),
        ];

        var found = JointOptimum.Find(lines, [], offers);

        LinearBound.Of(lines, offers).ShouldBe(263.36895, 1e-6);
        found.Bill.Total.Actual.ShouldBe(263.36895, 1e-3);
        found.Before.Total.Actual.ShouldBe(342.5, 1e-9);
        found.Commitments[0].ShouldBe(3.78, 2e-3);
        found.Commitments[1].ShouldBe(3.72, 2e-3);
    }

    [Fact]
    public void The_reference_day_of_two_plans_costs_what_the_linear_program_says()
    {
        var root = Shared("c6_joint_ec2_and_compute_plan.json");
        var hours = root.GetProperty("input").GetProperty("hours").EnumerateArray().ToList();
        var first = hours[0].EnumerateArray().ToList();
        var lines = first
            .Select(
                (l, i) =>
                    Line(
                        l.GetProperty("id").GetString()!,
                        [.. hours.Select(h => h[i].Number("on_demand_cost"))]
                    )
            )
            .ToList();
        var expected = root.GetProperty("expected");
        Plan[] Of(double family, double compute) =>
            [
                BillingSimulatorTests.PlanOf("ec2_c5", family, first),
                BillingSimulatorTests.PlanOf("compute", compute, first),
            ];

        LinearBound.Of(lines, Of(0, 0)).ShouldBe(expected.Number("lp_lower_bound"), 1e-6);
        BillingSimulator
            .Run(lines, Of(expected.Number("lp_ec2"), expected.Number("lp_compute")))
            .Total.Actual.ShouldBe(expected.Number("cost_of_lp_solution_in_simulator"), 1e-6);
        var grid = BillingSimulator
            .Run(
                lines,
                Of(expected.Number("best_ec2_commit"), expected.Number("best_compute_commit"))
            )
            .Total;
        grid.Actual.ShouldBe(expected.Number("best_cost"), 1e-6);
        grid.EffectiveSavingsRate.ShouldBe(expected.Number("esr"), 1e-6);
        JointOptimum
            .Find(lines, [], Of(0, 0))
            .Bill.Total.Actual.ShouldBe(expected.Number("lp_lower_bound"), 1e-3);
    }

    [Theory]
    [InlineData(1, 24, 4, 2)]
    [InlineData(2, 24, 6, 3)]
    [InlineData(3, 48, 8, 3)]
    [InlineData(4, 72, 8, 4)]
    [InlineData(5, 168, 6, 3)]
    [InlineData(6, 48, 12, 4)]
    [InlineData(7, 96, 5, 2)]
    [InlineData(8, 48, 10, 5)]
    [InlineData(9, 24, 8, 3)]
    [InlineData(10, 400, 5, 3)]
    public void Random_use_is_covered_within_half_a_percent_of_the_linear_bound(
        int seed,
        int hours,
        int count,
        int plans
    )
    {
        var (lines, offers) = Random(seed, hours, count, plans);

        var bound = LinearBound.Of(lines, offers);
        var found = JointOptimum.Find(lines, [], offers).Bill.Total.Actual;

        found.ShouldBeGreaterThan(bound - 1e-6);
        (found / bound).ShouldBeLessThanOrEqualTo(1.005, $"bound {bound}, ours {found}");
        bound.ShouldBeLessThan(0.95 * lines.Sum(l => l.OnDemand.Sum()));
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(23)]
    public void Where_the_narrow_plan_is_the_shallower_no_pair_of_sizes_on_a_grid_costs_less(
        int seed
    )
    {
        var (lines, offers) = Random(seed, 48, 4, 2);
        var random = new Random(seed);
        var shallow = lines.ToDictionary(l => l.Id, _ => 0.1 + (0.5 * random.NextDouble()));
        offers[1] = offers[1] with { Rates = l => LineRate.OfDiscount(shallow[l.Id]) };

        var found = JointOptimum.Find(lines, [], offers).Bill.Total.Actual;

        for (var a = 0.0; a <= 30; a += 0.5)
        {
            for (var b = 0.0; b <= 30; b += 0.5)
            {
                BillingSimulator
                    .Run(
                        lines,
                        [
                            offers[0] with
                            {
                                HourlyCommitment = a,
                            },
                            offers[1] with
                            {
                                HourlyCommitment = b,
                            },
                        ]
                    )
                    .Total.Actual.ShouldBeGreaterThan(found - 1e-6);
            }
        }
    }

    [Fact]
    public void One_offer_alone_gets_the_size_that_the_sweep_finds()
    {
        var (lines, offers) = Random(11, 100, 6, 2);
        var curve = SinglePlanOptimum.Curve(lines, [offers[0]], offers[1]);

        var found = JointOptimum.Find(lines, [offers[0]], [offers[1]]);

        found.Bill.Total.Actual.ShouldBe(curve.Cost(curve.Optimum), 0.05);
    }

    [Fact]
    public void An_hour_of_weight_two_counts_as_two_hours()
    {
        var (lines, offers) = Random(12, 24, 4, 2);
        var twice = lines
            .Select(l => l with { OnDemand = [.. l.OnDemand, .. l.OnDemand.Take(12)] })
            .ToList();
        double[] weights = [.. Enumerable.Range(0, 24).Select(h => h < 12 ? 2.0 : 1)];

        var found = JointOptimum.Find(lines, [], offers, weights: weights).Bill.Total.Actual;

        found.ShouldBe(JointOptimum.Find(twice, [], offers).Bill.Total.Actual, 0.01);
    }

    [Fact]
    public void Plans_of_part_of_the_horizon_are_minded()
    {
        var standing = Compute(5, Flat(0.5), "standing") with { EndHour = 200 };
        var lines = new[] { Line("a", [.. Enumerable.Repeat(10.0, 400)]) };

        var found = JointOptimum.Find(lines, [standing], [Compute(0, Flat(0.4))]);

        // Half of the hours need nothing: more than the 40 % that may stay without use.
        found.Commitments.ShouldBe([0]);
    }

    /// <summary>Days of use in families, a compute plan and deeper plans of single families.</summary>
    private static (UsageLine[] Lines, Plan[] Offers) Random(
        int seed,
        int hours,
        int count,
        int plans
    )
    {
        var random = new Random(seed);
        var lines = Enumerable
            .Range(0, count)
            .Select(i =>
            {
                var level = 1 + (9 * random.NextDouble());
                var swing = 0.6 * random.NextDouble();
                return new UsageLine(
                    $"line{i}",
                    "main",
                    "eu",
                    "ec2",
                    $"f{i % Math.Max(plans - 1, 1)}",
                    null,
                    [
                        .. Enumerable
                            .Range(0, hours)
                            .Select(h =>
                                level
                                * (1 + (swing * Math.Sin((h + i) * Math.PI / 12)))
                                * (0.8 + (0.4 * random.NextDouble()))
                            ),
                    ]
                );
            })
            .ToArray();
        var compute = lines.ToDictionary(l => l.Id, _ => 0.15 + (0.3 * random.NextDouble()));
        var offers = new List<Plan> { Compute(0, l => LineRate.OfDiscount(compute[l.Id])) };
        for (var plan = 0; plan < plans - 1; plan++)
        {
            var extra = 0.05 + (0.15 * random.NextDouble());
            offers.Add(
                Plan.Ec2Instance(
                    $"family{plan}",
                    "eu",
                    $"f{plan}",
                    0,
                    l => LineRate.OfDiscount(compute[l.Id] + extra)
                )
            );
        }

        return (lines, [.. offers]);
    }
}
