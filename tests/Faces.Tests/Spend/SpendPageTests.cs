using AngleSharp.Dom;
using Bunit;
using Outlay.Kernel;
using Outlay.Query;
using Outlay.Web.Overview;
using Outlay.Web.Spend;

namespace Outlay.Faces.Tests.Spend;

public sealed class SpendPageTests : IAsyncLifetime
{
    private readonly Pages _pages = new();

    [Fact]
    public void A_bare_address_splits_by_service_and_compares_with_the_period_before()
    {
        _pages.Open<SpendPage>("/spend");
        var asked = _pages.Engine.Asked.Last(q => q.GroupBy is [{ Key: "ServiceName" }]);
        asked.Compare.ShouldBe(Comparison.Prior);
        asked.Currency.ShouldBe(Tables.Usd);
    }

    [Fact]
    public void Every_number_of_a_row_leads_to_its_charges()
    {
        Answer(Tables.Row(12.345m, 10, "Amazon EC2"), Tables.Row(1, 0, [null]));
        var page = _pages.Open<SpendPage>("/spend");
        Links(page.FindAll("td a.number"))
            .ShouldContain(
                "/spend/charges?from=2026-11-01&to=2026-11-23&metric=effective&currency=USD&grain=none&filter=ServiceName%3DAmazon%20EC2"
            );
        Links(page.FindAll("td a.number"))
            .ShouldContain(
                "/spend/charges?from=2026-10-01&to=2026-10-23&metric=effective&currency=USD&grain=none&filter=ServiceName%21%3F"
            );
        page.Find("td a.number span").GetAttribute("title").ShouldBe("12.345 USD");
    }

    [Fact]
    public void A_click_on_a_group_filters_by_it_and_splits_deeper()
    {
        Answer(Tables.Row(12, 10, "Amazon EC2"));
        var page = _pages.Open<SpendPage>("/spend?period=3m");
        page.Find("tbody th[scope=row].clip a")
            .GetAttribute("href")
            .ShouldBe(
                "/spend?period=3m&metric=effective&currency=USD&groupBy=ResourceType&filter=ServiceName%3DAmazon%20EC2"
            );
    }

    [Fact]
    public void Each_filter_can_be_taken_away()
    {
        Answer(Tables.Row(12, 10, "a"));
        var page = _pages.Open<SpendPage>(
            "/spend?filter=RegionName%3Deu&filter=or&filter=ServiceName~db"
        );
        Links(page.FindAll(".filter-chip a"))
            .ShouldBe([
                "/spend?period=mtd&metric=effective&currency=USD&filter=ServiceName~db",
                "/spend?period=mtd&metric=effective&currency=USD&filter=RegionName%3Deu",
            ]);
    }

    [Fact]
    public void A_wrong_value_is_said_and_the_page_works_without_it()
    {
        Answer(Tables.Row(12, 10, "a"));
        var page = _pages.Open<SpendPage>("/spend?grain=fortnight&groupBy=RegionName");
        page.Find(".notice").TextContent.ShouldContain("'fortnight' is not a value of grain.");
        _pages.Engine.Asked.ShouldContain(q =>
            q.Grain == TimeGrain.Day && q.GroupBy.Single().Key == "RegionName"
        );
        page.FindAll("table.data").Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_filter_that_lets_nothing_through_is_named()
    {
        var page = _pages.Open<SpendPage>("/spend?filter=HostProviderName%3DOracle%20Cloud");
        page.Find(".empty-title").TextContent.ShouldBe("No charges match Cloud is Oracle Cloud.");
        page.Find(".empty a.button").TextContent.ShouldBe("Clear filters");
    }

    [Fact]
    public void An_empty_lake_leads_to_setup()
    {
        _pages.Engine.Holds = _pages.Engine.Holds with { Charges = 0, Currencies = [] };
        var page = _pages.Open<SpendPage>("/spend");
        page.Find(".empty a.button").GetAttribute("href").ShouldBe("/setup");
        _pages.Engine.Asked.ShouldBeEmpty();
    }

    [Fact]
    public void A_failing_query_takes_only_its_panel()
    {
        _pages.Engine.Answer = q =>
            q.Top is null
                ? new Problem(ProblemKind.Unavailable, "The query took longer than 30 s.")
                : Tables.Of(q, Tables.Row(5, 4, "a") with { Cells = [5] });
        var page = _pages.Open<SpendPage>("/spend");
        page.Find("#rows .notice.bad").TextContent.ShouldContain("longer than 30 s");
        page.FindAll("#chart .chart").Count.ShouldBe(1);
    }

    [Fact]
    public void The_editors_form_becomes_a_plain_address()
    {
        _pages.Open<SpendPage>(
            "/spend?filter=RegionName%3Deu&add.dimension=RegionName&add.operator=is&add.value=us%7Cx"
        );
        _pages.Address.ShouldEndWith(
            "/spend?period=mtd&metric=effective&currency=USD&filter=RegionName%3Deu%7Cus%5C%7Cx"
        );
    }

    [Fact]
    public void Values_are_offered_and_their_text_is_text()
    {
        Answer(Tables.Row(5, 4, "a"));
        var page = _pages.Open<SpendPage>("/spend?edit=ServiceName");
        page.Find(".value-list").TextContent.ShouldContain("<b>odd|name</b>");
        page.FindAll(".value-list b").ShouldBeEmpty();
    }

    [Fact]
    public void Saved_views_lead_to_their_parameters()
    {
        Answer(Tables.Row(5, 4, "a"));
        _pages.Views.Save("Mine", "period=3m&metric=billed");
        var page = _pages.Open<SpendPage>("/spend");
        page.Find(".view > a").GetAttribute("href").ShouldBe("/spend?period=3m&metric=billed");
    }

    [Fact]
    public void Overview_movers_lead_to_spend_with_their_filter_and_period()
    {
        _pages.Engine.Answer = q =>
            Tables.Of(
                q,
                q.GroupBy.Count == 2 ? Tables.Row(12, 10, "EC2", "prod") : Tables.Row(5, 4, "a")
            );
        var page = _pages.Open<OverviewPage>("/?period=30d");
        page.Find(".movers a")
            .GetAttribute("href")
            .ShouldBe(
                "/spend?period=30d&metric=effective&currency=USD&groupBy=ResourceType&sort=-change&filter=ServiceName%3DEC2&filter=SubAccountName%3Dprod"
            );
    }

    [Fact]
    public void Overview_of_an_empty_lake_says_how_to_begin()
    {
        _pages.Engine.Holds = _pages.Engine.Holds with { Charges = 0, Currencies = [] };
        var page = _pages.Open<OverviewPage>("/");
        page.Find(".empty a.button").GetAttribute("href").ShouldBe("/setup");
        page.Markup.ShouldContain("outlay demo");
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _pages.DisposeAsync();

    private void Answer(params CostRow[] rows) => _pages.Engine.Answer = q => Tables.Of(q, rows);

    private static IEnumerable<string?> Links(IEnumerable<IElement> links) =>
        links.Select(l => l.GetAttribute("href"));
}
