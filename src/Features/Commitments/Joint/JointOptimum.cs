using Outlay.Commitments.Billing;
using Outlay.Commitments.Plans;
using Outlay.Commitments.Usage;

namespace Outlay.Commitments.Joint;

/// <summary>Sizes of several plans bought together.</summary>
/// <param name="Commitments">Money an hour of each offer, in the order given.</param>
/// <param name="Bill">The bill with them and what stands already.</param>
/// <param name="Before">The bill without them.</param>
public sealed record JointPurchase(IReadOnlyList<double> Commitments, Bill Bill, Bill Before);

/// <summary>
/// Sizes several plans that compete for the same use. Hours of like use are joined first, sizes are found by walking down the simulator's
/// cost from several starts, then settled on all hours and rounded. The simulator decides throughout, since a bill hands out use in its own
/// order. Where narrow plans are the deeper ones, as they are on sale, the cost stays within 0.5 % of the linear program that may hand out
/// use as it likes; where a narrow plan is the shallower one, the order of application itself costs more than that.
/// </summary>
public static class JointOptimum
{
    private const int MostHours = 300;
    private const int MostRatios = 3;
    private const int MostPasses = 8;

    /// <summary>How far from the sizes found so far better ones are looked for on all hours, as shares of what could be used at most.</summary>
    private static readonly double[] Near = [0.02, 0.002];

    /// <summary>Finds the sizes.</summary>
    /// <param name="lines">Use.</param>
    /// <param name="existing">Plans that stand already.</param>
    /// <param name="offers">Plans on offer; their own commitments do not matter.</param>
    /// <param name="step">Smallest step of a price, such as 0.001 an hour.</param>
    /// <param name="weights">Weight of each hour; 1 when null.</param>
    public static JointPurchase Find(
        IReadOnlyList<UsageLine> lines,
        IReadOnlyList<Plan> existing,
        IReadOnlyList<Plan> offers,
        double step = 0.001,
        IReadOnlyList<double>? weights = null
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        Plan[] plans = [.. existing, .. offers];
        var billing = new CompiledBilling(lines, plans);
        double[] standing = [.. existing.Select(p => p.HourlyCommitment)];
        var most = Most(billing.Groups, existing.Count, offers.Count);
        var exchanges = Exchanges(billing.Groups, existing.Count, offers.Count);

        // Plans that start or end within the horizon tell hours apart that look alike.
        var whole = plans.All(p => p.StartHour <= 0 && p.EndHour >= billing.Groups.Hours);
        var clusters = HourClusters.Of(billing.Groups, weights, whole ? MostHours : int.MaxValue);
        var rough = new CompiledBilling(clusters.Groups, plans);
        var walk = new Descent(
            x => rough.Cost([.. standing, .. x], clusters.Weights).Actual,
            most,
            exchanges
        );
        var (point, _) = Starts(most)
            .AsParallel()
            .AsOrdered()
            .Select(walk.From)
            .ToList()
            .MinBy(s => s.Cost);

        double Cost(double[] x) => billing.Cost([.. standing, .. x], weights).Actual;
        foreach (var near in Near)
        {
            (point, _) = new Descent(Cost, most, exchanges, near).From(point);
        }

        Settle(Cost, point, step);
        return new(
            point,
            billing.Run([.. standing, .. point], weights),
            billing.Run([.. standing, .. new double[offers.Count]], weights)
        );
    }

    /// <summary>From nothing, from half of everything, and from the broadest offer alone.</summary>
    private static List<double[]> Starts(double[] most)
    {
        var alone = new double[most.Length];
        var broadest = Array.IndexOf(most, most.DefaultIfEmpty().Max());
        if (broadest >= 0)
        {
            alone[broadest] = most[broadest] / 2;
        }

        return [new double[most.Length], Array.ConvertAll(most, m => m / 2), alone];
    }

    /// <summary>What each offer could use at most in any hour.</summary>
    private static double[] Most(LineGroups groups, int first, int offers)
    {
        var most = new double[offers];
        for (var hour = 0; hour < groups.Hours; hour++)
        {
            var usage = groups.Hour(hour);
            for (var offer = 0; offer < offers; offer++)
            {
                var sum = 0.0;
                for (var group = 0; group < usage.Length; group++)
                {
                    sum += usage[group] * (groups.ByPlan[group][first + offer]?.Share ?? 0);
                }

                most[offer] = Math.Max(most[offer], sum);
            }
        }

        return most;
    }

    private static List<Exchange> Exchanges(LineGroups groups, int first, int offers)
    {
        var exchanges = new List<Exchange>();
        for (var a = first; a < first + offers; a++)
        {
            for (var b = first; b < a; b++)
            {
                var ratios = groups
                    .ByPlan.Where(r => r[a] is not null && r[b] is not null)
                    .Select(r => r[b]!.Value.Share / r[a]!.Value.Share)
                    .Distinct()
                    .Order()
                    .ToList();
                var taken = Math.Min(MostRatios, ratios.Count);
                for (var i = 0; i < taken; i++)
                {
                    var at = taken == 1 ? 0 : i * (ratios.Count - 1) / (taken - 1);
                    exchanges.Add(new(a - first, b - first, ratios[at]));
                }
            }
        }

        return exchanges;
    }

    /// <summary>Rounds to the step and goes on by single steps while that pays.</summary>
    private static void Settle(Func<double[], double> cost, double[] point, double step)
    {
        for (var i = 0; i < point.Length; i++)
        {
            point[i] = Rounded(point[i], step);
        }

        var best = cost(point);
        var moved = true;
        for (var pass = 0; moved && pass < MostPasses; pass++)
        {
            moved = false;
            for (var i = 0; i < point.Length; i++)
            {
                foreach (var by in (double[])[step, -step])
                {
                    var before = point[i];
                    point[i] = Math.Max(0, Rounded(before + by, step));
                    var tried = cost(point);
                    if (tried < best - (1e-12 * Math.Abs(best)))
                    {
                        (best, moved) = (tried, true);
                    }
                    else
                    {
                        point[i] = before;
                    }
                }
            }
        }
    }

    private static double Rounded(double value, double step) => Math.Round(value / step) * step;
}
