using System.Globalization;
using Microsoft.Playwright;
using Outlay.Testing;
using static Microsoft.Playwright.Assertions;

namespace Outlay.EndToEnd.Tests;

/// <summary>What people do, step by step, in a browser.</summary>
public sealed class JourneyTests(CompanyFixture fixture)
{
    [Fact]
    public async Task A_newcomer_uploads_a_bill_watches_it_arrive_and_finds_its_exact_sum()
    {
        using var folder = new TestFolder();
        var bill = folder.File("bill.csv");
        FocusFileGenerator.Write(bill, 3000, new DateOnly(2026, 10, 31), months: 1);
        var billed = (await File.ReadAllLinesAsync(bill, TestContext.Current.CancellationToken))
            .Skip(1)
            .Sum(line => decimal.Parse(line.Split(',')[6], CultureInfo.InvariantCulture));
        await using var server = await OutlayServer.StartAsync(
            folder.File("data"),
            TestContext.Current.CancellationToken
        );
        await using var context = await fixture.Browser.ContextAsync(1440, ColorScheme.Light);
        var page = await context.NewPageAsync();

        await page.GotoAsync(server.Address.ToString());
        await page.GetByRole(AriaRole.Link, new() { Name = "Setup" }).First.ClickAsync();
        await page.GetByLabel("File from this browser").SetInputFilesAsync(bill);
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload and import" }).ClickAsync();
        await page.WaitForURLAsync("**/setup/imports/*");
        await Expect(page.GetByText("Loaded 3,000 charges of 2026-10.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Table, new() { Name = "Loads" })
            .GetByRole(AriaRole.Rowheader)
            .GetByRole(AriaRole.Link)
            .ClickAsync();
        var totals = page.GetByRole(AriaRole.Table, new() { Name = "Control totals" });
        await Expect(totals.GetByText("Equal", new() { Exact = true }).Nth(1)).ToBeVisibleAsync();
        await Expect(totals.GetByText("Differ")).ToHaveCountAsync(0);
        (await totals.InnerTextAsync()).ShouldContain(
            billed.ToString("N10", CultureInfo.InvariantCulture)
        );

        await page.GetByRole(AriaRole.Link, new() { Name = "See in Spend" }).ClickAsync();
        await page.GotoAsync(page.Url + "&metric=billed");
        (await page.Locator(".kpi-value").First.GetAttributeAsync("title"))
            .ShouldNotBeNull()
            .ShouldContain(billed.ToString("N2", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_folder_is_connected_tested_and_started_and_its_bill_comes_in()
    {
        using var folder = new TestFolder();
        FocusFileGenerator.Write(
            folder.File("exports/bill.csv"),
            2000,
            new DateOnly(2026, 10, 31),
            months: 2
        );
        await using var server = await OutlayServer.StartAsync(
            folder.File("data"),
            TestContext.Current.CancellationToken
        );
        await using var context = await fixture.Browser.ContextAsync(1440, ColorScheme.Light);
        var page = await context.NewPageAsync();

        await page.GotoAsync(new Uri(server.Address, "/setup").ToString());
        await page.GetByRole(AriaRole.Link, new() { Name = "Watched folder" }).ClickAsync();
        await page.GetByLabel("Name").FillAsync("Vendor");
        await page.GetByLabel("Folder").FillAsync("exports");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and test" }).ClickAsync();
        await Expect(page.GetByText("exports is no absolute path.").First).ToBeVisibleAsync();

        await page.GetByLabel("Folder").FillAsync(Path.Combine(folder.Root, "exports"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and test" }).ClickAsync();
        await Expect(page.GetByText("It works")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Start: bring in 13 months" })
            .ClickAsync();
        await Expect(page.GetByText("New files are loaded.").First)
            .ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(
                page.GetByRole(AriaRole.Table, new() { Name = "Loads" })
                    .GetByRole(AriaRole.Rowheader)
            )
            .ToHaveCountAsync(2);

        await page.GetByRole(AriaRole.Link, new() { Name = "Setup" }).First.ClickAsync();
        await Expect(page.GetByText("Up to date")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_form_of_a_cloud_shows_the_fields_that_a_choice_needs_and_fills_names_in()
    {
        await using var context = await fixture.Browser.ContextAsync(1440, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await page.GotoAsync(At("/setup/connect/aws-export"));

        await Expect(page.GetByLabel("Secret access key")).ToBeHiddenAsync();
        await page.GetByLabel("Sign in by").SelectOptionAsync("key");
        await Expect(page.GetByLabel("Secret access key")).ToBeVisibleAsync();
        await page.GetByLabel("S3 bucket").FillAsync("acme-bills");
        await page.GetByText("Policy: all that Outlay needs").ClickAsync();
        await Expect(page.Locator("[data-snippets] code").First)
            .ToContainTextAsync("arn:aws:s3:::acme-bills");
    }

    [Fact]
    public async Task A_budget_is_replayed_before_it_is_kept_and_its_alert_arrives()
    {
        using var folder = new TestFolder();
        var bill = folder.File("bill.csv");
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        FocusFileGenerator.Write(bill, 20_000, today.AddDays(-1), months: 8);
        var data = folder.File("data");
        var (code, output) = await OutlayProgram.RunAsync(
            TestContext.Current.CancellationToken,
            "ingest",
            bill,
            "--data",
            data
        );
        code.ShouldBe(0, output);
        await using var hook = await Hook.StartAsync();
        await using var server = await OutlayServer.StartAsync(
            data,
            TestContext.Current.CancellationToken
        );
        await using var context = await fixture.Browser.ContextAsync(1440, ColorScheme.Light);
        var page = await context.NewPageAsync();

        await page.GotoAsync(new Uri(server.Address, "/settings/channels").ToString());
        await page.GetByRole(AriaRole.Link, new() { Name = "Webhook", Exact = true }).ClickAsync();
        await page.GetByLabel("Name").FillAsync("Incident desk");
        await page.GetByLabel("Address").FillAsync(hook.Address);
        await page.GetByLabel("Secret").FillAsync("short");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save channel" }).ClickAsync();
        await Expect(page.GetByText("too short to protect").First).ToBeVisibleAsync();
        await page.GetByLabel("Secret").FillAsync("0123456789abcdef");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save channel" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send a test" }).ClickAsync();
        await Expect(page.GetByText("The test arrived")).ToBeVisibleAsync();

        await page.GotoAsync(new Uri(server.Address, "/spend").ToString());
        await page.GetByRole(AriaRole.Link, new() { Name = "Set a budget" }).ClickAsync();
        await page.GetByLabel("Amount of a period").FillAsync("1");
        await page.GetByRole(AriaRole.Button, new() { Name = "See what it would have done" })
            .ClickAsync();
        await Expect(
                page.GetByRole(AriaRole.Table, new() { Name = "Alerts of the last six months" })
                    .GetByText("actual 100%")
                    .First
            )
            .ToBeVisibleAsync();
        await page.GetByLabel("Name").FillAsync("Everything");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save budget" }).ClickAsync();
        await Expect(page.GetByText("The budget Everything is kept.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Added up over the period")).ToBeVisibleAsync();

        (await hook.WaitAsync("Everything: ")).ShouldContain("threshold 100%");
        await page.GotoAsync(new Uri(server.Address, "/alerts").ToString());
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "Open alerts" }))
            .ToContainTextAsync("Incident desk");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take note of" }).First.ClickAsync();
        await Expect(page.GetByText("Noted").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Everything: " }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "View spend" }).ClickAsync();
        page.Url.ShouldContain("/spend?");
    }

    [Fact]
    public async Task A_service_is_drilled_down_to_its_charges_and_the_sum_stays()
    {
        await using var context = await fixture.Browser.ContextAsync(1440, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await page.GotoAsync(
            At("/spend?groupBy=ServiceName&period=last-month&metric=effective&compare=none")
        );
        var groups = page.GetByRole(AriaRole.Table, new() { Name = "Cost by group" });
        var first = groups.Locator("tbody tr").First;
        var service = await first.Locator("th a").InnerTextAsync();
        var cost = await first.Locator("a.number .num").GetAttributeAsync("title");

        await first.Locator("th a").ClickAsync();
        await Expect(page.GetByLabel("Way to this view")).ToContainTextAsync(service);
        await Expect(page.Locator(".kpi-value").First).ToHaveAttributeAsync("title", cost!);
        page.Url.ShouldNotContain("groupBy=ServiceName");

        await page.Locator(".kpi-label a").First.ClickAsync();
        await page.WaitForURLAsync("**/spend/charges?**");
        await Expect(page.Locator(".kpi-value").First).ToHaveAttributeAsync("title", cost!);
        await page.GetByRole(AriaRole.Table, new() { Name = "Charges" })
            .Locator("tbody th a")
            .First.ClickAsync();
        await Expect(page.Locator("dl.facts")).ToContainTextAsync(service);
    }

    [Fact]
    public async Task A_view_is_saved_found_again_and_deleted()
    {
        await using var context = await fixture.Browser.ContextAsync(1440, ColorScheme.Dark);
        var page = await context.NewPageAsync();
        await page.GotoAsync(At("/spend?groupBy=RegionName&period=last-month"));
        await page.GetByText("Saved views").ClickAsync();
        await page.GetByLabel("Name of this view").FillAsync("By region & more");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.Locator("summary.button").Filter(new() { HasText = "By region & more" }))
            .ToBeVisibleAsync();

        await page.GotoAsync(At("/spend"));
        await page.GetByText("Saved views").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "By region & more" }).ClickAsync();
        await page.WaitForURLAsync("**groupBy=RegionName**");

        await page.Locator("summary.button")
            .Filter(new() { HasText = "By region & more" })
            .ClickAsync();
        await page.GetByLabel("Rename or delete By region & more").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete By region & more" })
            .ClickAsync();
        await Expect(page.GetByText("Saved views")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Keys_change_the_theme_go_to_pages_and_show_their_list()
    {
        await using var context = await fixture.Browser.ContextAsync(1440, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await page.GotoAsync(At("/"));
        await page.Keyboard.PressAsync("t");
        await page.Keyboard.PressAsync("t");
        var theme = await page.Locator("html").GetAttributeAsync("data-theme");
        await page.ReloadAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", theme!);

        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();

        // The two keys belong together for a second or so; on a machine that stalls between them a person presses them again.
        var there = page.WaitForURLAsync("**/spend**");
        while (!there.IsCompleted)
        {
            await page.Keyboard.PressAsync("g");
            await page.Keyboard.PressAsync("s");
            await Task.WhenAny(
                there,
                Task.Delay(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken)
            );
        }

        await there;
        await Expect(page.Locator("#page-title")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_csv_is_what_the_table_shows()
    {
        await using var context = await fixture.Browser.ContextAsync(1440, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await page.GotoAsync(
            At("/spend?groupBy=SubAccountName&period=last-month&grain=none&compare=none")
        );
        var rows = page.GetByRole(AriaRole.Table, new() { Name = "Cost by group" });
        var names = await rows.Locator("tbody th a").AllInnerTextsAsync();
        var costs = await rows.Locator("tbody tr td:nth-child(2)").AllInnerTextsAsync();

        await page.GetByText("Export", new() { Exact = true }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(async () =>
            await page.GetByRole(AriaRole.Link, new() { Name = "This table as CSV" }).ClickAsync()
        );
        var lines = await File.ReadAllLinesAsync(
            (await download.PathAsync())!,
            TestContext.Current.CancellationToken
        );

        names.Count.ShouldBeGreaterThan(3);
        lines.Length.ShouldBeGreaterThan(names.Count);
        for (var i = 0; i < names.Count; i++)
        {
            lines[i + 1].ShouldContain(names[i].Trim());
            var shown = costs[i].Trim().Replace(",", "", StringComparison.Ordinal);
            lines[i + 1]
                .Split(',')
                .Any(cell =>
                    decimal.TryParse(cell, CultureInfo.InvariantCulture, out var exact)
                    && shown.Contains(
                        decimal.Round(exact, 2, MidpointRounding.AwayFromZero)
                            .ToString("F2", CultureInfo.InvariantCulture),
                        StringComparison.Ordinal
                    )
                )
                .ShouldBeTrue($"{costs[i]} is not in {lines[i + 1]}");
        }
    }

    [Fact]
    public async Task A_table_that_no_format_knows_is_explained_once_and_loads()
    {
        using var folder = new TestFolder();
        var bill = folder.Write(
            "hoster.csv",
            "Datum;Kunde;Leistung;Betrag;Kostenstelle\n01.10.2026;A-1;Server;1.234,50;4711\n02.10.2026;A-1;Gutschrift;-34,50;\n"
        );
        await using var server = await OutlayServer.StartAsync(
            folder.File("data"),
            TestContext.Current.CancellationToken
        );
        await using var context = await fixture.Browser.ContextAsync(
            1440,
            ColorScheme.Light,
            bypassCsp: true
        );
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(server.Address, "setup").ToString());
        await page.GetByLabel("File or folder").FillAsync(bill);
        await page.GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Explain its columns" }).ClickAsync();

        await Expect(page.GetByLabel("Column for BilledCost")).ToHaveValueAsync("Betrag");
        await page.GetByLabel("Name, such as the vendor's").FillAsync("Hoster");
        await page.GetByLabel("It should add up to").FillAsync("1201.00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Expect(page.GetByText("Nothing says the billing currency.")).ToBeVisibleAsync();

        await page.GetByLabel("One value for BillingCurrency").FillAsync("EUR");
        await page.GetByLabel("Kostenstelle").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep and import" }).ClickAsync();
        await Expect(page.GetByText("does not add up to the sum you gave")).ToBeVisibleAsync();
        await Expect(page.GetByText("Differ")).ToBeVisibleAsync();
        await PageRules.CheckAccessibilityAsync(page);

        await page.GetByLabel("It should add up to").FillAsync("1200.00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep and import" }).ClickAsync();
        await Expect(page.GetByText("Loaded 2 charges of 2026-10.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_wrong_path_is_told_beside_the_field_and_what_was_typed_stays()
    {
        await using var context = await fixture.Browser.ContextAsync(390, ColorScheme.Dark);
        var page = await context.NewPageAsync();
        await page.GotoAsync(At("/setup"));
        await page.GetByLabel("File or folder").FillAsync("/nowhere/at-all.csv");
        await page.GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true }).ClickAsync();

        await Expect(page.Locator("#import-problem")).ToContainTextAsync("/nowhere/at-all.csv");
        await Expect(page.GetByLabel("File or folder")).ToHaveValueAsync("/nowhere/at-all.csv");
        await page.ScreenshotAsync(
            new()
            {
                Path = Path.Combine(CompanyFixture.Screenshots, "failing-setup-390-dark.png"),
                FullPage = true,
            }
        );
    }

    [Fact]
    public async Task A_price_list_is_added_replaced_by_none_that_is_wrong_and_removed()
    {
        using var folder = new TestFolder();
        const string Head = "provider,region,item,list_unit_price,currency\n";
        var rates = folder.Write("rates.csv", Head + "AWS,eu-west-1,nat/hour,0.05,USD\n");
        var wrong = folder.Write("wrong.csv", Head + "AWS,eu-west-1,nat/hour,dear,USD\n");
        await using var context = await fixture.Browser.ContextAsync(1440, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await page.GotoAsync(At("/optimization/prices"));
        await page.GetByLabel("File").SetInputFilesAsync(rates);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add price list" }).ClickAsync();
        await Expect(page.GetByText("rates.csv: 1 price kept")).ToBeVisibleAsync();

        await page.GetByLabel("File").SetInputFilesAsync(wrong);
        await page.GetByLabel("Name").FillAsync("rates.csv");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add price list" }).ClickAsync();
        await Expect(page.GetByText("Row 2: list_unit_price 'dear'")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "Price lists" }))
            .ToContainTextAsync("rates.csv");
        await PageRules.CheckAccessibilityAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Remove rates.csv" }).ClickAsync();
        await Expect(page.GetByText("No price list is kept.")).ToBeVisibleAsync();
    }

    private string At(string path) => new Uri(fixture.Company.Address, path).ToString();
}
