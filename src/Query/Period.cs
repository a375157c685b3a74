using Outlay.Kernel;

namespace Outlay.Query;

/// <summary>A range of days that a person names.</summary>
public enum PeriodPreset
{
    /// <summary>Fixed days.</summary>
    Custom,

    /// <summary>First of this month to today. URL word <c>mtd</c>.</summary>
    MonthToDate,

    /// <summary>The whole month before. <c>last-month</c>.</summary>
    LastMonth,

    /// <summary>The 7 days up to today. <c>7d</c>.</summary>
    Last7Days,

    /// <summary>The 30 days up to today. <c>30d</c>.</summary>
    Last30Days,

    /// <summary>The 90 days up to today. <c>90d</c>.</summary>
    Last90Days,

    /// <summary>This month and the 2 before. <c>3m</c>.</summary>
    Last3Months,

    /// <summary>This month and the 5 before. <c>6m</c>.</summary>
    Last6Months,

    /// <summary>This month and the 11 before. <c>12m</c>.</summary>
    Last12Months,

    /// <summary>First of this quarter to today. <c>qtd</c>.</summary>
    QuarterToDate,

    /// <summary>First of January to today. <c>ytd</c>.</summary>
    YearToDate,
}

/// <summary>A preset, or fixed days. Resolved against the day of asking, so a saved view moves with the calendar.</summary>
public sealed record Period
{
    private Period(PeriodPreset preset, DateRange? days) => (Preset, Days) = (preset, days);

    /// <summary>First of this month to today.</summary>
    public static Period MonthToDate { get; } = Of(PeriodPreset.MonthToDate);

    /// <summary>Which preset.</summary>
    public PeriodPreset Preset { get; }

    /// <summary>The fixed days of a custom period; null for a preset.</summary>
    public DateRange? Days { get; }

    /// <summary>A preset's period.</summary>
    /// <exception cref="ArgumentException">Custom needs days.</exception>
    public static Period Of(PeriodPreset preset) =>
        preset == PeriodPreset.Custom
            ? throw new ArgumentException("A custom period needs its days.", nameof(preset))
            : new(preset, null);

    /// <summary>A period of fixed days.</summary>
    public static Period Of(DateRange days) => new(PeriodPreset.Custom, days);

    /// <summary>The days meant, seen from <paramref name="today"/> (UTC), which is part of every preset that reaches to the present.</summary>
    public DateRange Resolve(DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        return Preset switch
        {
            PeriodPreset.Custom => Days
                ?? throw new InvalidOperationException("A custom period has days."),
            PeriodPreset.MonthToDate => DateRange.Inclusive(month, today),
            PeriodPreset.LastMonth => new DateRange(month.AddMonths(-1), month),
            PeriodPreset.Last7Days => DateRange.Inclusive(today.AddDays(-6), today),
            PeriodPreset.Last30Days => DateRange.Inclusive(today.AddDays(-29), today),
            PeriodPreset.Last90Days => DateRange.Inclusive(today.AddDays(-89), today),
            PeriodPreset.Last3Months => DateRange.Inclusive(month.AddMonths(-2), today),
            PeriodPreset.Last6Months => DateRange.Inclusive(month.AddMonths(-5), today),
            PeriodPreset.Last12Months => DateRange.Inclusive(month.AddMonths(-11), today),
            PeriodPreset.QuarterToDate => DateRange.Inclusive(
                new DateOnly(today.Year, (today.Month - 1) / 3 * 3 + 1, 1),
                today
            ),
            PeriodPreset.YearToDate => DateRange.Inclusive(new DateOnly(today.Year, 1, 1), today),
            _ => throw new InvalidOperationException($"{Preset} is not a period."),
        };
    }
}
