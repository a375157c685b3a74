using Bunit;
using Outlay.Kernel;
using Outlay.Query;
using Outlay.Web.Overview;
using Outlay.Web.Spend;
using Outlay.Web.Spend.Changes;

namespace Outlay.Faces.Tests.Spend;

public sealed class ChangesPageTests : IAsyncLifetime
{
    private readonly Pages _pages = new();

    [Fact]
    public void A_bare_address_compares_with_the_period_before_and_splits_by_service()
    {
        ChangesQuery? asked = null;
        _pages.Engine.Changes = q =>
        {
            asked = q;
            return Table(q);
        };

        _pages.Open<ChangesPage>("/spend/changes");

        asked!.Query.Compare.ShouldBe(Comparison.Prior);
        asked.Query.GroupBy.ShouldBe([new("ServiceName")]);
        asked.Grain.ShouldContain(new Dimension("SkuId"));
    }

    [Fact]
    public void The_waterfall_goes_from_then_over_the_causes_to_now()
    {
        _pages.Engine.Changes = q =>
            Table(q, Line(q, "EC2", 100, 150), Line(q, "S3", 0, 30), Line(q, "RDS", 20, 0));

        var page = _pages.Open<ChangesPage>("/spend/changes");

        page.FindAll(".fall li")
            .Select(l => string.Join(' ', l.QuerySelectorAll("span").Select(s => s.TextContent)))
            .ShouldBe([
                "1–23 Oct 2026 $120.00",
                "New +$30.00",
                "Gone −$20.00",
                "Usage +$50.00",
                "1–23 Nov 2026 $180.00",
            ]);
        page.Markup.ShouldContain("equals the change to the last digit");
    }

    [Fact]
    public void Groups_lead_deeper_and_numbers_to_their_charges()
    {
        _pages.Engine.Changes = q => Table(q, Line(q, "EC2", 100, 150));

        var page = _pages.Open<ChangesPage>("/spend/changes");

        page.Find("#groups-USD tbody th a")
            .GetAttribute("href")
            .ShouldBe(
                "/spend/changes?period=mtd&metric=effective&currency=USD&groupBy=SkuMeter&filter=ServiceName%3DEC2"
            );
        page.FindAll("#groups-USD tbody a.number")
            .Select(a => a.GetAttribute("href"))
            .ShouldBe([
                "/spend/charges?from=2026-10-01&to=2026-10-23&metric=effective&currency=USD&grain=none&filter=ServiceName%3DEC2",
                "/spend/charges?from=2026-11-01&to=2026-11-23&metric=effective&currency=USD&grain=none&filter=ServiceName%3DEC2",
            ]);
    }

    [Fact]
    public void Text_of_a_bill_is_text()
    {
        _pages.Engine.Changes = q => Table(q, Line(q, "<b>x</b>", 100, 150));

        var page = _pages.Open<ChangesPage>("/spend/changes");

        page.Markup.ShouldContain("&lt;b&gt;x&lt;/b&gt;");
        page.FindAll("main b, table b").ShouldBeEmpty();
    }

    [Fact]
    public void Chosen_days_become_a_plain_address()
    {
        _pages.Open<ChangesPage>(
            "/spend/changes?compare=custom&compareFrom=2026-09-01&compareTo=2026-09-05"
        );

        _pages.Address.ShouldEndWith(
            "/spend/changes?period=mtd&metric=effective&currency=USD&compare=2026-09-01..2026-09-05"
        );
    }

    [Fact]
    public void Nothing_in_both_periods_is_said() =>
        _pages
            .Open<ChangesPage>("/spend/changes")
            .Find(".empty-title")
            .TextContent.ShouldBe("No charges in either period.");

    [Fact]
    public void An_engine_that_fails_is_said()
    {
        _pages.Engine.Changes = _ => new Problem(
            ProblemKind.Unavailable,
            "The question took longer than 30 s."
        );
        _pages
            .Open<ChangesPage>("/spend/changes")
            .Find(".notice.bad")
            .TextContent.ShouldContain("longer than 30 s");
    }

    [Fact]
    public void An_empty_lake_leads_to_setup()
    {
        _pages.Engine.Holds = _pages.Engine.Holds with { Charges = 0, Currencies = [] };
        _pages
            .Open<ChangesPage>("/spend/changes")
            .Find(".empty a.button")
            .GetAttribute("href")
            .ShouldBe("/setup");
    }

    [Fact]
    public void Spend_leads_to_what_changed()
    {
        _pages.Engine.Answer = q =>
            Tables.Of(
                q,
                q.GroupBy.Count == 2 ? Tables.Row(12, 10, "EC2", "prod") : Tables.Row(5, 4, "a")
            );

        _pages
            .Open<SpendPage>("/spend?period=30d&filter=RegionName%3Deu&grain=month&top=5")
            .FindAll("a.button")
            .Select(a => a.GetAttribute("href"))
            .ShouldContain(
                "/spend/changes?period=30d&metric=effective&currency=USD&filter=RegionName%3Deu"
            );
    }

    [Fact]
    public void Movers_of_the_Overview_lead_to_what_changed()
    {
        _pages.Engine.Answer = q =>
            Tables.Of(
                q,
                q.GroupBy.Count == 2 ? Tables.Row(12, 10, "EC2", "prod") : Tables.Row(5, 4, "a")
            );

        _pages
            .Open<OverviewPage>("/?period=30d")
            .Find(".movers a.number")
            .GetAttribute("href")
            .ShouldBe(
                "/spend/changes?period=30d&metric=effective&currency=USD&groupBy=SkuMeter&filter=ServiceName%3DEC2&filter=SubAccountName%3Dprod"
            );
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _pages.DisposeAsync();

    private static ChangesTable Table(ChangesQuery query, params IReadOnlyList<ChangesLine> lines)
    {
        query.Limit.ShouldBeGreaterThan(0);
        return new(
            new(new(2026, 11, 1), new(2026, 11, 24)),
            new(new(2026, 10, 1), new(2026, 10, 24)),
            lines,
            1
        );
    }

    private static ChangesLine Line(
        ChangesQuery query,
        string service,
        decimal before,
        decimal after
    ) =>
        new(
            Tables.Usd,
            [
                .. query.Grain.Select(d =>
                    d.Key switch
                    {
                        "ChargeCategory" => "Usage",
                        "ServiceName" => service,
                        _ => null,
                    }
                ),
            ],
            Sums(before),
            Sums(after)
        );

    private static ChangesSums Sums(decimal cost) => new(cost == 0 ? null : cost, cost, cost, cost);
}
