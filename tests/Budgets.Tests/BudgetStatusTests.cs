using Outlay.Alerts;

namespace Outlay.Budgets.Tests;

/// <summary>How budgets do, over a real lake.</summary>
public sealed class BudgetStatusTests : IDisposable
{
    private readonly BudgetWorld _world = new();

    [Fact]
    public async Task Spent_pace_and_forecast_are_those_of_the_period_that_runs()
    {
        await _world.LoadAsync("2026-08-01", "2026-11-20", _ => 10m);
        var status = await _world.StatusAsync(_world.Make(BudgetWorld.Draft(400)));

        status.Period.ToString().ShouldBe("2026-11-01..2026-11-30");
        status.Spent.ShouldBe(200m);
        status.CompleteThrough.Day.ShouldBeInRange(17, 20);
        status.Pace.ShouldBe(decimal.Round(400m * status.CompleteThrough.Day / 30, 2));
        status.Forecast.Value.Mid.ShouldBe(300m, 3m);
        status.Forecast.Value.Low.ShouldBeLessThanOrEqualTo(status.Forecast.Value.Mid);
        status.State.ShouldBe(BudgetState.OnTrack);
        status.Risk.ShouldNotBeNull().ShouldBeLessThan(0.05);
    }

    [Fact]
    public async Task Periods_to_come_are_forecast_against_their_own_amounts()
    {
        await _world.LoadAsync("2026-08-01", "2026-11-20", _ => 10m);
        var budget = _world.Make(
            BudgetWorld.Draft(400) with
            {
                Amounts = new Dictionary<DateOnly, decimal> { [new(2027, 1, 1)] = 200 },
            }
        );

        var coming = (
            await _world.Queries.ComingAsync(budget, 3, TestContext.Current.CancellationToken)
        ).Value;

        coming
            .Select(c => $"{c.Period} {c.Amount} {c.IsAtRisk}")
            .ShouldBe([
                "2026-12-01..2026-12-31 400 False",
                "2027-01-01..2027-01-31 200 True",
                "2027-02-01..2027-02-28 400 False",
            ]);
        coming[0].Forecast.Mid.ShouldBe(310m, 5m);
        coming[0].Forecast.Actual.ShouldBe(0);
    }

    [Fact]
    public async Task Periods_that_end_out_of_reach_are_not_forecast()
    {
        await _world.LoadAsync("2026-08-01", "2026-11-20", _ => 10m);
        var token = TestContext.Current.CancellationToken;
        var years = _world.Make(
            BudgetWorld.Draft(400) with
            {
                Calendar = BudgetCalendar.Of(BudgetCadence.Year, new(2026, 1, 1)),
            }
        );
        var months = _world.Make(BudgetWorld.Draft(400, "Months"));

        (await _world.Queries.ComingAsync(years, 3, token)).Value.ShouldBeEmpty();
        (await _world.Queries.ComingAsync(months, 100, token)).Value.Count.ShouldBeInRange(11, 12);
    }

    [Theory]
    [InlineData(150, BudgetState.Over)]
    [InlineData(250, BudgetState.AtRisk)]
    [InlineData(400, BudgetState.OnTrack)]
    public async Task The_state_says_whether_it_will_hold(decimal amount, BudgetState state)
    {
        await _world.LoadAsync("2026-08-01", "2026-11-20", _ => 10m);

        (await _world.StatusAsync(_world.Make(BudgetWorld.Draft(amount)))).State.ShouldBe(state);
    }

    [Fact]
    public async Task What_a_period_leaves_over_goes_on_when_the_budget_says_so()
    {
        await _world.LoadAsync("2026-09-01", "2026-11-20", d => d.Month == 9 ? 5m : 12m);
        var draft = BudgetWorld.Draft(320, first: "2026-09-01");
        var with = await _world.StatusAsync(
            _world.Make(
                draft with
                {
                    Name = "With",
                    Rollover = true,
                    Amounts = new Dictionary<DateOnly, decimal> { [new(2026, 10, 1)] = 400 },
                }
            )
        );
        var without = await _world.StatusAsync(_world.Make(draft));

        // September 320 - 150, October 400 - 372.
        with.Carried.ShouldBe(170m + 28m);
        with.Total.ShouldBe(518m);
        without.Carried.ShouldBe(0m);
    }

