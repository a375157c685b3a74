using System.Globalization;
using Microsoft.Playwright;

namespace Outlay.EndToEnd.Tests;

/// <summary>What holds on every page, in light and dark, wide and narrow, with data and without.</summary>
public sealed class EveryPageTests(CompanyFixture fixture)
{
    private static readonly string[] Pages =
    [
        "/",
        "/setup",
        "/setup/connect/aws-export",
        "/setup/connections/1",
        "/setup/connections/1/test",
        "/setup/loads/1",
        "/spend",
        "/spend?groupBy=ServiceName&groupBy=tag:team&compare=prior&period=12m&grain=month",
        "/spend/charges?period=7d",
        "/spend/changes?period=last-month",
        "/spend/changes?groupBy=tag:team&compare=2026-01-01..2026-01-31&filter=HostProviderName%3DAWS",
        "/spend?chart=forecast",
        "/budgets",
        "/budgets/1",
        "/budgets/new",
        "/budgets/forecast",
        "/budgets/anomalies",
        "/alerts",
        "/settings/channels",
        "/settings/channels/new/email",
        "/optimization",
        "/optimization?open=1",
        "/optimization/commitment",
        "/optimization/commitment?for=commitments-AWSUSD&size=coverage&amount=80&parts=4",
        "/optimization/ledger",
        "/optimization/rules",
        "/optimization/prices",
        "/optimization/scans",
        "/optimization/scans/new/aws",
        "/optimization/scans/new/azure",
        "/optimization/scans/new/gcp",
        "/optimization/scans/1",
        "/governance",
        "/chargeback",
        "/settings",
    ];

    public static TheoryData<string, int, ColorScheme> Views()
    {
        var views = new TheoryData<string, int, ColorScheme>();
        foreach (var page in Pages)
        {
            foreach (var width in new[] { 1440, 390 })
            {
                views.Add(page, width, ColorScheme.Light);
                views.Add(page, width, ColorScheme.Dark);
            }
        }

        return views;
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_page_with_data_is_accessible(string path, int width, ColorScheme scheme) =>
        await CheckAccessibility(fixture.Company, path, width, scheme);

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_page_without_data_is_accessible(
        string path,
        int width,
        ColorScheme scheme
    ) => await CheckAccessibility(fixture.Empty, path, width, scheme);

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_page_is_light_still_and_keeps_to_itself(
        string path,
        int width,
        ColorScheme scheme
    )
    {
        await using var context = await fixture.Browser.ContextAsync(width, scheme);
        var page = await context.NewPageAsync();
        var watch = await PageWatch.StartAsync(page, fixture.Company.Address);
        var answer = await page.GotoAsync(
            new Uri(fixture.Company.Address, path).ToString(),
            new() { WaitUntil = WaitUntilState.NetworkIdle }
        );
        answer!.Status.ShouldBe(200);
        var shift = await watch.FinishAsync(page);
        await page.ScreenshotAsync(
            new() { Path = Shot("company", path, width, scheme), FullPage = true }
        );

        watch.Faults.ShouldBeEmpty();
        watch.Bytes.ShouldBeLessThan(250_000);
        shift.ShouldBeLessThan(0.02);
        (
            await page.EvaluateAsync<int>("document.documentElement.scrollWidth")
        ).ShouldBeLessThanOrEqualTo(width);
        (await page.Locator("h1").CountAsync()).ShouldBe(1);
    }

    private async Task CheckAccessibility(
        OutlayServer server,
        string path,
        int width,
        ColorScheme scheme
    )
    {
        await using var context = await fixture.Browser.ContextAsync(
            width,
            scheme,
            bypassCsp: true
        );
        var page = await context.NewPageAsync();
        await page.GotoAsync(
            new Uri(server.Address, path).ToString(),
            new() { WaitUntil = WaitUntilState.NetworkIdle }
        );
        if (ReferenceEquals(server, fixture.Empty))
        {
            await page.ScreenshotAsync(
                new() { Path = Shot("empty", path, width, scheme), FullPage = true }
            );
        }

        await PageRules.CheckAccessibilityAsync(page);
    }

    private static string Shot(string kind, string path, int width, ColorScheme scheme)
    {
        var name = path.Trim('/').Split('?')[0].Replace('/', '-');
        var query = path.Contains('?', StringComparison.Ordinal) ? "-q" : "";
        return Path.Combine(
            CompanyFixture.Screenshots,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{kind}-{(name.Length == 0 ? "overview" : name)}{query}-{width}-{scheme.ToString().ToLowerInvariant()}.png"
            )
        );
    }
}
