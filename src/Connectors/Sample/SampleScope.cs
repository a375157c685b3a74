using Outlay.Kernel;

namespace Outlay.Connectors.Sample;

/// <summary>Which days are made, how finely, and how big the company is.</summary>
internal sealed class SampleScope
{
    private const int Months = 13;
    private const int FullHourlyDays = 61;

    public SampleScope(DateOnly today, long seed, double scale)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 0.001);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, 100);
        Today = today;
        Chance = Chance.From(seed);
        FirstDay = BillingPeriod.Of(today).Start.AddMonths(1 - Months);
        var hourlyDays = Math.Clamp((int)(FullHourlyDays * scale), 1, FullHourlyDays);
        HourlyFrom = today.AddDays(-hourlyDays);
        LineFactor = scale * RowsPerLine(FullHourlyDays) / RowsPerLine(hourlyDays);
    }

    public DateOnly Today { get; }

    public Chance Chance { get; }

    public DateOnly FirstDay { get; }

    /// <summary>First day with hourly charges; before it they are daily.</summary>
    public DateOnly HourlyFrom { get; }

    /// <summary>Resources relative to the whole company: fewer where the hourly window shrinks, so that rows follow the scale.</summary>
    public double LineFactor { get; }

    public int Days => Today.DayNumber - FirstDay.DayNumber + 1;

    /// <summary>The billing periods, newest first.</summary>
    public IEnumerable<BillingPeriod> Periods =>
        Enumerable
            .Range(0, Months)
            .Select(back => BillingPeriod.Of(Today.AddDays(1 - Today.Day).AddMonths(-back)));

    public int DayIndex(DateOnly day) => day.DayNumber - FirstDay.DayNumber;

    public BillingPeriod MonthsAgo(int months) =>
        BillingPeriod.Of(BillingPeriod.Of(Today).Start.AddMonths(-months));

    private static double RowsPerLine(int hourlyDays) => 395 - hourlyDays + (24.0 * hourlyDays);
}
