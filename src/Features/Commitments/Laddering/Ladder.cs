namespace Outlay.Commitments.Laddering;

/// <summary>What a ladder costs on a course of use.</summary>
/// <param name="Cost">Commitments and the rest at on-demand prices.</param>
/// <param name="Unused">Commitments lost.</param>
public sealed record LadderOutcome(double Cost, double Unused);

/// <summary>
/// Buys a target in steps, so that parts of it expire one after another: it costs some saving at first and caps what a fall of use can lose.
/// Worth it for the part above the floor only, the use that is as good as sure.
/// </summary>
public static class Ladder
{
    private const int DaysOfYear = 365;

    /// <summary>The floor at once, the rest up to the target in equal parts.</summary>
    /// <param name="floor">Money an hour that is as good as sure to be used, such as the 5 % quantile of the predicted least use.</param>
    /// <param name="target">Money an hour to reach.</param>
    /// <param name="parts">Parts of the rest.</param>
    /// <param name="monthsApart">Months between parts.</param>
    /// <param name="start">First day.</param>
    /// <param name="years">Years of each term.</param>
    public static IReadOnlyList<Tranche> Plan(
        double floor,
        double target,
        int parts,
        int monthsApart,
        DateOnly start,
        int years
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        var sure = Math.Clamp(floor, 0, target);
        var part = (target - sure) / parts;
        return
        [
            .. Enumerable
                .Range(0, parts)
                .Select(i => start.AddMonths(i * monthsApart))
                .Select(
                    (day, i) => new Tranche(day, Expiry(day, years), part + (i == 0 ? sure : 0))
                )
                .Where(t => t.HourlyCommitment > 0),
        ];
    }

    /// <summary>Replays a ladder of equal parts over periods of use, from nothing on.</summary>
    /// <param name="usage">Use in each period, at plan rates.</param>
    /// <param name="discount">Discount of the plan.</param>
    /// <param name="floor">Bought in the first period.</param>
    /// <param name="target">Reached with the last part.</param>
    /// <param name="parts">Parts of the rest.</param>
    /// <param name="periodsApart">Periods between parts.</param>
    public static LadderOutcome Replay(
        IReadOnlyList<double> usage,
        double discount,
        double floor,
        double target,
        int parts,
        int periodsApart
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        var (cost, unused) = (0.0, 0.0);
        for (var period = 0; period < usage.Count; period++)
        {
            var bought = parts == 1 ? 1 : Math.Min(parts, 1 + (period / periodsApart));
            var committed = floor + ((target - floor) * bought / parts);
            cost += committed + (Math.Max(0, usage[period] - committed) / (1 - discount));
            unused += Math.Max(0, committed - usage[period]);
        }

        return new(cost, unused);
    }

    /// <summary>The first day after a term of years of 365 days.</summary>
    public static DateOnly Expiry(DateOnly start, int years) => start.AddDays(DaysOfYear * years);
}
