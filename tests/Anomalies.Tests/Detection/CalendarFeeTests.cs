namespace Outlay.Anomalies.Tests.Detection;

public sealed class CalendarFeeTests
{
    [Fact]
    public void A_monthly_fee_is_silent_after_the_third_month()
    {
        var values = CostExample.Calm(300);
        var fees = Enumerable
            .Range(40, 260)
            .Where(day => CostExample.First.AddDays(day).Day == 15)
            .ToList();
        fees.ForEach(day => values[day] += 80);

        var flags = CostExample.Flags(CostExample.Detect(values));

        fees.Take(2).ShouldAllBe(day => flags[day] == 1);
        fees.Skip(2).ShouldAllBe(day => flags[day] == 0);
    }

    [Fact]
    public void A_fee_that_stays_out_is_missed()
    {
        var values = CostExample.Calm(300);
        var fees = Enumerable
            .Range(0, 300)
            .Where(day => CostExample.First.AddDays(day).Day == 15)
            .ToList();
        fees.Take(7).ToList().ForEach(day => values[day] += 80);

        CostExample.Flags(CostExample.Detect(values))[fees[7]].ShouldBe(-1);
    }

    [Fact]
    public void A_month_end_fee_is_expected_on_the_leap_day()
    {
        var values = CostExample.Calm(200);
        for (var day = 0; day < values.Length; day++)
        {
            values[day] += CostExample.First.AddDays(day + 1).Day == 1 ? 80 : 0;
        }

        var leap = new DateOnly(2024, 2, 29).DayNumber - CostExample.First.DayNumber;
        var day29 = CostExample.Detect(values).Days[leap];

        day29.Flag.ShouldBe(0);
        day29.Expected!.Value.ShouldBe(180, 8);
    }

    [Theory]
    [InlineData(28)]
    [InlineData(30)]
    public void A_fee_near_the_months_end_keeps_its_day(int dayOfMonth)
    {
        var values = CostExample.Calm(250);
        for (var day = 0; day < values.Length; day++)
        {
            values[day] += CostExample.First.AddDays(day).Day == dayOfMonth ? 80 : 0;
        }

        var days = CostExample.Detect(values).Days.Skip(70).ToList();

        var fees = days.Where(d => d.Date.Day == dayOfMonth).ToList();
        fees.Count.ShouldBeGreaterThan(3);
        fees.ShouldAllBe(d => d.Flag == 0 && d.Expected > 170);
    }
}
