using Outlay.Commitments.SinglePlan;

namespace Outlay.Commitments.Joint;

/// <summary>
/// Walks down a cost of several commitments: one at a time, and two against each other, since the cost has edges along which one alone
/// cannot move. Source of the pattern: Hooke and Jeeves, "Direct search solution of numerical and statistical problems" (1961).
/// </summary>
/// <param name="cost">Cost of a point.</param>
/// <param name="most">What each commitment could use at most.</param>
/// <param name="exchanges">Directions in which one commitment replaces another.</param>
/// <param name="near">How far a step may go, as a share of the most: 1 to look everywhere, less to settle a point found before.</param>
internal sealed class Descent(
    Func<double[], double> cost,
    double[] most,
    IReadOnlyList<Exchange> exchanges,
    double near = 1
)
{
    private const int Wide = 8;
    private const int Narrow = 2;
    private const int Golden = 14;
    private const int Cycles = 12;
    private const int CyclesNear = 4;
    private const double Enough = 1e-5;
    private const double EnoughNear = 1e-7;

    private int Grid => near < 1 ? Narrow : Wide;

    /// <summary>The best point found from a start, and its cost.</summary>
    public (double[] Point, double Cost) From(double[] start)
    {
        var point = (double[])start.Clone();
        var best = cost(point);
        for (var cycle = 0; cycle < (near < 1 ? CyclesNear : Cycles); cycle++)
        {
            var before = best;
            for (var i = 0; i < point.Length; i++)
            {
                best = Along(point, best, i, -1, 0, 0, most[i]);
            }

            foreach (var (from, to, ratio) in exchanges)
            {
                // As much as can be taken from the one, and as much as the other can still use.
                var low = Math.Max(-point[from], (point[to] - most[to]) / ratio);
                var high = Math.Min(most[from] - point[from], point[to] / ratio);
                best = Along(point, best, from, to, ratio, point[from] + low, point[from] + high);
            }

            if (before - best <= (near < 1 ? EnoughNear : Enough) * Math.Abs(best))
            {
                break;
            }
        }

        return (point, best);
    }

    private double Along(
        double[] point,
        double best,
        int first,
        int second,
        double ratio,
        double low,
        double high
    )
    {
        low = Math.Max(low, point[first] - (near * most[first]));
        high = Math.Min(high, point[first] + (near * most[first]));
        if (high <= low)
        {
            return best;
        }

        var start = (double[])point.Clone();
        void Move(double to)
        {
            point[first] = to;
            if (second >= 0)
            {
                point[second] = Math.Max(0, start[second] - (ratio * (to - start[first])));
            }
        }

        double At(double to)
        {
            Move(to);
            return cost(point);
        }

        var costs = new double[Grid + 1];
        for (var i = 0; i <= Grid; i++)
        {
            costs[i] = At(low + ((high - low) * i / Grid));
        }

        var least = Array.IndexOf(costs, costs.Min());
        var found = GoldenSection.Minimum(
            At,
            low + ((high - low) * Math.Max(least - 1, 0) / Grid),
            low + ((high - low) * Math.Min(least + 1, Grid) / Grid),
            Golden
        );
        var candidate = At(found);
        var corner = low + ((high - low) * least / Grid);
        if (costs[least] <= candidate)
        {
            (found, candidate) = (corner, costs[least]);
        }

        if (candidate < best)
        {
            Move(found);
            return candidate;
        }

        start.CopyTo(point, 0);
        return best;
    }
}

/// <summary>A dollar more of one plan for <paramref name="Ratio"/> dollars less of another.</summary>
internal readonly record struct Exchange(int From, int To, double Ratio);
