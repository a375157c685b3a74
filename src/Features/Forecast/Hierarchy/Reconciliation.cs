namespace Outlay.Forecast.Hierarchy;

/// <summary>A total and its parts that agree.</summary>
/// <param name="Total">The sum of the parts, added in their order.</param>
/// <param name="Children">The parts, in the order given.</param>
public sealed record Reconciled(double Total, IReadOnlyList<double> Children)
{
    /// <summary>
    /// The same in whole cents: the total rounded half away from zero, the parts rounded down and the cents left given to the largest
    /// remainders, ties to the earlier part (Hamilton's method). The parts add up to the total exactly.
    /// </summary>
    /// <exception cref="OverflowException">An amount beyond what a long holds in cents.</exception>
    public (long Total, IReadOnlyList<long> Children) InCents()
    {
        var total = checked((long)Math.Round(Total * 100, MidpointRounding.AwayFromZero));
        long[] cents = [.. Children.Select(c => checked((long)Math.Floor(c * 100)))];
        var left = total - cents.Sum();
        int[] order =
        [
            .. Enumerable
                .Range(0, cents.Length)
                .OrderByDescending(i => (Children[i] * 100) - cents[i])
                .ThenBy(i => i),
        ];
        for (var i = 0; left != 0 && cents.Length > 0; i = (i + 1) % cents.Length)
        {
            cents[order[i]] += Math.Sign(left);
            left -= Math.Sign(left);
        }

        return (total, cents);
    }
}

/// <summary>
/// Makes the forecasts of a total and of its parts agree: the total is the mean of its own forecast and of the sum of the parts, the
/// parts are scaled to it (top-down and bottom-up combined: Hyndman, Ahmed, Athanasopoulos and Shang 2011; Abouarghoub et al. 2018).
/// </summary>
public static class Reconciliation
{
    /// <summary>One step.</summary>
    /// <param name="direct">The total's own forecast.</param>
    /// <param name="children">The parts' forecasts, at least one.</param>
    /// <exception cref="ArgumentException">No part.</exception>
    public static Reconciled Reconcile(double direct, IReadOnlyList<double> children)
    {
        if (children.Count == 0)
        {
            throw new ArgumentException("A total needs parts.", nameof(children));
        }

        return ToTotal((direct + children.Sum()) / 2, children);
    }

    /// <summary>Scales parts to a total that stands (top-down).</summary>
    /// <param name="total">The total.</param>
    /// <param name="children">The parts' forecasts, at least one.</param>
    /// <exception cref="ArgumentException">No part.</exception>
    public static Reconciled ToTotal(double total, IReadOnlyList<double> children)
    {
        if (children.Count == 0)
        {
            throw new ArgumentException("A total needs parts.", nameof(children));
        }

        var missing = total - children.Sum();
        var size = children.Sum(Math.Abs);
        double[] scaled =
        [
            // By absolute size, so that a credit beside costs does not turn the correction round.
            .. children.Select(c =>
                c + (missing * (size == 0 ? 1.0 / children.Count : Math.Abs(c) / size))
            ),
        ];
        return new Reconciled(scaled.Sum(), scaled);
    }

    /// <summary>A path of steps.</summary>
    /// <param name="direct">The total's own forecasts by step.</param>
    /// <param name="children">The parts' forecasts: one path per part, each as long as the total's.</param>
    /// <exception cref="ArgumentException">No part, or paths of different lengths.</exception>
    public static IReadOnlyList<Reconciled> Reconcile(
        IReadOnlyList<double> direct,
        IReadOnlyList<IReadOnlyList<double>> children
    )
    {
        if (children.Any(c => c.Count != direct.Count))
        {
            throw new ArgumentException("Paths differ in length.", nameof(children));
        }

        return [.. direct.Select((d, h) => Reconcile(d, [.. children.Select(c => c[h])]))];
    }
}
