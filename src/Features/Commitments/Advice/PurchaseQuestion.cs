using Outlay.Commitments.Laddering;
using Outlay.Commitments.Plans;
using Outlay.Commitments.Scenarios;
using Outlay.Commitments.Usage;

namespace Outlay.Commitments.Advice;

/// <summary>An even fall of use and how likely it is.</summary>
/// <param name="Share">Share of use that goes away.</param>
/// <param name="Weight">How likely it is beside the others.</param>
public readonly record struct LikelyFall(double Share, double Weight);

/// <summary>What is asked of the advice.</summary>
/// <param name="Lines">Hours of use up to now, 30 to 90 days; accepted savings such as machines to be stopped taken off before.</param>
/// <param name="Existing">
/// Plans that stand already. Use stands for what will come, so their hours count from the first hour of use as though that were the day of
/// purchase: a plan that outlasts the hours looked at has no end.
/// </param>
/// <param name="Offers">Plans that can be bought.</param>
/// <param name="Objective">What to size them for.</param>
/// <param name="Start">Day of purchase.</param>
public sealed record PurchaseQuestion(
    IReadOnlyList<UsageLine> Lines,
    IReadOnlyList<Plan> Existing,
    IReadOnlyList<PlanOffer> Offers,
    Objective Objective,
    DateOnly Start
)
{
    /// <summary>
    /// What stands in for an unknown future: four in five that use stays, one in ten each that it falls by a tenth or a fifth.
    /// </summary>
    public static readonly IReadOnlyList<LikelyFall> PrudentFalls =
    [
        new(0, 0.8),
        new(0.1, 0.1),
        new(0.2, 0.1),
    ];

    /// <summary>Days after which an hour counts half; null when all count alike.</summary>
    public double? HalfLifeDays { get; init; } = 30;

    /// <summary>Smallest step of a commitment, in money an hour.</summary>
    public double Step { get; init; } = 0.001;

    /// <summary>Interest a year.</summary>
    public double YearlyRate { get; init; } = 0.08;

    /// <summary>Falls to reckon with where no scenarios are given.</summary>
    public IReadOnlyList<LikelyFall> Falls { get; init; } = PrudentFalls;

    /// <summary>
    /// Courses of use from a forecast, of any length; when there are some they take the place of the falls. Plans that stand count in them from
    /// their first hour.
    /// </summary>
    public IReadOnlyList<UsageScenario> Scenarios { get; init; } = [];

    /// <summary>Commitments that stand already with their days, for the days on which much expires at once.</summary>
    public IReadOnlyList<Tranche> Portfolio { get; init; } = [];

    /// <summary>Whether some offer covers a line.</summary>
    internal bool Covers(UsageLine line) =>
        Offers.Any(offer => offer.Of(0).RateOf(line) is not null);
}
