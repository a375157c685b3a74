using Outlay.Kernel;

namespace Outlay.Query;

/// <summary>How a range of days divides into buckets of a grain. Buckets are numbered from any day on, so that engines can count them.</summary>
public static class TimeBuckets
{
    /// <summary>First day of the bucket that holds a day; for hours and for no grain, the day itself.</summary>
    public static DateOnly Start(TimeGrain grain, DateOnly day) =>
        grain switch
        {
            TimeGrain.None or TimeGrain.Hour or TimeGrain.Day => day,
            TimeGrain.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
            TimeGrain.Month => new DateOnly(day.Year, day.Month, 1),
            TimeGrain.Quarter => new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1),
            TimeGrain.Year => new DateOnly(day.Year, 1, 1),
            _ => throw new ArgumentOutOfRangeException(nameof(grain)),
        };

    /// <summary>Number of buckets from the one that holds <paramref name="from"/> to the one that holds <paramref name="day"/>.</summary>
    public static int Between(TimeGrain grain, DateOnly from, DateOnly day)
    {
        var days = Start(grain, day).DayNumber - Start(grain, from).DayNumber;
        var months = (day.Year - from.Year) * 12 + day.Month - from.Month;
        return grain switch
        {
            TimeGrain.None => 0,
            TimeGrain.Hour => days * 24,
            TimeGrain.Day => days,
            TimeGrain.Week => days / 7,
            TimeGrain.Month => months,
            TimeGrain.Quarter => (months + (from.Month - 1) % 3 - (day.Month - 1) % 3) / 3,
            TimeGrain.Year => day.Year - from.Year,
            _ => throw new ArgumentOutOfRangeException(nameof(grain)),
        };
    }

    /// <summary>Number of buckets of a range; 0 without grain.</summary>
    public static int Count(TimeGrain grain, DateRange range) =>
        grain switch
        {
            TimeGrain.None => 0,
            TimeGrain.Hour => range.Days * 24,
            _ => Between(grain, range.From, range.Last) + 1,
        };

    /// <summary>The buckets of a range, the first and the last clipped to it.</summary>
    /// <param name="grain">Width.</param>
    /// <param name="range">Days to divide.</param>
    /// <param name="incompleteFrom">First day whose deliveries are still to come; null for none.</param>
    public static IReadOnlyList<TimeBucket> Of(
        TimeGrain grain,
        DateRange range,
        DateOnly? incompleteFrom
    )
    {
        var end = Instant(range.To);
        var late = incompleteFrom is { } day ? Instant(day) : DateTime.MaxValue;
        var buckets = new List<TimeBucket>(Count(grain, range));
        if (grain == TimeGrain.None)
        {
            return buckets;
        }

        for (var start = Instant(range.From); start < end; )
        {
            var next = Next(grain, start);
            next = next < end ? next : end;
            buckets.Add(new TimeBucket(start, next, next > late));
            start = next;
        }

        return buckets;
    }

    private static DateTime Next(TimeGrain grain, DateTime start)
    {
        var day = DateOnly.FromDateTime(start);
        return grain switch
        {
            TimeGrain.Hour => start.AddHours(1),
            TimeGrain.Day => start.AddDays(1),
            TimeGrain.Week => Instant(Start(grain, day).AddDays(7)),
            TimeGrain.Month => Instant(Start(grain, day).AddMonths(1)),
            TimeGrain.Quarter => Instant(Start(grain, day).AddMonths(3)),
            TimeGrain.Year => Instant(Start(grain, day).AddYears(1)),
            _ => throw new ArgumentOutOfRangeException(nameof(grain)),
        };
    }

    private static DateTime Instant(DateOnly day) =>
        day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
