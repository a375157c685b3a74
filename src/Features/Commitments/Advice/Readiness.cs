using System.Globalization;
using Outlay.Commitments.Usage;

namespace Outlay.Commitments.Advice;

/// <summary>Whether hours of use are enough, and steady enough, to sign for years on them.</summary>
internal static class Readiness
{
    private const int HoursNeeded = 14 * 24;
    private const int Recent = 3 * 24;
    private const int Week = 7 * 24;
    private const double SteepestFall = -0.05;

    public static Refusal? Refuse(PurchaseQuestion question)
    {
        var hours = question.Lines.Select(l => l.OnDemand.Length).FirstOrDefault();
        if (hours < HoursNeeded)
        {
            return new(
                RefusalReason.TooFewHours,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Only {hours} hours of use are known; advice needs {HoursNeeded}, 14 days."
                )
            );
        }

        var eligible = HourlyTotal.Of(question.Lines.Where(question.Covers), hours);
        if (!Array.Exists(eligible, v => v > 0))
        {
            return new(RefusalReason.NothingEligible, "No offer covers any of this use.");
        }

        var now = eligible.AsSpan(hours - Recent).ToArray().Sum();
        var before = eligible.AsSpan(hours - Recent - Week, Recent).ToArray().Sum();
        var trend = before > 0 ? (now / before) - 1 : 0;
        return trend < SteepestFall
            ? new(
                RefusalReason.FallingUse,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Use of the last 3 days is {-100 * trend:0.0} % below the same days a week before; advice waits until it has settled."
                )
            )
            : null;
    }
}

/// <summary>Sum of lines hour by hour.</summary>
internal static class HourlyTotal
{
    public static double[] Of(IEnumerable<UsageLine> lines, int hours)
    {
        var sum = new double[hours];
        foreach (var line in lines)
        {
            for (var hour = 0; hour < Math.Min(hours, line.OnDemand.Length); hour++)
            {
                sum[hour] += line.OnDemand[hour];
            }
        }

        return sum;
    }
}
