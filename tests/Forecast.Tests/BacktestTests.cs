using Outlay.Forecast.Backtest;
using Outlay.Forecast.Calendar;
using Outlay.Forecast.Methods;

namespace Outlay.Forecast.Tests;

public sealed class BacktestTests
{
    [Fact]
    public void Months_are_forecast_from_their_eves()
    {
        var bill = Made.Bill(250);

        var origins = RollingOrigins.Months(bill, 3);

        // 250 days end on 6 September 2024; the last whole months are June, July and August.
        origins.Select(o => o.Horizon).ShouldBe([30, 31, 31]);
        origins
            .Select(o => Made.First.AddDays(o.Known))
            .ShouldBe([
                new DateOnly(2024, 6, 1),
                new DateOnly(2024, 7, 1),
                new DateOnly(2024, 8, 1),
            ]);
    }

    [Fact]
    public void Origins_leave_a_full_horizon()
    {
        var origins = RollingOrigins.Every(Made.Bill(100), 20, 10, 30);

        origins[^1].ShouldBe(new Origin(80, 20));
        origins[0].Known.ShouldBeGreaterThanOrEqualTo(14);
        origins.Count.ShouldBe(7);
    }

    [Fact]
    public void A_report_says_how_often_the_month_was_hit()
    {
        var bill = Made.Bill(300, fee: 3000);

        var report = Backtesting.Run(
            new CalendarEnsemble(),
            bill,
            RollingOrigins.Months(bill, 6),
            intervals: true
        );

        report.Totals.Count.ShouldBe(6);
        report.Within(0.04).ShouldBeGreaterThanOrEqualTo(5);
        report.Coverage80.ShouldBeInRange(0.6, 1);
        report.Totals.ShouldAllBe(t => t.Low < t.Forecast && t.Forecast < t.High);
        report
            .Summary()
            .ShouldStartWith(
                $"within 4 % in {report.Within(0.04)} of the last 6 months; the 80 % band held "
            );
    }

    [Fact]
    public void The_past_of_a_backtest_does_not_change_when_later_days_arrive()
    {
        var all = Made.Bill(300, noise: 0.2, fee: 2000);
        var origins = RollingOrigins.Every(all.Head(220), 28, 14, 4);

        var before = Backtesting.Run(new CalendarEnsemble(), all.Head(220), origins, true);
        var after = Backtesting.Run(new CalendarEnsemble(), all, origins, true);

        after.Totals.ShouldBe(before.Totals);
        after.Mase.ShouldBe(before.Mase);
        after.Wis.ShouldBe(before.Wis);
    }

    [Fact]
    public void The_favourite_is_kept_unless_another_is_clearly_better()
    {
        var bill = Made.Bill(250, fee: 6000);
        var origins = RollingOrigins.Months(bill, 4);

        var chosen = MethodChoice.Choose(bill, origins);

        chosen.Method.ShouldBeOfType<CalendarEnsemble>();
        chosen.Reports.Count.ShouldBe(MethodChoice.DailyCandidates.Count);
        chosen.Reports.Select(r => r.Mase).ShouldBe(chosen.Reports.Select(r => r.Mase).Order());
    }

    [Fact]
    public void A_better_method_is_chosen_over_the_favourite()
    {
        var line = new TimeSeries(Enumerable.Range(0, 60).Select(t => 10.0 + (5 * t)), 12);
        var origins = RollingOrigins.Every(line, 12, 6, 3);

        var chosen = MethodChoice.Choose(line, origins, [new SeasonalNaive(), new Drift()]);

        chosen.Method.ShouldBeOfType<Drift>();
        chosen.Reports[0].Mase.ShouldBe(0, 1e-9);
    }

    [Fact]
    public void Without_an_origin_the_favourite_stays_and_a_backtest_is_refused()
    {
        var bill = Made.Bill(20);

        MethodChoice.Choose(bill, []).Method.ShouldBeOfType<CalendarEnsemble>();
        Should.Throw<ArgumentException>(() =>
            Backtesting.Run(new SeasonalNaive(), bill, [], intervals: false)
        );
    }

    [Fact]
    public void Silence_forecast_as_silence_is_a_hit()
    {
        var silent = new TimeSeries(new double[200], 7, Made.First);

        var report = Backtesting.Run(
            new CalendarEnsemble(),
            silent,
            RollingOrigins.Months(silent, 3),
            intervals: false
        );

        (report.Mase, report.Rmsse, report.Wape, report.Bias).ShouldBe((0, 0, 0, 0));
        report.Summary().ShouldBe("within 4 % in 3 of the last 3 months");
    }
}
