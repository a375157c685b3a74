namespace Outlay.Commitments.Scenarios;

/// <summary>A month as drawn from weeks.</summary>
/// <param name="Saving">Saving of the month.</param>
/// <param name="Unused">Commitment of the month that is lost.</param>
internal readonly record struct DrawnMonth(double Saving, double Unused);

/// <summary>One course of hours that months are drawn from.</summary>
/// <param name="Weight">How likely it is beside the others.</param>
/// <param name="Saving">Saving of each hour.</param>
/// <param name="Unused">Commitment lost in each hour.</param>
internal sealed record DrawnCourse(double Weight, double[] Saving, double[] Unused);

/// <summary>
/// Months put together from weeks, drawn with a fixed seed: first a course by its weight, then weeks of it. Weeks stay whole, so that nights
/// and weekends keep their part. Source: Künsch, "The jackknife and the bootstrap for general stationary observations" (1989).
/// </summary>
internal static class WeekBootstrap
{
    private const int HoursOfWeek = 168;
    private const int Draws = 2000;
    private const int Seed = 20_240_101;
    private const double HoursOfMonth = 730;

    /// <summary>Months in order of their saving.</summary>
    public static IReadOnlyList<DrawnMonth> Months(IReadOnlyList<DrawnCourse> courses)
    {
        var random = new Random(Seed);
        var blocks = courses.Select(Blocks).ToList();
        var sum = courses.Sum(c => c.Weight);
        var months = new DrawnMonth[Draws];
        for (var draw = 0; draw < Draws; draw++)
        {
            // Courses take turns by their weight; only weeks are left to chance.
            var at = (draw + 0.5) / Draws * sum;
            var course = 0;
            while (course < courses.Count - 1 && at > courses[course].Weight)
            {
                at -= courses[course].Weight;
                course++;
            }

            months[draw] = Month(blocks[course], random);
        }

        Array.Sort(months, (a, b) => a.Saving.CompareTo(b.Saving));
        return months;
    }

    private static DrawnMonth Month((DrawnMonth[] Sums, double Hours) course, Random random)
    {
        var month = default(DrawnMonth);
        for (var left = HoursOfMonth; left > 0; left -= course.Hours)
        {
            var part = Math.Min(1, left / course.Hours);
            var block = course.Sums[random.Next(course.Sums.Length)];
            month = new(month.Saving + (part * block.Saving), month.Unused + (part * block.Unused));
        }

        return month;
    }

    private static (DrawnMonth[] Sums, double Hours) Blocks(DrawnCourse course)
    {
        // The last hours count in any case, the odd ones at the start may fall away.
        var length = Math.Min(HoursOfWeek, course.Saving.Length);
        var count = course.Saving.Length / length;
        var first = course.Saving.Length - (count * length);
        var sums = new DrawnMonth[count];
        for (var block = 0; block < count; block++)
        {
            var at = first + (block * length);
            sums[block] = new(
                course.Saving.AsSpan(at, length).ToArray().Sum(),
                course.Unused.AsSpan(at, length).ToArray().Sum()
            );
        }

        return (sums, length);
    }
}
