using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Outlay.Faces.Tests.Spend;

/// <summary>Walks from the numbers of the pages to the charges they are the sums of, on a made-up company.</summary>
[Collection(CompanyTests.Name)]
public sealed class NumbersLeadToChargesTests(CompanyFixture company)
{
    private const int Walked = 12;

    [Theory]
    [InlineData("spend?period=3m")]
    [InlineData("spend?period=3m&groupBy=SubAccountName&groupBy=ServiceName&top=5")]
    [InlineData("spend?period=3m&grain=month&tab=dates&groupBy=tag:team&metric=billed")]
    [InlineData("spend?period=last-month&tab=resources&filter=HostProviderName%3DAWS&compare=none")]
    [InlineData("spend?period=7d&grain=hour&tab=dates&groupBy=ServiceCategory&top=5&exclude=tax")]
    [InlineData(
        "spend?period=last-month&groupBy=ChargeCategory&groupBy=RegionName&groupBy=ServiceName&top=5"
    )]
    public async Task The_sum_of_the_charges_is_the_number_clicked(string address)
    {
        var page = await GetAsync(address);
        var numbers = page.QuerySelectorAll("a.number").ToList();
        numbers.Count.ShouldBeGreaterThan(2);
        var step = Math.Max(1, numbers.Count / Walked);
        for (var i = numbers.Count - 1; i >= 0; i -= step)
        {
            var expected = numbers[i].QuerySelector("span")!.GetAttribute("title")!;
            var charges = await GetAsync(numbers[i].GetAttribute("href")!.TrimStart('/'));
            var sum = charges.QuerySelector(".kpi-value")?.GetAttribute("title") ?? "0.00 USD";
            Amount(sum).ShouldBe(Amount(expected), numbers[i].GetAttribute("href"));
        }
    }

    [Fact]
    public async Task The_csv_holds_the_rows_and_total_of_the_page()
    {
        const string Query = "period=3m&groupBy=SubAccountName&groupBy=ServiceName";
        var page = await GetAsync($"spend?{Query}&size=1000");
        var csv = await company.Client.GetStringAsync(
            $"spend/export.csv?{Query}",
            TestContext.Current.CancellationToken
        );
        var lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(page.QuerySelectorAll("#rows tbody tr").Length + 2);
        var total = page.QuerySelector("#rows tfoot a.number span")!.GetAttribute("title")!;
        decimal.Parse(lines[^1].Split(',')[3], CultureInfo.InvariantCulture)
            .ShouldBe(Amount(total));
    }

    [Fact]
    public async Task The_focus_file_holds_as_many_charges_as_the_page_says()
    {
        const string Query =
            "period=last-month&metric=effective&currency=USD&filter=HostProviderName%3DAWS";
        var page = await GetAsync($"spend/charges?{Query}");
        var csv = await company.Client.GetStringAsync(
            $"spend/focus.csv?{Query}",
            TestContext.Current.CancellationToken
        );
        var said = page.QuerySelector(".kpi-sub")!.TextContent.Split(' ')[0];
        var rows = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1;
        rows.ToString("N0", CultureInfo.InvariantCulture).ShouldBe(said);
    }

    [Fact]
    public async Task Overview_links_all_work()
    {
        var page = await GetAsync("?period=30d");
        var links = page.QuerySelectorAll("main a[href^='/spend']")
            .Select(a => a.GetAttribute("href")!)
            .Distinct()
            .ToList();
        links.Count.ShouldBeGreaterThan(10);
        foreach (var link in links.Take(Walked))
        {
            var opened = await GetAsync(link.TrimStart('/'));
            opened.QuerySelector(".notice.bad, .notice.warn").ShouldBeNull(link);
        }
    }

    private async Task<IDocument> GetAsync(string address)
    {
        using var response = await company.Client.GetAsync(
            address,
            TestContext.Current.CancellationToken
        );
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue($"{address}: {html}");
        return await new HtmlParser().ParseDocumentAsync(
            html,
            TestContext.Current.CancellationToken
        );
    }

    private static decimal Amount(string full) =>
        decimal.Parse(
            full.Split(' ')[0].Replace('\u2212', '-').Replace(",", "", StringComparison.Ordinal),
            CultureInfo.InvariantCulture
        );
}
