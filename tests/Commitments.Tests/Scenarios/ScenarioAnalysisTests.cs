using CsCheck;
using Outlay.Commitments.Scenarios;
using Outlay.Commitments.SinglePlan;
using static Outlay.Commitments.Tests.CommitmentExample;

namespace Outlay.Commitments.Tests.Scenarios;

public sealed class ScenarioAnalysisTests
{
    [Theory]
    [InlineData(0.2, 9, 11.50)]
    [InlineData(0.28, 9, 11.7778)]
    [InlineData(0.5, 10, 12.75)]
    [InlineData(0.66, 12, 13.4706)]
    public void The_quantile_of_the_mixture_is_bought(
        double discount,
        double commitment,
        double cost
    )
    {
        // A quarter, a half and a quarter of the weight, hours in plan money.
        UsageScenario Of(double weight, params double[] hours) =>
            new("", weight, [Line("a", [.. hours.Select(h => h / (1 - discount))])]);

        var analysis = new ScenarioAnalysis(
            [Of(0.25, 8, 9, 10, 12), Of(0.5, 12, 10, 9, 8), Of(0.25, 14, 14, 14, 14)],
            [],
            Compute(0, Flat(discount))
        );

        analysis.Mixture.Optimum.ShouldBe(commitment, 1e-9);
        analysis.Of(commitment).ExpectedCost.ShouldBe(cost, 5e-5);
    }

    [Fact]
    public void Loss_its_tail_and_regret_are_those_worked_out_by_hand()
    {
        // Half price: a commitment of 5 covers 10. Saves 5, 1 and -3 where use is 10, 6 and 2.
        UsageScenario[] scenarios =
        [
            new("as now", 90, [Line("a", 10, 10)]),
            new("less", 8, [Line("a", 6)]),
            new("gone", 2, [Line("a", 2, 2, 2)]),
        ];
        var analysis = new ScenarioAnalysis(scenarios, [], Compute(0, Flat(0.5)));

        var outcome = analysis.Of(5);

        outcome.ExpectedSaving.ShouldBe(4.5 + 0.08 - 0.06, 1e-12);
        outcome.LossProbability.ShouldBe(0.02, 1e-12);
        outcome.WorstTwentieth.ShouldBe(((0.02 * -3) + (0.03 * 1)) / 0.05, 1e-12);
        outcome.WorstRegret.ShouldBe(4, 1e-12);
        outcome.ExpectedCost.ShouldBe(9 + 0.48 + 0.04 - outcome.ExpectedSaving, 1e-12);

        // Where gone and as now regret the same: 5 - c against c - 1.
        analysis.LeastRegret.ShouldBe(3, 1e-6);
        analysis.Of(analysis.LeastRegret).WorstRegret.ShouldBe(2, 1e-6);
    }

    [Fact]
    public void One_scenario_is_the_past_itself() =>
        (from lines in SomeUse() from rates in Rates() select (lines, rates)).Sample(t =>
        {
            var offer = Compute(0, t.rates);
            var curve = SinglePlanOptimum.Curve(t.lines, [], offer);

            var analysis = new ScenarioAnalysis([new("", 3, t.lines)], [], offer);

            var outcome = analysis.Of(curve.Optimum);
            var hours = t.lines[0].OnDemand.Length;
            (outcome.ExpectedCost * hours).ShouldBe(curve.Cost(curve.Optimum), 1e-6);
            outcome.WorstRegret.ShouldBe(0, 1e-6);
            outcome.LossProbability.ShouldBe(0);
        });

    [Fact]
    public void The_break_even_fall_is_where_saving_ends()
    {
        // Flat use and a plan of all of it at a discount d pay until use has fallen by d.
        var fall = new UsageFall([Line("a", 10, 10)], [], Compute(0, Flat(0.3)));

        fall.BreakEven(7).ShouldBe(0.3, 1e-6);
        fall.Saving(7, 0.2).ShouldBe(2, 1e-9);
        fall.BreakEven(0).ShouldBe(1);
        fall.BreakEven(12).ShouldBe(0);
    }

    [Fact]
    public void What_stands_already_is_used_up_before_the_new_plan_when_use_falls()
    {
        var standing = Compute(3.5, Flat(0.3), "a standing");
        var fall = new UsageFall([Line("a", 10, 10)], [standing], Compute(0, Flat(0.3)));

        // The new half carries the whole fall.
        fall.BreakEven(3.5).ShouldBe(0.15, 1e-6);
    }

    [Fact]
    public void Scenarios_without_weight_or_hours_are_refused()
    {
        var offer = Compute(0, Flat(0.3));
        Should.Throw<ArgumentException>(() => new ScenarioAnalysis([], [], offer));
        Should.Throw<ArgumentException>(() =>
            new ScenarioAnalysis([new("", 0, [Line("a", 1)])], [], offer)
        );
        Should.Throw<ArgumentException>(() => new ScenarioAnalysis([new("", 1, [])], [], offer));
        Should.Throw<ArgumentException>(() => new Spread([]));
    }
}
