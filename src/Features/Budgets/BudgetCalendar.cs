using Outlay.Kernel;

namespace Outlay.Budgets;

/// <summary>How long the periods of a budget are.</summary>
public enum BudgetCadence
{
    /// <summary>Calendar months.</summary>
    Month,

    /// <summary>Three months of the fiscal year.</summary>
    Quarter,

    /// <summary>Fiscal years.</summary>
    Year,

    /// <summary>One period of chosen days.</summary>
    Custom,
}

/// <summary>
/// The periods of a budget, in UTC days as charges are. They follow one another without gap or overlap: months; quarters and years of the
/// fiscal year, which begins on the first of some month; or one period alone.
/// </summary>
public sealed record BudgetCalendar
{
    private const int MonthsOfYear = 12;
    private const int MonthsOfQuarter = 3;

    private BudgetCalendar(
        BudgetCadence cadence,
        int fiscalMonth,
        DateOnly first,
        DateOnly? last
    ) => (Cadence, FiscalMonth, First, Last) = (cadence, fiscalMonth, first, last);

    /// <summary>How long the periods are.</summary>
    public BudgetCadence Cadence { get; }

    /// <summary>Month in which the fiscal year begins, 1 to 12.</summary>
    public int FiscalMonth { get; }

    /// <summary>First day of the first period.</summary>
    public DateOnly First { get; }

    /// <summary>Last day of the only period of a custom budget; null for periods without end.</summary>
    public DateOnly? Last { get; }

    /// <summary>Periods without end; the first one holds <paramref name="day"/>.</summary>
    /// <param name="cadence">How long they are; not custom.</param>
    /// <param name="day">A day of the first period.</param>
    /// <param name="fiscalMonth">Month in which the fiscal year begins.</param>
    /// <exception cref="ArgumentOutOfRangeException">The month is none, or the cadence is custom.</exception>
    public static BudgetCalendar Of(BudgetCadence cadence, DateOnly day, int fiscalMonth = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fiscalMonth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fiscalMonth, MonthsOfYear);
        return new(cadence, fiscalMonth, Start(cadence, fiscalMonth, day), null);
    }

    /// <summary>One period of chosen days.</summary>
    public static BudgetCalendar Of(DateRange days) =>
        new(BudgetCadence.Custom, 1, days.From, days.Last);

    /// <summary>The period that holds a day; null before the first and after the last.</summary>
    public DateRange? PeriodOf(DateOnly day)
    {
        if (day < First || day > (Last ?? DateOnly.MaxValue))
        {
            return null;
        }

        if (Cadence == BudgetCadence.Custom)
        {
            return DateRange.Inclusive(First, Last!.Value);
        }

        var start = Start(Cadence, FiscalMonth, day);
        return new DateRange(start, start.AddMonths(Months(Cadence)));
    }

    /// <summary>The periods that begin up to a day, oldest first.</summary>
    public IEnumerable<DateRange> Until(DateOnly day)
    {
        for (
            var period = PeriodOf(First);
            period is { } found && found.From <= day;
            period = PeriodOf(found.To)
        )
        {
            yield return found;
        }
    }

    private static int Months(BudgetCadence cadence) =>
        cadence switch
        {
            BudgetCadence.Month => 1,
            BudgetCadence.Quarter => MonthsOfQuarter,
            BudgetCadence.Year => MonthsOfYear,
            _ => throw new ArgumentOutOfRangeException(nameof(cadence)),
        };

    private static DateOnly Start(BudgetCadence cadence, int fiscalMonth, DateOnly day)
    {
        var into = (day.Month - fiscalMonth + MonthsOfYear) % MonthsOfYear % Months(cadence);
        return new DateOnly(day.Year, day.Month, 1).AddMonths(-into);
    }
}
