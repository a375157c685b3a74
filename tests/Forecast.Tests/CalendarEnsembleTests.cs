using Outlay.Forecast.Calendar;

namespace Outlay.Forecast.Tests;

public sealed class CalendarEnsembleTests
{
    private static readonly CalendarEnsemble Method = new();

    [Fact]
    public void A_fee_of_the_first_and_the_weekdays_come_again()
    {
        var bill = Made.Bill(200, fee: 4000);

        var points = Method.Fit(bill, 45, []).Mean;

        for (var h = 0; h < points.Count; h++)
        {
            var day = Made.First.AddDays(200 + h);
            points[h]
                .ShouldBe(Made.True(day, fee: 4000), 0.03 * Made.True(day, fee: 4000), $"{day}");
        }
    }

    [Fact]
    public void A_month_end_batch_follows_the_weekday()
    {
        var plain = Made.Bill(200);
        var values = plain.Values.ToArray();
        for (var t = 0; t < values.Length; t++)
        {
            var day = Made.First.AddDays(t);
            values[t] *= day.AddDays(2).Month != day.Month ? 1.4 : 1;
        }

        var points = Method.Fit(new TimeSeries(values, 7, Made.First), 31, []).Mean;

        // Day 200 is 19 July; the 30th and 31st are key days.
        points[11].ShouldBe(1.4 * Made.True(new DateOnly(2024, 7, 30)), 40);
        points[12].ShouldBe(1.4 * Made.True(new DateOnly(2024, 7, 31)), 40);
        points[10].ShouldBe(Made.True(new DateOnly(2024, 7, 29)), 30);
    }

    [Fact]
    public void One_fee_is_no_habit()
    {
        var values = Made.Bill(130).Values.ToArray();
        values[new DateOnly(2024, 5, 1).DayNumber - Made.First.DayNumber] += 5000;

        var points = Method.Fit(new TimeSeries(values, 7, Made.First), 31, []).Mean;

        points[new DateOnly(2024, 6, 1).DayNumber - Made.First.DayNumber - 130]
            .ShouldBe(Made.True(new DateOnly(2024, 6, 1)), 50);
    }

    [Theory]
    [InlineData(0.6)]
    [InlineData(1.5)]
    public void After_a_break_the_new_level_is_forecast_and_no_trend(double size)
    {
        var bill = Made.Bill(200, shape: t => t < 185 ? 1 : size);

        var points = Method.Fit(bill, 28, []).Mean;

        var expected = Enumerable
            .Range(200, 28)
            .Average(t => size * Made.True(Made.First.AddDays(t)));
        points.Average().ShouldBe(expected, 0.03 * expected);
        points.Skip(21).Average().ShouldBe(expected, 0.04 * expected);
    }

    [Fact]
    public void A_spike_in_the_past_changes_little()
    {
        var values = Made.Bill(150).Values.ToArray();
        var calm = Method.Fit(new TimeSeries(values, 7, Made.First), 14, []).Mean;
        values[140] *= 12;

        var spiked = Method.Fit(new TimeSeries(values, 7, Made.First), 14, []).Mean;

        for (var h = 0; h < 14; h++)
        {
            spiked[h].ShouldBe(calm[h], 0.02 * calm[h]);
        }
    }

    [Fact]
    public void A_sparse_series_is_forecast_by_its_rate()
    {
        var values = Enumerable.Range(0, 200).Select(t => t % 10 == 0 ? 500.0 : 0);

        var points = Method.Fit(new TimeSeries(values, 7, Made.First), 30, []).Mean;

        points.Sum().ShouldBe(1500, 1e-6);
    }

    [Fact]
    public void A_sparse_series_that_stopped_fades()
    {
        var values = Enumerable.Range(0, 200).Select(t => t % 4 == 0 && t < 150 ? 400.0 : 0);

        Method
            .Fit(new TimeSeries(values, 7, Made.First), 1, [])
            .Mean[0]
            .ShouldBeLessThan(values.TakeLast(120).Average() / 2);
    }

    [Fact]
    public void A_holiday_costs_like_a_Sunday()
    {
        var holiday = Made.First.AddDays(203);
        holiday.DayOfWeek.ShouldBe(DayOfWeek.Monday);
        var method = new CalendarEnsemble(new HashSet<DateOnly> { holiday });

        var points = method.Fit(Made.Bill(200), 10, []).Mean;

        points[3].ShouldBe(700, 25);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(27)]
    [InlineData(30)]
    [InlineData(50)]
    public void A_young_series_is_forecast_near_its_level(int days)
    {
        var series = new TimeSeries(Enumerable.Repeat(80.0, days), 7, Made.First);

        var forecast = DailyForecast.Of(series, 31);

        forecast.Points.ShouldAllBe(p => Math.Abs(p - 80) < 1e-6);
        forecast.Interval(0.8).Upper.ShouldAllBe(u => double.IsFinite(u) && u >= 80 - 1e-9);
    }

    [Fact]
    public void Credits_are_forecast_as_the_mirror_of_costs()
    {
        var bill = Made.Bill(150, fee: 500);
        var credits = new TimeSeries(bill.Values.ToArray().Select(v => -v), 7, Made.First);

        var mirrored = Method.Fit(credits, 20, []).Mean;

        mirrored.ShouldBe(Method.Fit(bill, 20, []).Mean.Select(p => -p), 1e-6);
    }

    [Fact]
    public void A_year_of_silence_is_forecast_as_silence()
    {
        var forecast = DailyForecast.Of(new TimeSeries(new double[365], 7, Made.First), 31);

        forecast.Points.ShouldAllBe(p => p == 0);
        forecast.Sum(forecast.First, forecast.Last).ProbabilityAbove(1).ShouldBe(0);
    }

    [Fact]
    public void A_series_without_days_is_refused() =>
        Should.Throw<ArgumentException>(() => Method.Fit(new TimeSeries([1, 2], 7), 1, []));
}
