using System.Globalization;
using Outlay.Commitments.Billing;
using Outlay.Commitments.Laddering;
using Outlay.Commitments.Payments;
using Outlay.Commitments.Scenarios;
using Outlay.Commitments.SinglePlan;

namespace Outlay.Commitments.Advice;

/// <summary>Sizes one offer and tells its figures.</summary>
internal static class OfferAdvisor
{
    private const double Poor = 0.1;
    private const double Fall = 0.2;

    public static PurchaseAdvice Advise(PurchaseQuestion question, Outlook outlook, PlanOffer offer)
    {
        var plan = offer.Of(0);
        var past = outlook.Past(plan);
        var future = outlook.Future(plan);
        var curve = SinglePlanOptimum.Curve([(past, 1)]);
        var commitment = Size(question, offer, curve, future);
        var after = past.With(commitment);
        var use = after.Plans[^1];
        var months = WeekBootstrap.Months([.. future.Select(c => Draw(c, commitment))]);
        var poor = months[(int)(Poor * months.Count)];
        var fall = new UsageFall(past);
        var perMonth = PaymentTerm.HoursOfMonth / outlook.Hours;
        var expiry = Ladder.Expiry(question.Start, offer.Years);
        return new(
            offer,
            commitment,
            offer.UnitPrice is { } price ? (int)Math.Round(commitment / price) : null,
            outlook.Hours,
            past.Before.Total,
            after.Total,
            use.Utilisation,
            months[months.Count / 2].Saving,
            poor.Saving,
            poor.Unused,
            (double)months.Count(m => m.Saving < -1e-9) / months.Count,
            use.Covered > 0 ? use.Used / use.Covered : null,
            commitment > 0
                ? PaymentTerm
                    .OfPlan(commitment, offer.Years, offer.Payment)
                    .Against(use.Covered / outlook.Hours, question.YearlyRate)
                : null,
            fall.Saving(commitment, Fall) * perMonth,
            fall.BreakEven(commitment),
            curve.Sample(200, commitment),
            expiry,
            ExpiryCliff.Of([.. question.Portfolio, new(question.Start, expiry, commitment)]),
            Assumptions(question, outlook),
            BillingSimulator.Version,
            outlook.Hash
        );
    }

    private static double Size(
        PurchaseQuestion question,
        PlanOffer offer,
        CommitmentCurve past,
        IReadOnlyList<Course> future
    )
    {
        var step = offer.UnitPrice ?? question.Step;
        switch (question.Objective)
        {
            case Objective.FixedHourly fixedHourly:
                ArgumentOutOfRangeException.ThrowIfNegative(fixedHourly.HourlyCommitment);
                return Math.Round(fixedHourly.HourlyCommitment / step) * step;
            case Objective.TargetCoverage target:
                ArgumentOutOfRangeException.ThrowIfNegative(target.Coverage);
                return Math.Ceiling((past.ForCoverage(target.Coverage) / step) - 1e-9) * step;
            default:
                var mixture = SinglePlanOptimum.Curve([.. future.Select(c => (c.Place, c.Weight))]);
                var below = Math.Floor((mixture.Optimum / step) + 1e-9) * step;
                return mixture.Cost(below + step) < mixture.Cost(below) ? below + step : below;
        }
    }

    private static DrawnCourse Draw(Course course, double commitment)
    {
        var before = course.Place.Before.Hours;
        var after = course.Place.With(commitment).Hours;
        return new(
            course.Weight * course.Place.Weight,
            [.. before.Zip(after, (b, a) => b.Actual - a.Actual)],
            [.. before.Zip(after, (b, a) => a.Unused - b.Unused)]
        );
    }

    private static List<string> Assumptions(PurchaseQuestion question, Outlook outlook)
    {
        var culture = CultureInfo.InvariantCulture;
        var assumptions = new List<string>
        {
            string.Create(culture, $"Looked at {outlook.Hours / 24.0:0.#} days of hourly use."),
            question.Scenarios.Count > 0
                ? "Sized for the scenarios given, each by its weight: "
                    + string.Join(", ", question.Scenarios.Select(s => s.Name))
                    + "."
                : "Sized for use that stays or falls: "
                    + string.Join(
                        ", ",
                        question.Falls.Select(f =>
                            string.Create(
                                culture,
                                $"{100 * f.Share:0} % less by weight {f.Weight:0.##}"
                            )
                        )
                    )
                    + ".",
        };
        if (question.Scenarios.Count == 0 && question.HalfLifeDays is { } half)
        {
            assumptions.Add(
                string.Create(culture, $"An hour counts half of one {half:0.#} days later.")
            );
        }

        if (!ReferenceEquals(outlook.Lines, question.Lines))
        {
            assumptions.Add("Weeks more than 5 % above the last week were brought down to it.");
        }

        return assumptions;
    }
}
