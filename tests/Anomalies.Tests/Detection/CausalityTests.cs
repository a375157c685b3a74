using CsCheck;
using Outlay.Anomalies.Detection;

namespace Outlay.Anomalies.Tests.Detection;

public sealed class CausalityTests
{
    [Fact]
    public void What_is_said_of_a_day_does_not_change_when_later_days_arrive() =>
        (
            from values in CostExample.Series(260)
            from known in Gen.Int[1, 259]
            select (values, known)
        ).Sample(t =>
        {
            var whole = CostExample.Detect(t.values);
            var before = CostExample.Detect(t.values[..t.known]);

            before.Days.ShouldBe(whole.Days.Take(t.known));
        });

    [Fact]
    public void An_alert_that_has_closed_stays_as_it_is_when_later_days_arrive() =>
        (
            from values in CostExample.Series(260)
            from known in Gen.Int[1, 259]
            select (values, known)
        ).Sample(t =>
        {
            var whole = CostExample.Detect(t.values).Alerts;
            var closed = CostExample
                .Detect(t.values[..t.known])
                .Alerts.Where(a => !a.IsOpen)
                .ToList();

            closed.ShouldBe(whole.Take(closed.Count));
        });

    [Fact]
    public void Days_after_the_last_complete_one_are_neither_scored_nor_learnt_from() =>
        (
            from values in CostExample.Series(200)
            from late in Gen.Int[1, 5]
            select (values, late)
        ).Sample(t =>
        {
            var complete = t.values.Length - t.late;
            var series = new DailySeries(
                "series",
                CostExample.First,
                t.values,
                CostExample.First.AddDays(complete - 1)
            );

            var days = new AnomalyDetector(DetectionSettings.Default).Detect(series).Days;

            days.Skip(complete).ShouldAllBe(d => d.Verdict == DayVerdict.Incomplete);
            days.Take(complete).ShouldBe(CostExample.Detect(t.values[..complete]).Days);
        });

    [Fact]
    public void A_second_run_says_the_same() =>
        CostExample
            .Series(200)
            .Sample(values =>
            {
                var first = CostExample.Detect(values);
                var second = CostExample.Detect(values);

                second.Days.ShouldBe(first.Days);
                second.Alerts.ShouldBe(first.Alerts);
            });

    [Fact]
    public void Cost_in_another_unit_brings_the_same_flags() =>
        (
            from values in CostExample.Series(260)
            from power in Gen.Int[-12, 12]
            select (values, power)
        ).Sample(t =>
        {
            var unit = Math.Pow(2, t.power);
            var flags = CostExample.Flags(CostExample.Detect(t.values));

            CostExample
                .Flags(CostExample.Detect([.. t.values.Select(v => v * unit)]))
                .ShouldBe(flags);
        });

    [Fact]
    public void Many_series_at_once_are_judged_as_each_alone()
    {
        var series = Enumerable
            .Range(1, 40)
            .Select(seed =>
                DailySeries.Complete(
                    $"{seed}",
                    CostExample.First,
                    CostExample.Calm(120, seed, seed)
                )
            )
            .ToArray();
        var detector = new AnomalyDetector(DetectionSettings.Default);

        var together = detector.DetectAll(series);

        together.Select(d => d.SeriesKey).ShouldBe(series.Select(s => s.Key));
        together[7].Days.ShouldBe(detector.Detect(series[7]).Days);
    }
}
