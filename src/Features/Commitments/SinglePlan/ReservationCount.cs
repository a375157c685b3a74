namespace Outlay.Commitments.SinglePlan;

/// <summary>Cost of reserving a number of units.</summary>
/// <param name="Units">Units reserved.</param>
/// <param name="Cost">Paid over the horizon, reserved and on demand.</param>
/// <param name="Utilisation">Share of the hours in which the last of them ran; null for none reserved.</param>
public sealed record ReservedUnits(int Units, double Cost, double? Utilisation);

/// <summary>
/// How many units to reserve: the k-th while it runs in more than <c>amortised / on-demand price</c> of the hours. Each unit runs no more
/// often than the one before, so the first that does not pay ends the list.
/// </summary>
public sealed record ReservationCount(
    int Units,
    double BreakEvenUtilisation,
    IReadOnlyList<ReservedUnits> Table
)
{
    /// <summary>Counts units.</summary>
    /// <param name="running">Units running in each hour; parts of a unit where sizes are exchanged.</param>
    /// <param name="amortised">Price of a reserved unit an hour, upfront spread over the term.</param>
    /// <param name="onDemand">Price of a unit an hour on demand.</param>
    /// <param name="weights">Weight of each hour; 1 when null.</param>
    public static ReservationCount Of(
        IReadOnlyList<double> running,
        double amortised,
        double onDemand,
        IReadOnlyList<double>? weights = null
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(onDemand);
        var hours = Enumerable.Range(0, running.Count).Sum(h => weights?[h] ?? 1);
        var cost =
            onDemand * Enumerable.Range(0, running.Count).Sum(h => running[h] * (weights?[h] ?? 1));
        var table = new List<ReservedUnits> { new(0, cost, null) };
        var best = 0;
        var most = (int)Math.Ceiling(running.DefaultIfEmpty().Max());
        for (var unit = 1; unit <= most; unit++)
        {
            var ran = Enumerable
                .Range(0, running.Count)
                .Sum(h => Math.Clamp(running[h] - (unit - 1), 0, 1) * (weights?[h] ?? 1));
            cost += (hours * amortised) - (ran * onDemand);
            table.Add(new(unit, cost, ran / hours));
            if (ran * onDemand > hours * amortised * (1 + 1e-12))
            {
                best = unit;
            }
        }

        return new(best, amortised / onDemand, table);
    }
}
