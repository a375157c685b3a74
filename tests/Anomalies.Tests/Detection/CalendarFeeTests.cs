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

    [Fact]
    public void A_fee_of_the_28th_does_not_move_to_the_leap_day()
    {
        var values = CostExample.Calm(200);
        for (var day = 0; day < values.Length; day++)
        {
            values[day] += CostExample.First.AddDays(day).Day == 15 ? 80 : 0;
        }

        var flags = CostExample.Flags(CostExample.Detect(values));

        flags.Skip(90).ShouldAllBe(flag => flag == 0);
    }
}
