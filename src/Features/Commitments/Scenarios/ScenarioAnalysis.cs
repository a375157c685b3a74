using Outlay.Commitments.Plans;
using Outlay.Commitments.SinglePlan;

namespace Outlay.Commitments.Scenarios;

/// <summary>What one commitment does in all scenarios; money per hour of the horizon.</summary>
/// <param name="Commitment">Money an hour.</param>
/// <param name="ExpectedCost">Mean cost of an hour.</param>
/// <param name="ExpectedSaving">Mean saving of an hour against not buying.</param>
/// <param name="LossProbability">Weight of the scenarios in which it costs more than not buying.</param>
/// <param name="WorstTwentieth">Mean saving over the worst 5 % (conditional value at risk).</param>
/// <param name="WorstRegret">Most that it saves less, in any scenario, than the best commitment for that scenario.</param>
public sealed record ScenarioOutcome(
    double Commitment,
    double ExpectedCost,
    double ExpectedSaving,
    double LossProbability,
    double WorstTwentieth,
    double WorstRegret
);

/// <summary>
/// Sizes a plan for a future of several courses: the expected cost of the mixture of all their hours has its least at the quantile that the
/// discount asks for, as a newsvendor stocks for uncertain demand. Source: Arrow, Harris and Marschak, "Optimal inventory policy" (1951).
/// </summary>
public sealed class ScenarioAnalysis
{
    private const double Tail = 0.05;
    private const int RegretSteps = 80;

    private readonly List<(CommitmentCurve Curve, double Weight)> _courses;

    /// <summary>Prepares curves of all scenarios.</summary>
    /// <param name="scenarios">Courses, at least one of a weight above 0.</param>
    /// <param name="existing">Plans that stand already.</param>
    /// <param name="offer">Plan on offer.</param>
    /// <exception cref="ArgumentException">No scenario has a weight or hours.</exception>
    public ScenarioAnalysis(
        IReadOnlyList<UsageScenario> scenarios,
        IReadOnlyList<Plan> existing,
        Plan offer
    )
    {
        var sum = scenarios.Sum(s => s.Weight);
        var places = scenarios
            .Where(s => s.Weight > 0)
            .Select(s =>
                (
                    Place: new OfferInPlace(s.Lines, existing, offer, null),
                    Weight: s.Weight / sum / s.Lines.Select(l => l.OnDemand.Length).FirstOrDefault()
                )
            )
            .ToList();
        if (places.Count == 0 || places.Exists(p => !double.IsFinite(p.Weight)))
        {
            throw new ArgumentException("A scenario needs a weight and hours.", nameof(scenarios));
        }

        _courses = places.ConvertAll(p =>
            (
                SinglePlanOptimum.Curve([(p.Place, 1.0 / p.Place.Before.Hours.Count)]),
                p.Weight * p.Place.Before.Hours.Count
            )
        );
        Mixture = SinglePlanOptimum.Curve(places);
    }

    /// <summary>Expected cost of an hour as a function of the commitment; its optimum is the newsvendor's.</summary>
    public CommitmentCurve Mixture { get; }

    /// <summary>The commitment whose worst regret is least.</summary>
    public double LeastRegret =>
        GoldenSection.Minimum(Regret, 0, _courses.Max(c => c.Curve.Maximum), RegretSteps);

    /// <summary>Outcome of a commitment.</summary>
    public ScenarioOutcome Of(double commitment)
    {
        var savings = new Spread(_courses.Select(c => (c.Curve.Saving(commitment), c.Weight)));
        return new(
            commitment,
            Mixture.Cost(commitment),
            savings.Mean,
            savings.Below(-1e-9 * commitment),
            savings.WorstMean(Tail),
            Regret(commitment)
        );
    }

    private double Regret(double commitment) =>
        _courses.Max(c => c.Curve.Saving(c.Curve.Optimum) - c.Curve.Saving(commitment));
}
