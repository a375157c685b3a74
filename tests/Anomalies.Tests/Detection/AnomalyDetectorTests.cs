using Outlay.Anomalies.Detection;

namespace Outlay.Anomalies.Tests.Detection;

public sealed class AnomalyDetectorTests
{
    [Fact]
    public void Calm_cost_brings_no_flag() =>
        CostExample.Flags(CostExample.Detect(CostExample.Calm(400))).ShouldAllBe(flag => flag == 0);

    [Theory]
    [InlineData(200, AlertKind.Spike, 1)]
    [InlineData(20, AlertKind.Drop, -1)]
    public void A_day_far_off_is_one_alert_with_its_impact(double cost, AlertKind kind, int sign)
    {
        var values = CostExample.Calm(120);
        values[90] = cost;

        var alert = CostExample.Detect(values).Alerts.ShouldHaveSingleItem();

        alert.Start.ShouldBe(CostExample.First.AddDays(90));
        alert.End.ShouldBe(alert.Start);
        alert.Kind.ShouldBe(kind);
        alert.Direction.ShouldBe(sign);
        alert.IsOpen.ShouldBeFalse();
        alert.Excess.ShouldBe(cost - 100, 3);
        alert.Confidence.ShouldBe(1);
    }

    [Fact]
    public void A_day_is_flagged_when_it_leaves_its_band()
    {
        var values = CostExample.Calm(120);
        values[90] = 150;

        foreach (var day in CostExample.Detect(values).Days.Where(d => d.Expected is not null))
        {
            day.Lower!.Value.ShouldBeLessThan(day.Expected!.Value);
            (day.Flag == 1).ShouldBe(day.Actual > day.Upper);
        }
    }

    [Fact]
    public void A_new_level_is_one_alert_and_then_the_level()
    {
        var values = CostExample.Calm(140);
        for (var day = 90; day < values.Length; day++)
        {
            values[day] *= 1.6;
        }

        var detection = CostExample.Detect(values);

        var alert = detection.Alerts.ShouldHaveSingleItem();
        alert.Kind.ShouldBe(AlertKind.Shift);
        alert.Days.ShouldBe(DetectionSettings.Default.LongestAlertDays);
        alert.Excess.ShouldBe(18 * 60, 60);
        CostExample.Flags(detection).Sum().ShouldBe(DetectionSettings.Default.ShiftDays);
        detection.Days[^1].Expected!.Value.ShouldBe(160, 3);
    }

    [Fact]
    public void Cost_that_returns_from_a_new_level_ends_the_alert_and_raises_none()
    {
        var values = CostExample.Calm(140);
        for (var day = 90; day < 97; day++)
        {
            values[day] *= 1.6;
        }

        var alert = CostExample.Detect(values).Alerts.ShouldHaveSingleItem();

        alert.End.ShouldBe(CostExample.First.AddDays(96));
        alert.IsOpen.ShouldBeFalse();
        alert.Excess.ShouldBe(7 * 60, 20);
    }

