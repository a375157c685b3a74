namespace Outlay.Forecast.Tests;

public sealed class IntervalTests
{
    private static readonly DailyForecast Noisy = DailyForecast.Of(
        Made.Bill(320, noise: 0.3, fee: 3000),
        62
    );

    [Fact]
    public void Bands_hold_the_stated_share_of_days_that_come()
    {
        var (inside80, inside95, days) = (0, 0, 0);
        for (var seed = 10; seed < 22; seed++)
        {
            var all = Made.Bill(350, noise: 0.25, seed: seed);
            var forecast = DailyForecast.Of(all.Head(320), 30);
            var (b80, b95) = (forecast.Interval(0.8), forecast.Interval(0.95));
            for (var h = 0; h < 30; h++, days++)
            {
                var y = all[320 + h];
                inside80 += y >= b80.Lower[h] && y <= b80.Upper[h] ? 1 : 0;
                inside95 += y >= b95.Lower[h] && y <= b95.Upper[h] ? 1 : 0;
            }
        }

        (inside80 / (double)days).ShouldBeInRange(0.74, 0.88);
        (inside95 / (double)days).ShouldBeInRange(0.91, 0.99);
    }

    [Fact]
    public void Widths_never_shrink_with_the_horizon()
    {
        foreach (var level in new[] { 0.5, 0.8, 0.95 })
        {
            var band = Noisy.Interval(level);
            var widths = band.Upper.Select((u, h) => u - Noisy.Points[h]).ToList();
            for (var h = 1; h < widths.Count; h++)
            {
                widths[h].ShouldBeGreaterThanOrEqualTo(widths[h - 1] - 1e-9);
            }
        }
    }

    [Fact]
    public void A_sum_is_surer_than_its_days()
    {
        var sum = Noisy.Sum(Noisy.First, Noisy.First.AddDays(29));
        var band = Noisy.Interval(0.8);
        var added = Enumerable.Range(0, 30).Sum(h => band.Upper[h] - Noisy.Points[h]);

        sum.Point.ShouldBe(Noisy.Points.Take(30).Sum(), 1e-6);
        (sum.Quantile(0.9) - sum.Point).ShouldBeLessThan(added / 2);
        (sum.Quantile(0.9) - sum.Point).ShouldBeGreaterThanOrEqualTo(0.01 * sum.Point - 1e-9);
    }

    [Fact]
    public void Quantiles_rise_and_surround_the_point()
    {
        var sum = Noisy.Sum(Noisy.First, Noisy.First.AddDays(20));
        double[] shares = [0.025, 0.1, 0.3, 0.5, 0.7, 0.9, 0.975];

        var quantiles = shares.Select(sum.Quantile).ToArray();

        quantiles.ShouldBe(quantiles.Order());
        quantiles[3].ShouldBe(sum.Point, 1e-9);
        quantiles[1].ShouldBeLessThan(quantiles[5]);
        (quantiles[5] - sum.Point).ShouldBe(sum.Point - quantiles[1], 1e-6);
    }

    [Fact]
    public void The_probability_of_a_breach_falls_with_the_budget_and_agrees_with_the_quantiles()
    {
        var sum = Noisy.Sum(Noisy.First, Noisy.First.AddDays(30));
        var budgets = Enumerable.Range(0, 60).Select(i => sum.Point * (0.7 + (0.01 * i)));

        var chances = budgets.Select(sum.ProbabilityAbove).ToArray();

        chances.ShouldBe(chances.OrderDescending());
        chances[0].ShouldBeGreaterThan(0.97);
        chances[^1].ShouldBeLessThan(0.03);
        sum.ProbabilityAbove(sum.Point).ShouldBe(0.5, 0.02);
        sum.ProbabilityAbove(sum.Quantile(0.9)).ShouldBe(0.1, 0.02);
        sum.ProbabilityAbove(sum.Quantile(0.1)).ShouldBe(0.9, 0.02);
        sum.ProbabilityAbove(-1).ShouldBe(1);
    }

    [Fact]
    public void The_running_month_is_what_is_known_and_what_is_left()
    {
        var bill = Made.Bill(200, noise: 0.02);
        var forecast = DailyForecast.Of(bill, 31);
        var july = forecast.Month(2024, 7);

        // 200 days from 1 January 2024 end on 18 July.
        var known = bill.Values[^18..].ToArray().Sum();
        july.Point.ShouldBe(known + forecast.Points.Take(13).Sum(), 1e-6);
        july.Quantile(0.025).ShouldBeGreaterThan(known);
    }

    [Fact]
    public void A_month_that_begins_tomorrow_is_the_mean_of_days_and_last_month()
    {
        var bill = Made.Bill(182);
        var forecast = DailyForecast.Of(bill, 31);

        var july = forecast.Month(2024, 7);

        forecast.First.ShouldBe(new DateOnly(2024, 7, 1));
        var perDay = bill.Values[^30..].ToArray().Average();
        july.Point.ShouldBe((forecast.Points.Sum() + (31 * perDay)) / 2, 1e-6);
    }

    [Fact]
    public void Days_outside_the_forecast_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() =>
            Noisy.Sum(Noisy.First.AddDays(-1), Noisy.First)
        );
        Should.Throw<ArgumentOutOfRangeException>(() =>
            Noisy.Sum(Noisy.First, Noisy.Last.AddDays(1))
        );
        Should.Throw<ArgumentOutOfRangeException>(() => Noisy.Month(2029, 1));
    }
}
