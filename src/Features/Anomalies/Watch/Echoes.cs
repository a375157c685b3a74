using Outlay.Anomalies.Detection;

namespace Outlay.Anomalies.Watch;

/// <summary>
/// Leaves out alerts of a series that only repeat what is known: the way back to where an earlier alert began, and what comes every week.
/// </summary>
internal static class Echoes
{
    private const int Week = 7;
    private const int WeeksThatMakeAHabit = 2;
    private const int LongestHabit = 2;
    private const double Alike = 2.2;
    private const double Near = 0.25;

    /// <summary>The alerts that say something new; all of one series, in any order.</summary>
    public static IEnumerable<Alert> Without(IEnumerable<Alert> alerts)
    {
        var all = alerts.OrderBy(a => a.Start).ToList();
        return all.Where(a => !IsReturn(a, all) && !IsHabit(a, all));
    }

    // A level that was accepted makes the way back look like a fall.
    private static bool IsReturn(Alert alert, List<Alert> all) =>
        all.LastOrDefault(a => a.Start < alert.Start && a.Direction == -alert.Direction)
            is { } before
        && Math.Abs(ADay(alert, alert.Actual) - ADay(before, before.FrozenExpected))
            <= Near
                * Math.Max(
                    ADay(before, before.FrozenExpected),
                    Math.Abs(ADay(before, before.Excess))
                );

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

    private static double ADay(Alert alert, double amount) => amount / alert.Days;
}
