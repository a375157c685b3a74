using Outlay.Forecast.Intervals;
using Outlay.Forecast.Methods;

namespace Outlay.Forecast.Arrival;

/// <summary>The cost of a day as it was seen on a later day.</summary>
/// <param name="Day">The day of usage.</param>
/// <param name="SeenAt">The day on which the bill was read.</param>
/// <param name="Cost">The cost of <paramref name="Day"/> in it, in the unit of the series.</param>
public readonly record struct CostSeen(DateOnly Day, DateOnly SeenAt, double Cost);

/// <summary>
/// How much of a day's final cost is visible how many days later, learnt from what imports showed: the median over days of seen over
/// final, never falling with age. Providers deliver one to three days late; days that are not complete must not be trained on.
/// </summary>
public sealed class ArrivalCurve
{
    private const double EnoughToScale = 0.5;

    private readonly double[] _shares;

    private ArrivalCurve(double[] shares) => _shares = shares;

    /// <summary>Shares by age in days, from age 0; ages beyond are complete.</summary>
    public IReadOnlyList<double> Shares => _shares;

    /// <summary>Learns the curve.</summary>
    /// <param name="seen">What was seen when, in any order.</param>
    /// <param name="settled">The age in days from which a cost is final; days never seen that old teach nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">An age below 1.</exception>
    public static ArrivalCurve Learn(IEnumerable<CostSeen> seen, int settled = 7)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(settled, 1);
        var byAge = Enumerable.Range(0, settled).Select(_ => new List<double>()).ToArray();
        foreach (var day in seen.GroupBy(s => s.Day))
        {
            var views = day.OrderBy(s => s.SeenAt).ToList();
            var last = views[^1];
            if (Age(last) < settled || last.Cost == 0)
            {
                continue;
            }

            for (var age = Math.Max(0, Age(views[0])); age < settled; age++)
            {
                byAge[age].Add(views.Last(v => Age(v) <= age).Cost / last.Cost);
            }
        }

        double[] medians =
        [
            .. byAge.Select(a => a.Count == 0 ? 1 : Math.Clamp(Robust.Median([.. a]), 0, 1)),
        ];
        return new ArrivalCurve(Isotonic.Rising(medians));
    }

    /// <summary>The share of a day's cost visible after so many days, 0 to 1.</summary>
    public double Share(int age) =>
        age < 0 ? 0
        : age < _shares.Length ? _shares[age]
        : 1;

    /// <summary>How many of the last days are not complete: their share is below the threshold.</summary>
    public int LateDays(double threshold = 0.98) => _shares.Count(s => s < threshold);

    /// <summary>The series without its days that are not complete yet.</summary>
    /// <param name="series">Daily values with their first day.</param>
    /// <param name="seenAt">The day on which they were read.</param>
    /// <param name="threshold">The share from which a day is complete.</param>
    /// <exception cref="ArgumentException">No first day, or no complete day.</exception>
    public TimeSeries Cut(TimeSeries series, DateOnly seenAt, double threshold = 0.98)
    {
        var kept = series.Length;
        while (kept > 0 && Share(AgeOf(series, kept - 1, seenAt)) < threshold)
        {
            kept--;
        }

        return kept > 0
            ? series.Head(kept)
            : throw new ArgumentException("No day is complete yet.", nameof(series));
    }

    /// <summary>The series with late days divided by their share; days of which less than half is visible are cut.</summary>
    /// <param name="series">Daily values with their first day.</param>
    /// <param name="seenAt">The day on which they were read.</param>
    /// <exception cref="ArgumentException">No first day, or less than half of every day visible.</exception>
    public TimeSeries Complete(TimeSeries series, DateOnly seenAt)
    {
        var kept = Cut(series, seenAt, EnoughToScale);
        var values = kept.Values.ToArray();
        for (var t = 0; t < values.Length; t++)
        {
            // A day older than the curve is complete; a day in the middle of the series is never below the half.
            values[t] /= Math.Max(EnoughToScale, Share(AgeOf(series, t, seenAt)));
        }

        return new TimeSeries(values, series.Season, series.First);
    }

    private static int Age(CostSeen seen) => seen.SeenAt.DayNumber - seen.Day.DayNumber;

    private static int AgeOf(TimeSeries series, int position, DateOnly seenAt)
    {
        var first =
            series.First
            ?? throw new ArgumentException(
                "Late days need the day of the first value.",
                nameof(series)
            );
        return seenAt.DayNumber - first.DayNumber - position;
    }
}
