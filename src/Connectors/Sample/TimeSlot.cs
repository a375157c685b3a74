using System.Globalization;
using System.Text;
using Outlay.Kernel;

namespace Outlay.Connectors.Sample;

/// <summary>One charge period: an hour or a day, with its texts ready to write.</summary>
internal sealed class TimeSlot
{
    private TimeSlot(DateOnly day, int hour, int hours, int dayIndex)
    {
        Day = day;
        Hour = hour;
        Hours = hours;
        DayIndex = dayIndex;
        var start = day.ToDateTime(new TimeOnly(hour, 0), DateTimeKind.Utc);
        Start = Text(start);
        End = Text(start.AddHours(hours));
    }

    public DateOnly Day { get; }

    /// <summary>Hour of the day it starts in.</summary>
    public int Hour { get; }

    /// <summary>Its length: 1 or 24.</summary>
    public int Hours { get; }

    public int DayIndex { get; }

    public bool IsWeekend => Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    public byte[] Start { get; }

    public byte[] End { get; }

    /// <summary>The charge periods of a month, as far as a delivery that runs some hours behind the end of today has them.</summary>
    public static IReadOnlyList<TimeSlot> Of(
        SampleScope scope,
        BillingPeriod period,
        int hoursBehind
    )
    {
        var end = scope.Today.AddDays(1).ToDateTime(TimeOnly.MinValue).AddHours(-hoursBehind);
        var slots = new List<TimeSlot>();
        for (var day = period.Start; day < period.End && day <= scope.Today; day = day.AddDays(1))
        {
            var step = day < scope.HourlyFrom ? 24 : 1;
            for (var hour = 0; hour < 24; hour += step)
            {
                if (day.ToDateTime(new TimeOnly(hour, 0)).AddHours(step) <= end)
                {
                    slots.Add(new(day, hour, step, scope.DayIndex(day)));
                }
            }
        }

        return slots;
    }

    public static byte[] Text(DateTime instant) =>
        Encoding.ASCII.GetBytes(
            instant.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)
        );

    public static byte[] Text(DateOnly day) => Text(day.ToDateTime(TimeOnly.MinValue));
}
