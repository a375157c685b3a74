using System.Globalization;
using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Web.Formatting;

/// <summary>Days and times as people read them; all of them UTC.</summary>
public static class Dates
{
    /// <summary><c>22 Nov 2026</c>.</summary>
    public static string Day(DateOnly day) => Text(day, "d MMM yyyy");

    /// <summary><c>Nov 2026</c>.</summary>
    public static string Month(BillingPeriod period) => Text(period.Start, "MMM yyyy");

    /// <summary><c>22 Nov 2026, 06:02 UTC</c>.</summary>
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary><c>22 Nov, 06:02</c>, for columns whose head says UTC and whose title says it in full.</summary>
    public static string ShortTime(DateTimeOffset time) =>
        time.UtcDateTime.ToString("d MMM, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>As short as it stays clear: <c>1–23 Nov 2026</c>, <c>28 Oct – 3 Nov 2026</c>, <c>5 Nov 2026</c>.</summary>
    public static string Range(DateRange range)
    {
        var (first, last) = (range.From, range.Last);
        if (first == last)
        {
            return Day(first);
        }

        if (first.Year != last.Year)
        {
            return $"{Day(first)} – {Day(last)}";
        }

        return first.Month == last.Month
            ? $"{Text(first, "%d")}–{Day(last)}"
            : $"{Text(first, "d MMM")} – {Day(last)}";
    }

    /// <summary>A bucket in full, for tables and readings: <c>Sun 22 Nov 2026</c>, <c>Nov 2026</c>, <c>Q4 2026</c>.</summary>
    public static string Bucket(TimeBucket bucket, TimeGrain grain)
    {
        var start = bucket.Start;
        return grain switch
        {
            TimeGrain.Hour => start.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture),
            TimeGrain.Day => start.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture),
            TimeGrain.Month => start.ToString("MMM yyyy", CultureInfo.InvariantCulture),
            TimeGrain.Quarter => Quarter(start),
            TimeGrain.Year => start.ToString("yyyy", CultureInfo.InvariantCulture),
            _ => Range(Days(bucket)),
        };
    }

    /// <summary>A bucket under an axis: <c>22 Nov</c>, <c>Nov</c>, <c>Jan 2027</c>, <c>14:00</c>.</summary>
    public static string Tick(TimeBucket bucket, TimeGrain grain)
    {
        var start = bucket.Start;
        return grain switch
        {
            TimeGrain.Hour when start.Hour != 0 => start.ToString(
                "HH:mm",
                CultureInfo.InvariantCulture
            ),
            TimeGrain.Month when start.Month != 1 => start.ToString(
                "MMM",
                CultureInfo.InvariantCulture
            ),
            TimeGrain.Month or TimeGrain.Quarter or TimeGrain.Year => Bucket(bucket, grain),
            _ => start.ToString("d MMM", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>The days a bucket touches.</summary>
    public static DateRange Days(TimeBucket bucket)
    {
        var first = DateOnly.FromDateTime(bucket.Start);
        var last = DateOnly.FromDateTime(bucket.End.AddTicks(-1));
        return DateRange.Inclusive(first, last < first ? first : last);
    }

    private static string Quarter(DateTime start) =>
        string.Create(CultureInfo.InvariantCulture, $"Q{((start.Month - 1) / 3) + 1} {start.Year}");

    private static string Text(DateOnly day, string format) =>
        day.ToString(format, CultureInfo.InvariantCulture);
}
