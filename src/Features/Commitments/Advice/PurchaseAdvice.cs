using Outlay.Commitments.Billing;
using Outlay.Commitments.Laddering;
using Outlay.Commitments.Payments;
using Outlay.Commitments.SinglePlan;

namespace Outlay.Commitments.Advice;

/// <summary>
/// Advice on one offer. Money of months is of 730 hours. Hours looked at are those of the question, weeks well above the last brought down to
/// it; hours before and after, the curve and the fall are told on them. The p50 and p10 are of months drawn from weeks of the scenarios given,
/// or of the likely falls of those hours: first a course by its weight, then weeks of it, with a fixed seed.
/// </summary>
/// <param name="Offer">Offer.</param>
/// <param name="HourlyCommitment">Money an hour to commit; 0 when buying none is best.</param>
/// <param name="Units">Whole units of it where units are sold.</param>
/// <param name="LookbackHours">Hours looked at.</param>
/// <param name="Before">Their charges without it: savings rate, coverage and utilisation.</param>
/// <param name="After">Their charges with it.</param>
/// <param name="Utilisation">Utilisation of the purchase alone.</param>
/// <param name="MonthlySaving">Saving of a month, p50.</param>
/// <param name="PoorMonthlySaving">Saving of a month, p10: nine in ten months save more.</param>
/// <param name="PoorMonthlyUnused">Commitment lost in that month, beyond what is lost already.</param>
/// <param name="LossProbability">Share of months in which it costs more than not buying.</param>
/// <param name="BreakEvenUtilisation">Share of it that must be used for it to pay; null when nothing is bought.</param>
/// <param name="Payment">Upfront, interest and months until the money is back; null when nothing is bought.</param>
/// <param name="WorstMonthlySaving">Saving of a month when all use is a fifth less.</param>
/// <param name="BreakEvenFall">Largest even fall of use at which it still pays.</param>
/// <param name="Curve">At most 200 points for a chart, the chosen one among them.</param>
/// <param name="Expiry">First day on which it no longer counts.</param>
/// <param name="Cliff">Days on which most of the portfolio would expire with it.</param>
/// <param name="Assumptions">What the figures rest on, in sentences.</param>
/// <param name="SimulatorVersion">Version of the order of application.</param>
/// <param name="InputHash">Hash of use, rates and plans; the same for the same question.</param>
public sealed record PurchaseAdvice(
    PlanOffer Offer,
    double HourlyCommitment,
    int? Units,
    int LookbackHours,
    Charges Before,
    Charges After,
    double Utilisation,
    double MonthlySaving,
    double PoorMonthlySaving,
    double PoorMonthlyUnused,
    double LossProbability,
    double? BreakEvenUtilisation,
    PaymentFigures? Payment,
    double WorstMonthlySaving,
    double BreakEvenFall,
    IReadOnlyList<CurvePoint> Curve,
    DateOnly Expiry,
    ExpiryCliff Cliff,
    IReadOnlyList<string> Assumptions,
    string SimulatorVersion,
    string InputHash
)
{
    /// <summary>Months until money paid at purchase is back; null when never or nothing is bought.</summary>
    public double? BreakEvenMonths => Payment?.BreakEvenMonths;

    /// <summary>Answers a question: each offer on its own, on top of what stands already.</summary>
    /// <exception cref="ArgumentException">Use, rates or the objective are out of range.</exception>
    public static PurchaseAnswer For(PurchaseQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(question.Step);
        if (Readiness.Refuse(question) is { } refusal)
        {
            return new([], refusal);
        }

        var outlook = new Outlook(question);
        return new(
            [
                .. question
                    .Offers.Select(o => OfferAdvisor.Advise(question, outlook, o))
                    .OrderByDescending(a => a.PoorMonthlySaving)
                    .ThenBy(a => a.Offer.Id, StringComparer.Ordinal),
            ],
            null
        );
    }
}