    [Fact]
    public async Task A_scope_counts_its_own_charges_and_parts_are_added_up()
    {
        await _world.LoadAsync("2026-10-01", "2026-11-20", _ => 10m);
        await _world.LoadAsync("2026-10-01", "2026-11-20", _ => 1m, "Storage");
        var parent = _world.Make(BudgetWorld.Draft(400));
        _world.Make(
            BudgetWorld.Draft(
                40,
                "Storage",
                filter: BudgetScope.Parse("currency=USD&filter=ServiceName=Storage").Value.Filter
            ) with
            {
                ParentId = parent.Id,
            }
        );

        var all = (await _world.Queries.AllAsync(TestContext.Current.CancellationToken)).Value;

        all.Single(s => s.Budget.Name == "Storage").Spent.ShouldBe(20m);
        var whole = all.Single(s => s.Budget.Name == "Shop");
        whole.Spent.ShouldBe(220m);
        whole.OfParts.ShouldBe(40m);
    }

    [Fact]
    public async Task Finished_periods_are_told_with_their_amounts()
    {
        await _world.LoadAsync("2026-09-01", "2026-11-20", d => d.Month == 9 ? 5m : 12m);
        var budget = _world.Make(BudgetWorld.Draft(320, first: "2026-01-01"));

        var past = (
            await _world.Queries.PastAsync(budget, 12, TestContext.Current.CancellationToken)
        ).Value;

        past.Select(p => (p.Period.From.Month, p.Spent)).ShouldBe([(10, 372m), (9, 150m)]);
    }

    [Fact]
    public async Task Only_the_highest_threshold_that_is_reached_is_told_and_says_what_grew()
    {
        await _world.LoadAsync("2026-08-01", "2026-11-20", d => d.Month == 11 ? 14m : 10m);
        _world.Make(BudgetWorld.Draft(300) with { Name = "Reached" });
        _world.Make(BudgetWorld.Draft(5000) with { Name = "Far" });

        await _world.World.Get<AlertRound>().RunAsync(TestContext.Current.CancellationToken);

        var open = _world.World.Get<AlertBook>().Open();
        open.Select(a => a.Fact.Kind)
            .ShouldBe(["budget-actual", "budget-forecast"], ignoreOrder: true);
        var actual = open.Single(a => a.Fact.Kind == "budget-actual");
        actual.Fact.Title.ShouldBe("Reached: 280 USD of 300 USD spent (93 %, threshold 80%)");
        actual.Fact.Severity.ShouldBe(AlertSeverity.Warning);
        actual.Fact.Cause.ShouldContain(
            "Largest rise against the period before: Compute, +76 USD."
        );
        actual.Fact.Link.ShouldBe("/budgets/1");
    }

    [Fact]
    public async Task Before_there_are_enough_days_a_budget_says_that_it_has_no_forecast()
    {
        await _world.LoadAsync("2026-11-15", "2026-11-20", _ => 10m);
        var status = await _world.StatusAsync(_world.Make(BudgetWorld.Draft(400)));

        status
            .Forecast.Problem.ShouldNotBeNull()
            .ToString()
            .ShouldContain("too few for a forecast");
        status.State.ShouldBe(BudgetState.OnTrack);
    }

    [Fact]
    public async Task A_suggestion_is_the_mean_of_the_last_three_months()
    {
        await _world.LoadAsync("2026-08-01", "2026-11-20", _ => 10m);

        var suggestion = await _world.Queries.SuggestAsync(
            BudgetWorld.Draft(1).Scope,
            BudgetCadence.Quarter,
            10,
            TestContext.Current.CancellationToken
        );

        suggestion.Value.Recent.Select(r => r.Cost).ShouldBe([310m, 300m, 310m]);
        // 306.67 * 3 + 10 %
        suggestion.Value.Amount.ShouldBe(1020m);
    }

    public void Dispose() => _world.Dispose();
}
