using Outlay.Commitments.Advice;
using Outlay.Commitments.Billing;
using Outlay.Commitments.Payments;
using Outlay.Commitments.Plans;
using Outlay.Commitments.SinglePlan;
using Outlay.Commitments.Usage;

namespace Outlay.Commitments.Bench;

/// <summary>Savings realised by each rule on one made history, in money over the days after the decision.</summary>
/// <param name="Hindsight">The best that one commitment could have saved.</param>
/// <param name="Ours">Our advice; days on which it refuses are paid on demand.</param>
/// <param name="Vendor">The best commitment for the last 30 days.</param>
/// <param name="Minimum">The least use of the last 30 days.</param>
/// <param name="DaysWaited">Days on which our advice refused.</param>
public sealed record Realised(
    double Hindsight,
    double Ours,
    double Vendor,
    double Minimum,
    int DaysWaited
);

/// <summary>Decides with what was known and pays with what came.</summary>
public static class Backtest
{
    public const int Past = 90;
    public const int Future = 90;
    private const int HoursOfDay = 24;
    private const int VendorDays = 30;

    /// <summary>One history.</summary>
    /// <param name="seed">Seed of the use.</param>
    /// <param name="step">Day of a step of -20 %, counted from the decision; null for none.</param>
    /// <param name="lines">Lines of use.</param>
    public static Realised Run(int seed, int? step, int lines = 12)
    {
        var use = MadeUse.Of(seed, Past + Future, lines, step is { } s ? Past + s : null);
        var future = Days(use.Lines, Past, Past + Future);
        var offer = new PlanOffer(
            "offer",
            PlanKind.Compute,
            PlanScope.Everything,
            use.Rates,
            1,
            Payment.NoUpfront
        );
        double Saving(double commitment, int wait) =>
            BillingSimulator
                .Run(future, [offer.Of(commitment) with { StartHour = wait * HoursOfDay }])
                .Total.Saving;

        var hindsight = SinglePlanOptimum.Curve(future, [], offer.Of(0));
        var month = Days(use.Lines, Past - VendorDays, Past);
        var vendor = SinglePlanOptimum.Curve(month, [], offer.Of(0)).Optimum;
        var (ours, waited) = Ours(use, offer);
        return new(
            hindsight.Saving(hindsight.Optimum),
            Saving(ours, waited),
            Saving(vendor, 0),
            Saving(Least(month, use.Rates), 0),
            waited
        );
    }

    private static (double Commitment, int Waited) Ours(MadeUse use, PlanOffer offer)
    {
        for (var waited = 0; waited < Future; waited++)
        {
            var answer = PurchaseAdvice.For(
                new(
                    Days(use.Lines, waited, Past + waited),
                    [],
                    [offer],
                    new Objective.MaximumSaving(),
                    new(2026, 1, 1)
                )
            );
            if (answer.Best is { } best)
            {
                return (best.HourlyCommitment, waited);
            }
        }

        return (0, Future);
    }

    private static double Least(List<UsageLine> lines, PlanRates rates) =>
        Enumerable
            .Range(0, lines[0].OnDemand.Length)
            .Min(h => lines.Sum(l => l.OnDemand[h] * rates(l)!.Value.Share));

    private static List<UsageLine> Days(IReadOnlyList<UsageLine> lines, int from, int to) =>
        [
            .. lines.Select(l =>
                l with
                {
                    OnDemand = l.OnDemand[(from * HoursOfDay)..(to * HoursOfDay)],
                }
            ),
        ];
}
