using Outlay.Kernel;
using Outlay.Query;
using Outlay.Web.Shell;

namespace Outlay.Faces.Tests.Web.Shell;

public sealed class PageContextTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void The_address_comes_before_what_is_remembered()
    {
        var page = Page("period=7d", remembered: "period=12m&metric=list");

        page.Period.ShouldBe(Period.Of(PeriodPreset.Last7Days));
        page.Metric.ShouldBe(CostMetric.List);
        page.Range.ShouldBe(DateRange.Inclusive(new(2026, 11, 17), Today));
    }

    [Fact]
    public void Fixed_days_in_the_address_push_out_a_remembered_preset() =>
        Page("from=2026-10-01&to=2026-10-05", remembered: "period=12m")
            .Range.ShouldBe(DateRange.Inclusive(new(2026, 10, 1), new(2026, 10, 5)));

    [Fact]
    public void Without_a_word_it_is_month_to_date_effective_in_the_most_used_currency()
    {
        var page = Page("");

        page.Period.ShouldBe(Period.MonthToDate);
        page.Metric.ShouldBe(CostMetric.Effective);
        page.Currency.ShouldBe(Currency.Parse("EUR"));
    }

    [Fact]
    public void A_wrong_address_is_a_problem_and_the_defaults_stand_in()
    {
        var page = Page("period=yesteryear");

        page.Problem.ShouldNotBeNull().Message.ShouldContain("yesteryear");
        page.Period.ShouldBe(Period.MonthToDate);
    }

    [Fact]
    public void What_is_remembered_wrongly_spoils_no_page() =>
        Page("period=7d", remembered: "metric=fancy").Problem.ShouldBeNull();

    [Fact]
    public void Links_to_other_pages_keep_the_bar_alone() =>
        Page("period=7d&metric=billed&groupBy=ServiceName")
            .Link("/budgets")
            .ShouldBe("/budgets?period=7d&metric=billed");

    [Fact]
    public void A_link_may_set_its_own_period() =>
        Page("from=2026-10-01&to=2026-10-05&metric=billed")
            .Link("/spend", ("period", "12m"))
            .ShouldBe("/spend?metric=billed&period=12m");

    [Fact]
    public void Changes_to_this_page_keep_the_rest_and_start_over_with_paging() =>
        Page("groupBy=tag:team&page=4&period=7d")
            .With(("period", null), ("from", "2026-11-01"), ("to", "2026-11-02"))
            .ShouldBe("/spend?groupBy=tag:team&from=2026-11-01&to=2026-11-02");

    [Fact]
    public void Addresses_escape_what_would_break_them() =>
        Address
            .Of("/spend", [new("filter", "ServiceName=A&B|C D")])
            .ShouldBe("/spend?filter=ServiceName%3DA%26B%7CC%20D");

    [Fact]
    public void The_query_takes_period_metric_and_currency_from_the_bar()
    {
        var query = Page("period=7d&metric=billed&currency=USD")
            .Apply(new CostQuery { Grain = TimeGrain.Week });

        query.Grain.ShouldBe(TimeGrain.Week);
        query.Metric.ShouldBe(CostMetric.Billed);
        query.Currency.ShouldBe(Currency.Parse("USD"));
    }

    private static PageContext Page(string query, string remembered = "") =>
        new("/spend", Parse(query), Parse(remembered), Today, Facts);

    private static List<KeyValuePair<string, string>> Parse(string query) =>
        [
            .. query
                .Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(p => p.Split('=', 2))
                .Select(p => new KeyValuePair<string, string>(p[0], p[1])),
        ];

    private static LakeFacts Facts() =>
        new(1, 10, Today, Today, Today, Today, DateTimeOffset.UnixEpoch, ["EUR", "USD"], [], []);
}
