using System.Globalization;
using Bunit;
using Outlay.Kernel;
using Outlay.Web.Components;

namespace Outlay.Faces.Tests.Web.Components;

public sealed class FigureTests : BunitContext
{
    [Theory]
    [InlineData(Polarity.UpIsBad, "0.1", "bad")]
    [InlineData(Polarity.UpIsBad, "-0.1", "good")]
    [InlineData(Polarity.UpIsGood, "0.1", "good")]
    [InlineData(Polarity.UpIsGood, "-0.1", "bad")]
    [InlineData(Polarity.Neutral, "0.1", null)]
    [InlineData(Polarity.UpIsBad, "0", null)]
    public void A_change_is_coloured_by_what_going_up_means(
        Polarity polarity,
        string ratio,
        string? tone
    )
    {
        var change = Render<ChangeText>(p =>
            p.Add(c => c.Ratio, decimal.Parse(ratio, CultureInfo.InvariantCulture))
                .Add(c => c.Polarity, polarity)
        );

        change.Find("span").ClassName.ShouldBe(tone is null ? "change" : $"change {tone}");
    }

    [Fact]
    public void A_change_in_money_carries_its_sign() =>
        Render<ChangeText>(p =>
                p.Add(c => c.Amount, -25.71m).Add(c => c.Currency, Currency.Parse("USD"))
            )
            .Find("span")
            .TextContent.ShouldBe("−$25.71 down");

    [Fact]
    public void A_missing_amount_is_said_to_be_missing() =>
        Render<MoneyText>(p =>
                p.Add(m => m.Amount, null).Add(m => m.Currency, Currency.Parse("USD"))
            )
            .Find("span")
            .TextContent.ShouldBe("– no data");

    [Fact]
    public void A_figure_that_waits_says_for_what_and_leads_on()
    {
        var card = Render<KpiCard>(p =>
            p.Add(k => k.Label, "Savings found")
                .Add(k => k.Waiting, "Waits for the first scan.")
                .Add(k => k.WaitingHref, "/optimization")
        );

        card.Find(".waiting").TextContent.ShouldContain("Waits for the first scan.");
        card.Find("a").GetAttribute("href").ShouldBe("/optimization");
    }

    [Fact]
    public void A_pager_knows_its_neighbours()
    {
        var pager = Render<Pager>(p =>
            p.Add(x => x.Page, 2)
                .Add(x => x.PageSize, 50)
                .Add(x => x.Total, 120)
                .Add(x => x.Href, page => $"/x?page={page}")
        );

        pager.Find("span").TextContent.ShouldBe("51–100 of 120");
        pager.FindAll("a").Select(a => a.GetAttribute("href")).ShouldBe(["/x?page=1", "/x?page=3"]);
    }

    [Fact]
    public void Every_icon_of_the_side_bar_is_drawn()
    {
        foreach (var item in Outlay.Web.Shell.Navigation.Items)
        {
            Render<Icon>(p => p.Add(i => i.Name, item.Icon)).FindAll("path").Count.ShouldBe(1);
        }
    }
}
