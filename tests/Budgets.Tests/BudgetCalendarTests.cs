using CsCheck;
using Outlay.Kernel;

namespace Outlay.Budgets.Tests;

/// <summary>Periods of budgets tile the days, whatever the fiscal year, the month's length or the leap year.</summary>
public sealed class BudgetCalendarTests
{
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 40_000]
        .Select(d => new DateOnly(1995, 1, 1).AddDays(d));

    private static readonly Gen<BudgetCadence> Endless = Gen.Int[0, 2]
        .Select(i => (BudgetCadence)i);

    [Fact]
    public void Every_day_from_the_first_on_lies_in_one_period_and_periods_follow_without_a_gap() =>
        Gen.Select(Endless, Day, Gen.Int[1, 12], Gen.Int[0, 2000])
            .Sample(
                (cadence, day, fiscal, later) =>
                {
                    var calendar = BudgetCalendar.Of(cadence, day, fiscal);
                    calendar.PeriodOf(calendar.First.AddDays(-1)).ShouldBeNull();
                    calendar.PeriodOf(day)!.Value.From.ShouldBe(calendar.First);
                    var period = calendar.PeriodOf(day.AddDays(later))!.Value;
                    period.Contains(day.AddDays(later)).ShouldBeTrue();
                    calendar.PeriodOf(period.Last).ShouldBe(period);
                    calendar.PeriodOf(period.To)!.Value.From.ShouldBe(period.To);
                }
            );

    [Fact]
    public void Quarters_and_years_begin_where_the_fiscal_year_says() =>
        Gen.Select(Endless, Day, Gen.Int[1, 12])
            .Sample(
                (cadence, day, fiscal) =>
                {
                    var period = BudgetCalendar.Of(cadence, day, fiscal).PeriodOf(day)!.Value;
                    var months = cadence switch
                    {
                        BudgetCadence.Month => 1,
                        BudgetCadence.Quarter => 3,
                        _ => 12,
                    };
                    period.From.Day.ShouldBe(1);
                    period.To.ShouldBe(period.From.AddMonths(months));
                    ((period.From.Month - fiscal + 12) % months).ShouldBe(0);
                }
            );

    [Theory]
    [InlineData(BudgetCadence.Month, 1, "2028-02-29", "2028-02-01..2028-02-29")]
    [InlineData(BudgetCadence.Quarter, 4, "2026-11-23", "2026-10-01..2026-12-31")]
    [InlineData(BudgetCadence.Quarter, 2, "2026-11-23", "2026-11-01..2027-01-31")]
    [InlineData(BudgetCadence.Year, 4, "2026-03-31", "2025-04-01..2026-03-31")]
    [InlineData(BudgetCadence.Year, 3, "2028-02-29", "2027-03-01..2028-02-29")]
    public void A_day_has_the_period_that_a_controller_expects(
        BudgetCadence cadence,
        int fiscal,
        string day,
        string period
    )
    {
        var at = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        BudgetCalendar.Of(cadence, at, fiscal).PeriodOf(at)!.Value.ToString().ShouldBe(period);
    }

    [Fact]
    public void Chosen_days_are_one_period_with_an_end()
    {
        var days = DateRange.Inclusive(new(2026, 11, 5), new(2026, 12, 24));
        var calendar = BudgetCalendar.Of(days);

        calendar.PeriodOf(new(2026, 12, 24)).ShouldBe(days);
        calendar.PeriodOf(new(2026, 12, 25)).ShouldBeNull();
        calendar.Until(new(2030, 1, 1)).ShouldBe([days]);
    }
}
