using CsCheck;
using Outlay.Forecast.Arrival;
using Outlay.Forecast.Hierarchy;
using Outlay.Forecast.Scenarios;

namespace Outlay.Forecast.Tests;

public sealed class ArrivalHierarchyScenarioTests
{
    private static readonly double[] Arriving = [0.2, 0.9, 0.99, 1];

    [Fact]
    public void The_curve_is_the_median_share_by_age()
    {
        var curve = Learnt();

        curve.Share(0).ShouldBe(0.2, 1e-9);
        curve.Share(1).ShouldBe(0.9, 1e-9);
        curve.Share(2).ShouldBe(0.99, 1e-9);
        curve.Share(40).ShouldBe(1);
        curve.Share(-1).ShouldBe(0);
        curve.LateDays().ShouldBe(2);
    }

    [Fact]
    public void Late_days_are_cut_or_completed()
    {
        var curve = Learnt();
        var seenAt = Made.First.AddDays(9);
        double[] shares = [1, 1, 1, 1, 1, 1, 1, 0.99, 0.9, 0.2];
        var seen = new TimeSeries(shares.Select(s => 100 * s), 7, Made.First);

        curve.Cut(seen, seenAt).Length.ShouldBe(8);
        var complete = curve.Complete(seen, seenAt);
        complete.Length.ShouldBe(9);
        complete[8].ShouldBe(100, 1e-9);
        complete[7].ShouldBe(100, 1e-9);
        complete[0].ShouldBe(100);
        Should.Throw<ArgumentException>(() => curve.Cut(seen.Head(1), Made.First));
    }

    [Fact]
    public void Days_seen_only_when_young_teach_nothing()
    {
        var curve = ArrivalCurve.Learn([new CostSeen(Made.First, Made.First.AddDays(1), 5)]);

        curve.LateDays().ShouldBe(0);
    }

    [Fact]
    public void A_restated_day_never_makes_the_curve_fall()
    {
        var seen = new[] { 100.0, 120, 90, 100 }.SelectMany(
            (cost, i) => new[] { new CostSeen(Made.First, Made.First.AddDays(3 * i), cost) }
        );

        var shares = ArrivalCurve.Learn(seen, 8).Shares;

        shares.ShouldBe(shares.Order());
        shares.ShouldAllBe(s => s >= 0 && s <= 1);
    }

    [Fact]
    public void Parts_are_scaled_to_the_mean_of_both_totals()
    {
        var agreed = Reconciliation.Reconcile(120, [30, 50]);

        agreed.Total.ShouldBe(100, 1e-12);
        agreed.Children.ShouldBe([37.5, 62.5], 1e-12);
        Reconciliation.Reconcile(10, [0, 0]).Children.ShouldBe([2.5, 2.5]);
        Should.Throw<ArgumentException>(() => Reconciliation.Reconcile(1, Array.Empty<double>()));
    }

    [Fact]
    public void Totals_are_the_sums_of_their_parts_also_in_cents() =>
        Gen.Select(Gen.Double[0, 1e7], Gen.Double[0, 1e6].Array[1, 40])
            .Sample(
                (direct, children) =>
                {
                    var agreed = Reconciliation.Reconcile(direct, children);
                    var (total, cents) = agreed.InCents();

                    agreed.Total.ShouldBe(agreed.Children.Sum());
                    cents.Sum().ShouldBe(total);
                    Math.Abs(total - (agreed.Total * 100)).ShouldBeLessThan(0.51);
                    for (var i = 0; i < cents.Count; i++)
                    {
                        Math.Abs(cents[i] - (agreed.Children[i] * 100)).ShouldBeLessThan(1.01);
                    }
                }
            );

    [Fact]
    public void Paths_are_reconciled_step_by_step()
    {
        var path = Reconciliation.Reconcile(
            [10, 20],
            [
                [4, 8],
                [6, 8],
            ]
        );

        path[0].Children.ShouldBe([4, 6], 1e-12);
        path[1].Total.ShouldBe(18, 1e-12);
        Should.Throw<ArgumentException>(() =>
            Reconciliation.Reconcile(
                [1, 2],
                [
                    [1],
                ]
            )
        );
    }

    [Fact]
    public void Growth_scales_points_and_intervals()
    {
        var forecast = DailyForecast.Of(Made.Bill(200, noise: 0.2), 30);
        var plain = forecast.Sum(forecast.First, forecast.Last);

        var grown = forecast
            .With(new Growth(forecast.First, 0.1))
            .Sum(forecast.First, forecast.Last);

        grown.Point.ShouldBe(1.1 * plain.Point, 1e-6);
        grown.Quantile(0.9).ShouldBe(1.1 * plain.Quantile(0.9), 1e-6);
    }

    [Fact]
    public void A_one_off_moves_the_sum_and_widens_nothing()
    {
        var forecast = DailyForecast.Of(Made.Bill(200, noise: 0.2), 30);
        var day = forecast.First.AddDays(4);
        var (plain, bought) = (
            forecast.Sum(forecast.First, forecast.Last),
            forecast.With(new OneOff(day, 5000)).Sum(forecast.First, forecast.Last)
        );

        bought.Point.ShouldBe(plain.Point + 5000, 1e-6);
        bought.Quantile(0.9).ShouldBe(plain.Quantile(0.9) + 5000, 1e-6);
        bought.ProbabilityAbove(plain.Point + 5000).ShouldBe(0.5, 0.05);
    }

    [Fact]
    public void A_commitment_saves_its_discount_and_is_paid_when_unused()
    {
        var forecast = DailyForecast.Of(Made.Bill(200, noise: 0.1), 30);
        var from = forecast.First.AddDays(10);
        var committed = forecast.With(new PlannedCommitment(from, 500, 0.3));
        var unused = forecast.With(
            new Growth(forecast.First, -1),
            new PlannedCommitment(forecast.First, 500, 0.3)
        );

        committed.Points[9].ShouldBe(forecast.Points[9]);
        committed.Points[10].ShouldBe(forecast.Points[10] - 150, 1e-9);
        unused.Points.ShouldAllBe(p => Math.Abs(p - 350) < 1e-9);
        unused.Sum(unused.First, unused.Last).Quantile(0.025).ShouldBe(30 * 350, 1e-6);
    }

    [Fact]
    public void A_month_that_begins_tomorrow_follows_the_scenario_too()
    {
        var forecast = DailyForecast.Of(Made.Bill(182), 31);

        forecast
            .With(new Growth(forecast.First, 0.2))
            .Month(2024, 7)
            .Point.ShouldBe(1.2 * forecast.Month(2024, 7).Point, 1e-6);
    }

    private static ArrivalCurve Learnt() =>
        ArrivalCurve.Learn(
            Enumerable
                .Range(0, 20)
                .SelectMany(d =>
                    Enumerable
                        .Range(0, 10)
                        .Select(age => new CostSeen(
                            Made.First.AddDays(d),
                            Made.First.AddDays(d + age),
                            (100 + d) * Arriving[Math.Min(age, 3)]
                        ))
                )
        );
}
