using Outlay.Kernel;
using Outlay.Lake;

namespace Outlay.Connections;

/// <summary>How complete the days of a load look.</summary>
public enum DayLook
{
    /// <summary>About as many usage charges as on other days.</summary>
    Full,

    /// <summary>Far fewer usage charges than on other days: more may be to come.</summary>
    Thin,

    /// <summary>No usage charge although days around it have some.</summary>
    Missing,

    /// <summary>After the last usage: not delivered yet, or nothing was used.</summary>
    Ahead,
}

/// <summary>A day of a load.</summary>
/// <param name="Day">The day.</param>
/// <param name="Charges">Charges that start on it.</param>
/// <param name="UsageCharges">Usage charges that start on it.</param>
/// <param name="Look">How complete it looks.</param>
public sealed record LoadDay(DateOnly Day, long Charges, long UsageCharges, DayLook Look);

/// <summary>Tells which days of a billing period a load covers. It compares counts, not costs: a cheap day is no incomplete one.</summary>
internal static class Completeness
{
    // A day of rest halves usage charges at the most; an export that was cut off has hours of a day.
    private const double ThinShare = 0.3;

    public static IReadOnlyList<LoadDay> Of(BillingPeriod period, IReadOnlyList<DayCount> counts)
    {
        var byDay = counts.ToDictionary(c => c.Day);
        var used = counts.Where(c => c.UsageCharges > 0).ToList();
        if (used.Count == 0)
        {
            return [];
        }

        var last = used.Max(c => c.Day);
        var ordered = used.Select(c => c.UsageCharges).Order().ToList();
        var middle = ordered[ordered.Count / 2];
        var first = period.Start < counts[0].Day ? period.Start : counts[0].Day;
        var end = period.End > last ? period.End : last.AddDays(1);
        return
        [
            .. Enumerable
                .Range(0, end.DayNumber - first.DayNumber)
                .Select(i => first.AddDays(i))
                .Select(day =>
                {
                    var count = byDay.GetValueOrDefault(day, new DayCount(day, 0, 0));
                    return new LoadDay(
                        day,
                        count.Charges,
                        count.UsageCharges,
                        day > last ? DayLook.Ahead
                            : count.UsageCharges == 0 ? DayLook.Missing
                            : count.UsageCharges < middle * ThinShare ? DayLook.Thin
                            : DayLook.Full
                    );
                }),
        ];
    }
}
