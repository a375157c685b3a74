using Outlay.Commitments.Usage;

namespace Outlay.Commitments.Advice;

/// <summary>
/// Use with weeks well above the last one brought down to it: what went away a month ago will not come back for the sake of a commitment.
/// Weeks below the last are left as they are, since growth that has not lasted is nothing to sign for.
/// </summary>
internal static class LevelledUse
{
    private const int Week = 168;

    /// <summary>Weeks differ by this much without a reason.</summary>
    private const double Calm = 0.95;

    /// <summary>
    /// Levels the lines that can be covered, by their total: each by itself would lose every burst that fell into an earlier week.
    /// </summary>
    public static IReadOnlyList<UsageLine> Of(
        IReadOnlyList<UsageLine> lines,
        Func<UsageLine, bool> eligible
    )
    {
        var factors = Factors(HourlyTotal.Of(lines.Where(eligible), lines[0].OnDemand.Length));
        return Array.TrueForAll(factors, f => f == 1)
            ? lines
            :
            [
                .. lines.Select(l =>
                    eligible(l)
                        ? l with
                        {
                            OnDemand = [.. l.OnDemand.Select((v, h) => v * factors[h])],
                        }
                        : l
                ),
            ];
    }

    private static double[] Factors(double[] total)
    {
        var last = total.AsSpan(total.Length - Week).ToArray().Average();
        var factors = new double[total.Length];
        Array.Fill(factors, 1);
        for (var end = total.Length - Week; end > 0; end -= Week)
        {
            var start = Math.Max(0, end - Week);
            var mean = total.AsSpan(start, end - start).ToArray().Average();
            if (mean > 0 && last / mean < Calm)
            {
                Array.Fill(factors, last / mean, start, end - start);
            }
        }

        return factors;
    }
}
