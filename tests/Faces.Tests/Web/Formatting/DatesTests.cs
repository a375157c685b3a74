using Outlay.Kernel;
using Outlay.Query;
using Outlay.Web.Formatting;

namespace Outlay.Faces.Tests.Web.Formatting;

public sealed class DatesTests
{
    [Theory]
    [InlineData("2026-11-01", "2026-11-23", "1–23 Nov 2026")]
    [InlineData("2026-10-28", "2026-11-03", "28 Oct – 3 Nov 2026")]
    [InlineData("2025-12-30", "2026-01-02", "30 Dec 2025 – 2 Jan 2026")]
    [InlineData("2026-11-05", "2026-11-05", "5 Nov 2026")]
    public void A_range_is_as_short_as_it_stays_clear(string from, string last, string text) =>
        Dates.Range(DateRange.Inclusive(Day(from), Day(last))).ShouldBe(text);

    [Theory]
    [InlineData(TimeGrain.Hour, "1 Nov 2026, 00:00", "1 Nov")]
    [InlineData(TimeGrain.Day, "Sun 1 Nov 2026", "1 Nov")]
    [InlineData(TimeGrain.Week, "1–7 Nov 2026", "1 Nov")]
    [InlineData(TimeGrain.Month, "Nov 2026", "Nov")]
    [InlineData(TimeGrain.Quarter, "Q4 2026", "Q4 2026")]
    [InlineData(TimeGrain.Year, "2026", "2026")]
    public void A_bucket_has_a_long_and_a_short_name(TimeGrain grain, string text, string tick)
    {
        var start = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);
        var bucket = new TimeBucket(start, start.AddDays(7), Incomplete: false);

        Dates.Bucket(bucket, grain).ShouldBe(text);
        Dates.Tick(bucket, grain).ShouldBe(tick);
    }

    [Fact]
    public void An_hour_lies_in_one_day()
    {
        var start = new DateTime(2026, 11, 1, 23, 0, 0, DateTimeKind.Utc);

        Dates
            .Days(new(start, start.AddHours(1), Incomplete: false))
            .ShouldBe(DateRange.Inclusive(Day("2026-11-01"), Day("2026-11-01")));
    }

    [Theory]
    [InlineData(812, "812 B")]
    [InlineData(4_200_000, "4.2 MB")]
    [InlineData(999_600, "1.0 MB")]
    [InlineData(2_000_000_000, "2.0 GB")]
    public void Sizes_are_decimal(long bytes, string text) => Counts.Bytes(bytes).ShouldBe(text);

    [Theory]
    [InlineData(310_000, 1, "310.0k rows/s")]
    [InlineData(5_000, 10, "500 rows/s")]
    [InlineData(3_000_000, 2, "1.5M rows/s")]
    [InlineData(0, 2, "–")]
    [InlineData(10, 0, "–")]
    public void Rates_say_rows_a_second(long rows, int seconds, string text) =>
        Counts.Rate(rows, TimeSpan.FromSeconds(seconds)).ShouldBe(text);

    [Theory]
    [InlineData(0.42, "0.4 s")]
    [InlineData(42, "42 s")]
    [InlineData(200, "3 min 20 s")]
    [InlineData(7500, "2 h 5 min")]
    public void Durations_use_two_units_at_most(double seconds, string text) =>
        Counts.Duration(TimeSpan.FromSeconds(seconds)).ShouldBe(text);

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
