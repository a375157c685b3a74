using Outlay.Kernel;

namespace Outlay.Query;

/// <summary>What a range is compared with.</summary>
public enum ComparisonKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The period before, of the same length; <see cref="Comparison.Resolve"/> says which days that is.</summary>
    Prior,

    /// <summary>Chosen days.</summary>
    Custom,
}

/// <summary>The comparison of a query.</summary>
/// <param name="Kind">With what.</param>
/// <param name="Days">The chosen days of a custom comparison; else null.</param>
public sealed record Comparison(ComparisonKind Kind, DateRange? Days = null)
{
    /// <summary>No comparison.</summary>
    public static Comparison None { get; } = new(ComparisonKind.None);

    /// <summary>With the period before.</summary>
    public static Comparison Prior { get; } = new(ComparisonKind.Prior);

    /// <summary>
    /// The days to compare a period with, seen from <paramref name="today"/> (UTC); null for none. The period before is: for month,
    /// quarter and year to date the same days of the month, quarter or year before; for the last 3, 6 or 12 months the months
    /// before those, up to the same day of the month; for last month and chosen days that are whole calendar months as many whole
    /// months before; else as many days just before. A day of the month that an earlier month lacks becomes that month's last day.
    /// </summary>
    public DateRange? Resolve(Period period, DateOnly today) =>
        Kind switch
        {
            ComparisonKind.None => null,
            ComparisonKind.Custom => Days
                ?? throw new InvalidOperationException("A custom comparison has days."),
            ComparisonKind.Prior => Before(period, period.Resolve(today)),
            _ => throw new InvalidOperationException($"{Kind} is not a comparison."),
        };

    private static int MonthsBack(PeriodPreset preset) =>
        preset switch
        {
            PeriodPreset.MonthToDate => 1,
            PeriodPreset.Last3Months or PeriodPreset.QuarterToDate => 3,
            PeriodPreset.Last6Months => 6,
            PeriodPreset.Last12Months or PeriodPreset.YearToDate => 12,
            _ => 0,
        };

    private static DateRange Before(Period period, DateRange days)
    {
        var monthsBack = MonthsBack(period.Preset);
        if (monthsBack > 0)
        {
            return DateRange.Inclusive(
                days.From.AddMonths(-monthsBack),
                days.Last.AddMonths(-monthsBack)
            );
        }

        var mayBeMonths = period.Preset is PeriodPreset.LastMonth or PeriodPreset.Custom;
        if (mayBeMonths && days.From.Day == 1 && days.To.Day == 1)
        {
            var months = (days.To.Year - days.From.Year) * 12 + days.To.Month - days.From.Month;
            return new DateRange(days.From.AddMonths(-months), days.From);
        }

        return new DateRange(days.From.AddDays(-days.Days), days.From);
    }
}
