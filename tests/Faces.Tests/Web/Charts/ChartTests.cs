using Bunit;
using Outlay.Kernel;
using Outlay.Web.Charts;

namespace Outlay.Faces.Tests.Web.Charts;

public sealed class ChartTests : BunitContext
{
    private static readonly Currency Usd = Currency.Parse("USD");

    private static readonly ChartBucket[] Days =
    [
        .. Enumerable
            .Range(1, 4)
            .Select(d => new ChartBucket($"{d} Nov 2026", $"/spend?day={d}", Incomplete: d == 4)
            {
                Days = DateRange.Inclusive(new(2026, 11, d), new(2026, 11, d)),
            }),
    ];

    private static readonly ChartSeries[] Clouds =
    [
        new("AWS", 2, [10, 20, 30, 5]),
        new("Azure", 1, [1, 2, 3, -4]),
    ];

    [Fact]
    public void Bars_say_in_a_sentence_what_is_to_be_seen() =>
        Bars()
            .Find("figure")
            .GetAttribute("aria-label")
            .ShouldBe(
                "Daily cost by cloud, 1 Nov 2026 to 4 Nov 2026: highest $33.00 on 3 Nov 2026. The last 1 bucket can still grow."
            );

    [Fact]
    public void The_table_under_the_bars_holds_the_same_numbers()
    {
        var rows = Bars().FindAll("tbody tr");

        rows.Select(r => string.Join(' ', r.QuerySelectorAll("td").Select(c => c.TextContent)))
            .ShouldBe([
                "$10.00 $1.00 $11.00",
                "$20.00 $2.00 $22.00",
                "$30.00 $3.00 $33.00",
                "$5.00 −$4.00 $1.00",
            ]);
        rows[3].QuerySelector("th")!.TextContent.ShouldBe("4 Nov 2026 (incomplete)");
        rows[1].QuerySelector("a")!.GetAttribute("href").ShouldBe("/spend?day=2");
        rows[1].GetAttribute("data-from").ShouldBe("2026-11-02");
    }

    [Fact]
    public void Incomplete_buckets_are_hatched_and_series_have_buttons()
    {
        var chart = Bars();

        chart.FindAll(".hatch rect").Count.ShouldBe(1);
        chart.FindAll(".legend button[aria-pressed=true]").Count.ShouldBe(2);
        chart.FindAll("g[data-series='0'] rect").Count.ShouldBe(4);
    }

    [Fact]
    public void Nothing_in_a_chart_needs_an_inline_style_or_handler() =>
        Bars().Markup.ShouldNotContain("style=");

    [Fact]
    public void A_line_is_dashed_where_data_is_still_to_come_and_may_end_early()
    {
        var chart = Render<LineChart>(p =>
            p.Add(c => c.Title, "Running total")
                .Add(c => c.Buckets, Days)
                .Add(c => c.Currency, Usd)
                .Add(
                    c => c.Series,
                    [
                        new("This month", 1, LineChart.RunningTotal([1, 2, 3, 4])),
                        new("Last month", 0, [1, 3]) { Dashed = true },
                    ]
                )
        );

        chart.FindAll("g[data-series='0'] polyline").Count.ShouldBe(2);
        chart.FindAll("g[data-series='1'] polyline").Count.ShouldBe(1);
        chart.FindAll("tbody tr")[3].TextContent.ShouldContain("$10.00");
        chart.FindAll("tbody tr")[3].QuerySelectorAll("td")[1].TextContent.ShouldBe("–");
    }

    [Fact]
    public void The_top_of_an_area_is_the_sum()
    {
        var chart = Render<StackedArea>(p =>
            p.Add(c => c.Title, "Area")
                .Add(c => c.Buckets, Days)
                .Add(c => c.Currency, Usd)
                .Add(c => c.Series, Clouds)
        );
        var scale = ChartScale.Around(0, 33, 220);

        chart
            .FindAll("polygon")[1]
            .GetAttribute("points")!
            .ShouldStartWith($"5,{ChartScale.Px(scale.Y(11))} ");
    }

    [Fact]
    public void Horizontal_bars_are_as_long_as_their_share_of_the_longest()
    {
        var chart = Render<HorizontalBars>(p =>
            p.Add(c => c.Title, "By cloud")
                .Add(c => c.Currency, Usd)
                .Add(c => c.Bars, [new("AWS", 2, 200, 0.8m, "/x"), new("Azure", 1, -50)])
        );

        chart
            .FindAll("rect:not(.track)")
            .Select(r => r.GetAttribute("width"))
            .ShouldBe(["100%", "25%"]);
        chart.FindAll("li")[1].TextContent.ShouldContain("−$50.00");
    }

    [Fact]
    public void A_chart_without_buckets_says_so()
    {
        var chart = Render<StackedBars>(p =>
            p.Add(c => c.Title, "Cost")
                .Add(c => c.Buckets, [])
                .Add(c => c.Currency, Usd)
                .Add(c => c.Series, [])
        );

        chart.Find("figure").GetAttribute("aria-label").ShouldBe("Cost: no data.");
    }

    private IRenderedComponent<StackedBars> Bars() =>
        Render<StackedBars>(p =>
            p.Add(c => c.Title, "Daily cost by cloud")
                .Add(c => c.Buckets, Days)
                .Add(c => c.Currency, Usd)
                .Add(c => c.Series, Clouds)
        );
}
