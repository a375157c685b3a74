using Outlay.Kernel;

namespace Outlay.Forecast.Outlook;

/// <summary>Daily cost of a scope: the days that are complete, without a gap.</summary>
/// <param name="Currency">Currency of the amounts.</param>
/// <param name="First">The first day.</param>
/// <param name="Usual">Cost of each day but what is charged once.</param>
/// <param name="Once">What is charged once (ChargeFrequency One-Time), by day: it happened and says nothing of what comes.</param>
public sealed record DailyCost(
    Currency Currency,
    DateOnly First,
    IReadOnlyList<decimal> Usual,
    IReadOnlyList<decimal> Once
)
{
    /// <summary>The last complete day; the day before the first when there is none.</summary>
    public DateOnly Last => First.AddDays(Usual.Count - 1);

    /// <summary>Cost of some days as far as they are complete.</summary>
    public decimal Sum(DateRange days)
    {
        decimal sum = 0;
        foreach (var i in Within(days))
        {
            sum += Usual[i] + Once[i];
        }

        return sum;
    }

    /// <summary>What was charged once on some days.</summary>
    public decimal OnceIn(DateRange days) => Within(days).Sum(i => Once[i]);

    /// <summary>The days up to one, as they would have been known had it been the last.</summary>
    public DailyCost Through(DateOnly last)
    {
        var count = Math.Clamp(last.DayNumber - First.DayNumber + 1, 0, Usual.Count);
        return this with { Usual = [.. Usual.Take(count)], Once = [.. Once.Take(count)] };
    }

    private IEnumerable<int> Within(DateRange days)
    {
        var from = Math.Max(0, days.From.DayNumber - First.DayNumber);
        var to = Math.Min(Usual.Count, days.To.DayNumber - First.DayNumber);
        return Enumerable.Range(from, Math.Max(0, to - from));
    }
}
