namespace Outlay.Commitments.Scenarios;

/// <summary>A month as drawn from weeks.</summary>
/// <param name="Saving">Saving of the month.</param>
/// <param name="Unused">Commitment of the month that is lost.</param>
public readonly record struct DrawnMonth(double Saving, double Unused);

/// <summary>
/// Months put together from weeks of the past, drawn with a fixed seed: the spread that weeks have shown, not falls they have not seen.
/// Weeks stay whole, so that nights and weekends keep their part. Source: Künsch, "The jackknife and the bootstrap for general stationary
/// observations" (1989).
/// </summary>
internal static class WeekBootstrap
{
    private const int HoursOfWeek = 168;
    private const int Draws = 1000;
    private const int Seed = 20_240_101;
    private const double WeeksOfMonth = 730.0 / HoursOfWeek;

    /// <summary>Months in order of their saving.</summary>
    /// <param name="saving">Saving of each hour, a week of them or more.</param>
    /// <param name="unused">Commitment lost in each hour.</param>
    public static IReadOnlyList<DrawnMonth> Months(double[] saving, double[] unused)
    {
        var weeks = saving.Length / HoursOfWeek;

        // The last hours count in any case, the odd ones at the start may fall away.
        var first = saving.Length - (weeks * HoursOfWeek);
        var sums = new DrawnMonth[weeks];
        for (var week = 0; week < weeks; week++)
        {
            var at = first + (week * HoursOfWeek);
            sums[week] = new(
                saving.AsSpan(at, HoursOfWeek).ToArray().Sum(),
                unused.AsSpan(at, HoursOfWeek).ToArray().Sum()
            );
        }

        var random = new Random(Seed);
        var months = new DrawnMonth[Draws];
        for (var draw = 0; draw < Draws; draw++)
        {
            var month = default(DrawnMonth);
            for (var left = WeeksOfMonth; left > 0; left--)
            {
                var part = Math.Min(1, left);
                var week = sums[random.Next(weeks)];
                month = new(
                    month.Saving + (part * week.Saving),
                    month.Unused + (part * week.Unused)
                );
            }

            months[draw] = month;
        }

        Array.Sort(months, (a, b) => a.Saving.CompareTo(b.Saving));
        return months;
    }
}
