using Outlay.Kernel;
using Outlay.Query;
using Outlay.Spend.Overview;

namespace Outlay.Faces.Tests.Spend;

public sealed class RunRateTests
{
    private static readonly DateOnly FirstDay = new(2026, 10, 1);

    [Fact]
    public void Usage_of_complete_days_goes_on_and_everything_else_counts_once()
    {
        var rate = RunRate.Of(
            Month(aDay: 10, tax: 50, purchase: 300),
            Tables.Usd,
            Tables.Today,
            FirstDay
        );
        rate.Value.CompleteDays.ShouldBe(21);
        rate.Value.UsageADay.ShouldBe(10);
        rate.Value.Once.ShouldBe(350);
        rate.Value.Estimate.ShouldBe(10 * 30 + 350);
    }

    [Fact]
    public void Days_before_the_first_day_of_data_do_not_water_the_average_down()
    {
        var table = Month(aDay: 10, tax: 0, purchase: 0);
        var rows = table.Rows.Select(r =>
            r with
            {
                Cells = [.. r.Cells.Select((c, i) => i < 10 ? 0 : c)],
            }
        );
        RunRate
            .Of(table with { Rows = [.. rows] }, Tables.Usd, Tables.Today, new(2026, 11, 11))
            .Value.Estimate.ShouldBe(300);
    }

    [Fact]
    public void The_first_day_of_a_month_has_no_run_rate()
    {
        var first = new DateOnly(2026, 11, 1);
        var problem = RunRate.Of(Month(10, 0, 0), Tables.Usd, first, FirstDay).Problem;
        problem.ShouldNotBeNull().Message.ShouldBe("No day of 2026-11 is complete yet.");
    }

    [Fact]
    public void Other_currencies_play_no_part()
    {
        var table = Month(10, 0, 0);
        var euros = table.Rows[0] with { Currency = Currency.Parse("EUR") };
        RunRate
            .Of(table with { Rows = [.. table.Rows, euros] }, Tables.Usd, Tables.Today, FirstDay)
            .Value.Estimate.ShouldBe(300);
    }

    [Fact]
    public void It_asks_for_the_running_month_whatever_the_period_of_the_page()
    {
        var query = RunRate.QueryFor(
            new CostQuery
            {
                Period = Period.Of(PeriodPreset.Last12Months),
                Top = 5,
                Metric = CostMetric.Billed,
            },
            Tables.Today
        );
        query.Period.Days.ShouldBe(new DateRange(new(2026, 11, 1), new(2026, 12, 1)));
        query.Metric.ShouldBe(CostMetric.Billed);
        query.Top.ShouldBeNull();
    }

    private static CostTable Month(decimal aDay, decimal tax, decimal purchase)
    {
        var query = RunRate.QueryFor(new CostQuery(), Tables.Today);
        var days = Enumerable.Range(1, 30).Select(d => d <= 22 ? aDay : 0).ToList();
        return Tables.Of(
            query,
            Tables.Row(days.Sum(), null, "Usage") with
            {
                Cells = days,
            },
            Tables.Row(tax, null, "Tax") with
            {
                Cells = [tax],
            },
            Tables.Row(purchase, null, "Purchase") with
            {
                Cells = [purchase],
            }
        );
    }
}
