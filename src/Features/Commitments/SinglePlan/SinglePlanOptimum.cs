using Outlay.Commitments.Plans;
using Outlay.Commitments.Usage;

namespace Outlay.Commitments.SinglePlan;

/// <summary>
/// The cost curve and the best size of one plan. What stands already is applied first, so the answer is what to buy on top of it. Exact
/// where the standing plans take their use before the offer; where the offer would take use from one of them, the curve is the simulator's
/// at 100 levels and around the best of them.
/// </summary>
public static class SinglePlanOptimum
{
    private const int GridLevels = 100;
    private const int GoldenSteps = 40;

    /// <summary>The curve over one set of hours.</summary>
    /// <param name="lines">Use.</param>
    /// <param name="existing">Plans that stand already.</param>
    /// <param name="offer">The plan on offer; its own commitment does not matter.</param>
    /// <param name="weights">Weight of each hour; 1 when null.</param>
    public static CommitmentCurve Curve(
        IReadOnlyList<UsageLine> lines,
        IReadOnlyList<Plan> existing,
        Plan offer,
        IReadOnlyList<double>? weights = null
    ) => Curve([(new OfferInPlace(lines, existing, offer, weights), 1)]);

    /// <summary>The curve over a mixture of sets of hours, each with its weight.</summary>
    internal static CommitmentCurve Curve(
        IReadOnlyList<(OfferInPlace Place, double Weight)> mixture
    )
    {
        var breakpoints = new Breakpoints();
        var (without, eligible, covered) = (0.0, 0.0, 0.0);
        foreach (var (place, weight) in mixture)
        {
            place.AddTo(breakpoints, weight);
            var before = place.Before.Total * weight;
            without += before.Actual;
            eligible += before.Eligible;
            covered += before.Covered;
        }

        var curve = new CommitmentCurve(
            breakpoints.Sweep(),
            breakpoints.Hours,
            without,
            eligible,
            covered
        );
        return mixture.All(m => m.Place.SeesFixedRest)
            ? curve
            : new CommitmentCurve(
                Simulated(mixture, curve),
                curve.Hours,
                without,
                eligible,
                covered
            );
    }

    private static (double[] Levels, double[] Covered, double[] Used) Simulated(
        IReadOnlyList<(OfferInPlace Place, double Weight)> mixture,
        CommitmentCurve alone
    )
    {
        // What standing plans would give up to the offer may be as much again as the rest they leave.
        var maximum = mixture.Max(m =>
            m.Place.Before.Hours.Select(h => h.Eligible).DefaultIfEmpty().Max()
        );
        (double Actual, double Unused) Cost(double c)
        {
            var sum = (Actual: 0.0, Unused: 0.0);
            foreach (var (place, weight) in mixture)
            {
                var (actual, unused) = place.Cost(c);
                sum = (sum.Actual + (weight * actual), sum.Unused + (weight * unused));
            }

            return sum;
        }

        var levels = Enumerable
            .Range(0, GridLevels + 1)
            .Select(i => maximum * i / GridLevels)
            .Append(alone.Optimum)
            .Distinct()
            .Order()
            .ToList();
        var costs = levels.ConvertAll(Cost);
        var best = costs.IndexOf(costs.MinBy(c => c.Actual));
        var optimum = GoldenSection.Minimum(
            c => Cost(c).Actual,
            levels[Math.Max(best - 1, 0)],
            levels[Math.Min(best + 1, levels.Count - 1)],
            GoldenSteps
        );
        var at = levels.BinarySearch(optimum);
        if (at < 0)
        {
            levels.Insert(~at, optimum);
            costs.Insert(~at, Cost(optimum));
        }

        var without = costs[0].Actual;
        return (
            [.. levels],
            [.. levels.Zip(costs, (l, c) => without - c.Actual + (alone.Hours * l))],
            [.. levels.Zip(costs, (l, c) => (alone.Hours * l) - c.Unused)]
        );
    }
}
