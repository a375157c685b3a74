using Outlay.Forecast.Outlook;

namespace Outlay.Budgets.Tests;

/// <summary>The alerts that a budget would have raised, told by nothing but what was known on each day.</summary>
public sealed class BudgetReplayTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly DateOnly First = new(2026, 1, 1);

    [Fact]
    public void A_threshold_fires_on_the_day_on_which_it_became_known()
    {
        var draft = BudgetWorld.Draft(300) with
        {
            Thresholds = [new(ThresholdBasis.Actual, 50, null)],
        };

        var alerts = BudgetReplay.Run(draft, Constant(10m), Today);

        // 150 is spent by the 15th of each month, which is complete two days later.
        alerts.Select(a => a.Day.Day).ShouldAllBe(d => d == 17);
        alerts.Select(a => a.Period.From.Month).ShouldBe([5, 6, 7, 8, 9, 10, 11]);
    }

    [Fact]
    public void A_forecast_threshold_fires_before_the_money_is_spent()
    {
        var draft = BudgetWorld.Draft(450) with
        {
            Thresholds =
            [
                new(ThresholdBasis.Actual, 100, null),
                new(ThresholdBasis.Forecast, 100, null),
            ],
        };

        var alerts = BudgetReplay.Run(
            draft,
            new DailyCost(
                BudgetWorld.Usd,
                First,
                [.. Days().Select(d => d >= new DateOnly(2026, 9, 10) ? 25m : 10m)],
                [.. Days().Select(_ => 0m)]
            ),
            Today
        );

        var september = alerts.Where(a => a.Period.From.Month == 9).ToList();
        september
            .Select(a => a.Threshold.Basis)
            .ShouldBe([ThresholdBasis.Forecast, ThresholdBasis.Actual]);
        september[0].Day.ShouldBeLessThan(september[1].Day);
        alerts.ShouldNotContain(a => a.Period.From.Month < 9);
    }

    [Fact]
    public void Later_days_do_not_change_what_was_raised_before()
    {
        var draft = BudgetWorld.Draft(280);
        var whole = BudgetReplay.Run(draft, Constant(10m), Today);

        var earlier = BudgetReplay.Run(
            draft,
            Constant(10m).Through(new(2026, 10, 20)),
            new(2026, 10, 22)
        );

        earlier
            .Where(a => a.Day >= new DateOnly(2026, 5, 3))
            .ShouldBe(
                whole.Where(a =>
                    a.Day >= new DateOnly(2026, 5, 3) && a.Day <= new DateOnly(2026, 10, 22)
                )
            );
    }

    private static IEnumerable<DateOnly> Days() =>
        Enumerable.Range(0, Today.DayNumber - First.DayNumber - 1).Select(First.AddDays);

    private static DailyCost Constant(decimal cost) =>
        new(BudgetWorld.Usd, First, [.. Days().Select(_ => cost)], [.. Days().Select(_ => 0m)]);
}