    [Fact]
    public void An_alert_on_the_last_complete_day_is_open()
    {
        var values = CostExample.Calm(120);
        values[^1] = 300;

        CostExample.Detect(values).Alerts.ShouldHaveSingleItem().IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void A_slow_climb_is_found_though_no_day_stands_out()
    {
        var values = CostExample.Calm(130);
        for (var day = 90; day < 110; day++)
        {
            values[day] *= 1 + (0.035 * (day - 89));
        }

        for (var day = 110; day < 130; day++)
        {
            values[day] *= 1.7;
        }

        var alert = CostExample.Detect(values).Alerts[0];

        alert.Kind.ShouldBe(AlertKind.Drift);
        alert.Direction.ShouldBe(1);
        alert.Start.ShouldBeLessThan(CostExample.First.AddDays(110));
    }

    [Fact]
    public void Weekends_are_no_anomaly_but_a_weekend_like_a_weekday_is()
    {
        var values = CostExample.Calm(140);
        for (var day = 0; day < values.Length; day++)
        {
            values[day] *= day % 7 > 4 ? 0.4 : 1;
        }

        CostExample.Flags(CostExample.Detect(values)).ShouldAllBe(flag => flag == 0);
        values[17 * 7 + 5] = values[17 * 7 + 6] = 100;

        var alert = CostExample.Detect(values).Alerts.ShouldHaveSingleItem();
        alert.Start.ShouldBe(CostExample.First.AddDays((17 * 7) + 5));
        alert.Excess.ShouldBe(120, 12);
    }

    [Fact]
    public void The_first_weeks_are_learnt_from_and_not_scored()
    {
        var values = CostExample.Calm(60);
        values[10] = 1000;

        var days = CostExample.Detect(values).Days;

        days.Take(21).ShouldAllBe(d => d.Verdict == DayVerdict.Learning && d.Expected == null);
        days.Skip(21).ShouldAllBe(d => d.Verdict == DayVerdict.Normal);
        days[21].Expected!.Value.ShouldBe(100, 3);
    }

    [Fact]
    public void Cost_after_four_weeks_without_is_new()
    {
        var values = CostExample.Calm(200);
        Array.Clear(values, 80, 40);

        var alert = CostExample
            .Detect(values)
            .Alerts.Single(a => a.Start == CostExample.First.AddDays(120));

        alert.Kind.ShouldBe(AlertKind.NewCost);
        alert.FrozenExpected.ShouldBe(0);
        alert.Excess.ShouldBe(18 * 100, 40);
    }

    [Fact]
    public void A_sparse_series_is_judged_by_its_days_with_cost()
    {
        var values = CostExample.Calm(200);
        for (var day = 0; day < values.Length; day++)
        {
            values[day] = day % 3 == 0 ? values[day] : 0;
        }

        CostExample.Flags(CostExample.Detect(values)).ShouldAllBe(flag => flag == 0);
        values[150] = 600;

        var alert = CostExample.Detect(values).Alerts.ShouldHaveSingleItem();
        alert.Start.ShouldBe(CostExample.First.AddDays(150));
        alert.Excess.ShouldBe(500, 5);
    }

    [Fact]
    public void Small_money_is_flagged_but_not_raised()
    {
        var values = CostExample.Calm(120);
        values[90] = 150;
        var settings = DetectionSettings.Default with { MoneyFloor = 60 };

        var detection = CostExample.Detect(values, settings);

        detection.Days[90].Flag.ShouldBe(1);
        detection.Alerts.ShouldBeEmpty();
    }

    [Fact]
    public void A_smaller_sensitivity_number_flags_what_a_larger_one_lets_pass()
    {
        var random = new Random(3);
        double[] values =
        [
            .. Enumerable.Range(0, 120).Select(_ => 90 + (20 * random.NextDouble())),
        ];
        values[100] = 145;

        CostExample
            .Detect(values, DetectionSettings.Default with { Sensitivity = 4 })
            .Days[100]
            .Flag.ShouldBe(1);
        CostExample
            .Detect(values, DetectionSettings.Default with { Sensitivity = 9 })
            .Days[100]
            .Flag.ShouldBe(0);
    }

    [Fact]
    public void Planned_days_are_neither_flagged_nor_taught()
    {
        var values = CostExample.Calm(120);
        for (var day = 90; day < 100; day++)
        {
            values[day] = 400;
        }

        var series = DailySeries.Complete("series", CostExample.First, values) with
        {
            Planned = [new(CostExample.First.AddDays(90), CostExample.First.AddDays(99))],
        };

        var detection = new AnomalyDetector(DetectionSettings.Default).Detect(series);

        detection.Alerts.ShouldBeEmpty();
        detection.Days.Skip(90).Take(10).ShouldAllBe(d => d.Verdict == DayVerdict.Planned);
        detection.Days[100].Expected!.Value.ShouldBe(100, 3);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Cost_that_is_no_number_is_refused(double value) =>
        Should.Throw<ArgumentException>(() => CostExample.Detect([1, value, 2]));

    [Fact]
    public void A_series_of_nothing_or_of_zeros_is_calm()
    {
        CostExample.Detect([]).Days.ShouldBeEmpty();
        CostExample.Detect(new double[100]).Alerts.ShouldBeEmpty();
    }

    [Fact]
    public void Cost_that_stops_is_an_alert_once()
    {
        var values = CostExample.Calm(120);
        Array.Clear(values, 90, 30);

        var alert = CostExample.Detect(values).Alerts.ShouldHaveSingleItem();

        alert.Kind.ShouldBe(AlertKind.Shift);
        alert.Direction.ShouldBe(-1);
    }
}
