using Outlay.Anomalies.Detection;

namespace Outlay.Anomalies.Watch;

/// <summary>
/// Leaves out alerts of a series that only repeat what is known: what comes on the same day every week.
/// </summary>
internal static class Echoes
{
    private const int Week = 7;
    private const int WeeksThatMakeAHabit = 2;
    private const int LongestHabit = 2;
    private const double Alike = 2.2;

    /// <summary>The alerts that say something new; all of one series, in any order.</summary>
    public static IEnumerable<Alert> Without(IEnumerable<Alert> alerts)
    {
        var all = alerts.OrderBy(a => a.Start).ToList();
        return all.Where(a => !IsHabit(a, all));
    }

    private static bool IsHabit(Alert alert, List<Alert> all) =>
        alert.Days <= LongestHabit
        && Enumerable
            .Range(1, WeeksThatMakeAHabit)
            .All(week =>
                all.Exists(a =>
                    a.Start == alert.Start.AddDays(-Week * week)
                    && a.Direction == alert.Direction
                    && Math.Abs(a.Excess) <= Math.Abs(alert.Excess) * Alike
                    && Math.Abs(alert.Excess) <= Math.Abs(a.Excess) * Alike
                )
            );
}
