using Outlay.Commitments.Usage;

namespace Outlay.Commitments.Advice;

/// <summary>
/// Use with weeks well above the last one brought down to it, line by line: what went away a month ago will not come back for the sake of a
/// commitment. Weeks below the last are left as they are, since growth that has not lasted is nothing to sign for.
/// </summary>
internal static class LevelledUse
{
    private const int Week = 168;

    /// <summary>Weeks differ by this much without a reason.</summary>
    private const double Calm = 0.95;

    /// <summary>Lines of their own levels would lose every burst that fell into an earlier week, so the total decides.</summary>
    public static IReadOnlyList<UsageLine> Of(IReadOnlyList<UsageLine> lines)
    {
        var hours = lines[0].OnDemand.Length;
        var total = HourlyTotal.Of(lines, hours);
        var last = total.AsSpan(hours - Week).ToArray().Sum();
        var factors = new double[hours];
        Array.Fill(factors, 1);
        for (var end = hours - Week; end > 0; end -= Week)
        {
            var start = Math.Max(0, end - Week);
            var mean = total.AsSpan(start, end - start).ToArray().Average() * Week;
            if (mean > 0 && last / mean < Calm)
            {
                Array.Fill(factors, last / mean, start, end - start);
            }
        }

        return Array.TrueForAll(factors, f => f == 1)
            ? lines
            : lines
                .Select(l => l with { OnDemand = [.. l.OnDemand.Select((v, h) => v * factors[h])] })
                .ToList();
    }
}
