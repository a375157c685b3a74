using Outlay.Commitments.Laddering;
using Outlay.Optimization.Findings;

namespace Outlay.Optimization.Purchases;

/// <summary>A plan at a size that a person asked for. Money is of the report's currency, months are of 730 hours.</summary>
/// <param name="Point">Commitment, saving, coverage and utilisation over the hours looked at.</param>
/// <param name="FallSaving">Saving of a month when all use falls by a fifth.</param>
/// <param name="Regret">Most that it saves less in a month than the best size would, whether use stays or falls by up to a fifth.</param>
/// <param name="AtOnce">Its first year, bought at once.</param>
/// <param name="InParts">Its first year, bought in parts; null when it is bought at once.</param>
/// <param name="Floor">Money an hour that is as good as sure to be used, bought with the first part.</param>
/// <param name="Parts">What to buy when.</param>
/// <param name="Cliff">The days on which most of it ends.</param>
public sealed record SizedPlan(
    PlanPoint Point,
    double FallSaving,
    double Regret,
    FirstYear AtOnce,
    FirstYear? InParts,
    double Floor,
    IReadOnlyList<Tranche> Parts,
    ExpiryCliff Cliff
)
{
    private const double Step = 0.001;
    private const double Fall = 0.2;
    private const double DeepFall = 0.4;
    private const int DeepFrom = 7;
    private const int Months = 12;
    private const double SureShare = 0.05;

    private static readonly double[] Falls = [0, 0.05, 0.1, 0.15, Fall];

    /// <summary>Sizes a plan.</summary>
    /// <param name="report">The use that it is for.</param>
    /// <param name="plan">The plan, with its curve.</param>
    /// <param name="wish">What is asked.</param>
    /// <param name="start">Day of the first purchase.</param>
    public static SizedPlan Of(
        CommitmentReport report,
        PlanChoice plan,
        SizeWish wish,
        DateOnly start
    )
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(wish);
        var course = new PlanCourse(plan);
        var hourly = wish.By switch
        {
            SizeBy.Coverage => Math.Ceiling(course.ForCoverage(wish.Amount / 100) / Step - 1e-6)
                * Step,
            SizeBy.Hourly => wish.Amount,
            SizeBy.Regret => Math.Round(LeastRegret(course) / Step) * Step,
            _ => plan.Hourly,
        };
        var floor = Math.Min(hourly, Sure(report, course));
        var parts = Ladder.Plan(floor, hourly, wish.Parts, Months / wish.Parts, start, plan.Years);
        return new(
            course.Point(hourly),
            course.Saving(hourly, Fall),
            RegretOf(course, hourly),
            Year(course, _ => hourly),
            wish.Parts == 1
                ? null
                : Year(course, month => Bought(floor, hourly, wish.Parts, month)),
            floor,
            parts,
            ExpiryCliff.Of(parts)
        );
    }

    private static double RegretOf(PlanCourse course, double hourly) =>
        Falls.Max(f => Math.Max(0, course.Best(f) - course.Saving(hourly, f)));

    // The largest of convex functions is convex, so that thirds close in on its least.
    private static double LeastRegret(PlanCourse course)
    {
        var (low, high) = (0.0, course.Maximum);
        while (high - low > Step / 4)
        {
            var (left, right) = (low + (high - low) / 3, high - (high - low) / 3);
            if (RegretOf(course, left) <= RegretOf(course, right))
            {
                high = right;
            }
            else
            {
                low = left;
            }
        }

        return (low + high) / 2;
    }

    // What nineteen of twenty hours needed, less a fifth, in money of the plan: while all of a commitment is used, its first
    // part tells how much on-demand use a unit covers.
    private static double Sure(CommitmentReport report, PlanCourse course)
    {
        if (report.Hours.Count == 0 || course.Maximum <= 0)
        {
            return 0;
        }

        var low = report.Hours.Order().ElementAt((int)(SureShare * report.Hours.Count));
        var little = course.Maximum / 1000;
        var reach =
            1 + Math.Max(0, course.Saving(little)) / (UsageHours.Number(Month.Hours) * little);
        return low * (1 - Fall) / reach;
    }

    private static double Bought(double floor, double target, int parts, int month) =>
        floor + (target - floor) * Math.Min(parts, 1 + (month - 1) * parts / Months) / parts;

    private static FirstYear Year(PlanCourse course, Func<int, double> committed)
    {
        var year = new FirstYear(0, 0, 0, 0);
        for (var month = 1; month <= Months; month++)
        {
            var hourly = committed(month);
            var fall = month < DeepFrom ? 0 : DeepFall;
            year = new(
                year.Saving + course.Saving(hourly),
                year.Unused + course.Unused(hourly),
                year.FallSaving + course.Saving(hourly, fall),
                year.FallUnused + course.Unused(hourly, fall)
            );
        }

        return year;
    }
}
