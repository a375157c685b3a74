using Outlay.Connections;
using Outlay.Ingest;
using Outlay.Ingest.Mapping;
using Outlay.Testing;

namespace Outlay.Connectors.Tests.MappedCsv;

public sealed class MappedCsvTests
{
    private const string German =
        "Rechnungstag;Kunde;Leistung;Betrag;Kostenstelle;Notiz\n"
        + "01.10.2026;A-1;Server;1.234,50;4711;x\n"
        + "02.10.2026;A-1;Gutschrift;-34,50;;y\n"
        + "03.11.2026;A-2;Server;10;4712;z\n";

    private static ColumnMap Map =>
        new()
        {
            Name = "Hoster",
            Columns = new Dictionary<string, string>
            {
                ["BilledCost"] = "Betrag",
                ["ChargePeriodStart"] = "Rechnungstag",
                ["SubAccountId"] = "Kunde",
                ["ServiceName"] = "Leistung",
            },
            Constants = new Dictionary<string, string> { ["BillingCurrency"] = "EUR" },
            Tags = ["Kostenstelle"],
            Numbers = NumberStyle.CommaWithPoints,
            Dates = DateStyle.DayFirstWithPoints,
        };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unknown_table_is_refused_until_its_columns_are_explained_and_then_loads_every_time()
    {
        using var world = new OutlayWorld();
        var file = world.Files.Write("hoster.csv", German);
        var refused = await world.ImportAsync(file);
        refused.State.ShouldBe(ImportState.Failed);
        refused.Files.Single().IsUnknown.ShouldBeTrue();

        (await world.Get<ColumnMapping>().SaveAsync(file, Map, Token)).IsOk.ShouldBeTrue();
        var run = await world.ImportAsync(file);

        run.State.ShouldBe(ImportState.Succeeded, run.Message);
        run.Files.Single().Format.ShouldBe("Hoster");
        GoldenCase
            .Charges(
                world.Catalog.Current().Loads,
                [
                    "ChargePeriodStart",
                    "ChargePeriodEnd",
                    "BillingPeriodStart",
                    "BilledCost",
                    "EffectiveCost",
                    "BillingCurrency",
                    "HostProviderName",
                    "SubAccountId",
                    "ServiceName",
                    "ChargeCategory",
                    "Tags['Kostenstelle']",
                    "x_Notiz",
                ]
            )
            .ShouldBe([
                "2026-10-01 | 2026-10-02 | 2026-10-01 | 1234.5 | 1234.5 | EUR | Hoster | A-1 | Server | Usage | 4711 | x",
                "2026-10-02 | 2026-10-03 | 2026-10-01 | -34.5 | -34.5 | EUR | Hoster | A-1 | Gutschrift | Usage |  | y",
                "2026-11-03 | 2026-11-04 | 2026-11-01 | 10 | 10 | EUR | Hoster | A-2 | Server | Usage | 4712 | z",
            ]);
        // What the table does not hold cannot be made up: quantities, unit prices and SKUs.
        (await Conformance.ErrorsAsync(world))
            .Select(e => e.Split(' ')[1])
            .ShouldBe([
                "ConsumedQuantity",
                "ContractedUnitPrice",
                "ListUnitPrice",
                "PricingCurrencyContractedUnitPrice",
                "PricingCurrencyListUnitPrice",
                "PricingQuantity",
                "SkuId",
                "SkuPriceId",
            ]);
        var next = world.Files.Write(
            "hoster-2.csv",
            "Rechnungstag;Kunde;Leistung;Betrag;Kostenstelle;Notiz\n05.12.2026;A-1;Server;7,25;1;\n"
        );
        (await world.ImportAsync(next)).State.ShouldBe(ImportState.Succeeded);
    }

    [Fact]
    public async Task A_trial_shows_totals_and_charges_and_changes_nothing()
    {
        using var world = new OutlayWorld();
        var file = world.Files.Write("hoster.csv", German);

        var trial = await world.Get<ColumnMapping>().TryAsync(file, Map, Token);

        trial.IsOk.ShouldBeTrue(trial.Problem?.ToString());
        trial
            .Value.Totals.Totals.Select(t => $"{t.Period} {t.Total.Rows} {t.Total.Billed}")
            .ShouldBe(["2026-11 1 10.000000000000000000", "2026-10 2 1200.000000000000000000"]);
        trial.Value.Rows.Count.ShouldBe(3);
        world.Catalog.Current().Loads.ShouldBeEmpty();
        (await world.ImportAsync(file)).State.ShouldBe(ImportState.Failed);
    }

    [Theory]
    [InlineData(NumberStyle.Point, "1.234,50", "is not written as 1234.56")]
    [InlineData(NumberStyle.PointWithCommas, "1.234,50", "is not written as 1,234.56")]
    [InlineData(NumberStyle.Comma, "1.234,50", "is not written as 1234,56")]
    public async Task A_wrong_way_of_writing_numbers_is_named_with_row_and_value(
        NumberStyle style,
        string value,
        string reason
    )
    {
        using var world = new OutlayWorld();
        var file = world.Files.Write("hoster.csv", German);

        var trial = await world
            .Get<ColumnMapping>()
            .TryAsync(file, Map with { Numbers = style }, Token);

        trial.Problem.ShouldNotBeNull().Message.ShouldContain($"row 1: Betrag '{value}' {reason}");
    }

    [Theory]
    [InlineData(NumberStyle.Point, "12.5", "12.5")]
    [InlineData(NumberStyle.Point, "(12.5)", "-12.5")]
    [InlineData(NumberStyle.PointWithCommas, "\"1,234,567.125\"", "1234567.125")]
    [InlineData(NumberStyle.Comma, "\"1234,5\"", "1234.5")]
    [InlineData(NumberStyle.CommaWithPoints, "\"-1.234.567,125\"", "-1234567.125")]
    [InlineData(NumberStyle.CommaWithBlanks, "\"1 234 567,125\"", "1234567.125")]
    [InlineData(NumberStyle.CommaWithBlanks, "\"1\u00a0234,5\"", "1234.5")]
    public async Task Numbers_are_read_as_they_are_written(
        NumberStyle style,
        string written,
        string expected
    )
    {
        using var world = new OutlayWorld();
        var file = world.Files.Write("a.csv", $"Cost,Day\n{written},2026-10-01\n");
        var map = new ColumnMap
        {
            Name = "V",
            Columns = new Dictionary<string, string>
            {
                ["BilledCost"] = "Cost",
                ["ChargePeriodStart"] = "Day",
            },
            Constants = new Dictionary<string, string> { ["BillingCurrency"] = "USD" },
            Numbers = style,
        };

        (await world.Get<ColumnMapping>().SaveAsync(file, map, Token)).IsOk.ShouldBeTrue();
        var run = await world.ImportAsync(file);

        run.State.ShouldBe(ImportState.Succeeded, run.Message);
        GoldenCase.Charges(world.Catalog.Current().Loads, ["BilledCost"]).ShouldBe([expected]);
    }

    [Fact]
    public async Task Negative_costs_are_turned_round_and_a_month_is_a_whole_month()
    {
        using var world = new OutlayWorld();
        var file = world.Files.Write("a.csv", "Cost,Month,Kind\n-5,2026-10,TAX\n1,2026-10,\n");
        var map = new ColumnMap
        {
            Name = "V",
            Columns = new Dictionary<string, string>
            {
                ["BilledCost"] = "Cost",
                ["BillingPeriodStart"] = "Month",
                ["ChargeCategory"] = "Kind",
            },
            Constants = new Dictionary<string, string> { ["BillingCurrency"] = "USD" },
            Dates = DateStyle.Month,
            Negate = true,
        };

        (await world.Get<ColumnMapping>().SaveAsync(file, map, Token)).IsOk.ShouldBeTrue();
        (await world.ImportAsync(file)).State.ShouldBe(ImportState.Succeeded);

        GoldenCase
            .Charges(
                world.Catalog.Current().Loads,
                ["BilledCost", "ChargePeriodStart", "ChargePeriodEnd", "ChargeCategory"]
            )
            .ShouldBe([
                "-1 | 2026-10-01 | 2026-11-01 | Usage",
                "5 | 2026-10-01 | 2026-11-01 | Tax",
            ]);
    }

    [Fact]
    public async Task A_map_that_does_not_fit_says_what_is_missing()
    {
        using var world = new OutlayWorld();
        var file = world.Files.Write("hoster.csv", German);
        var mapping = world.Get<ColumnMapping>();

        (await mapping.SaveAsync(file, Map with { Name = " " }, Token)).Problem!.Message.ShouldBe(
            "The kind of file has no name."
        );
        (
            await mapping.SaveAsync(file, Map with { Columns = Map.Constants }, Token)
        ).Problem!.Message.ShouldBe("hoster.csv has no column EUR.");
        (
            await mapping.SaveAsync(
                file,
                Map with
                {
                    Constants = new Dictionary<string, string>(),
                },
                Token
            )
        ).Problem!.Message.ShouldBe("Nothing says the billing currency.");
        (await mapping.LookAsync(world.Files.File("none.csv"), Token)).IsOk.ShouldBeFalse();
    }

    [Theory]
    [InlineData(
        "1.234,50",
        "30.11.2026",
        NumberStyle.CommaWithPoints,
        DateStyle.DayFirstWithPoints
    )]
    [InlineData("\"1,234.50\"", "11/30/2026", NumberStyle.PointWithCommas, DateStyle.MonthFirst)]
    [InlineData("\"12,5\"", "30/11/2026", NumberStyle.Comma, DateStyle.DayFirst)]
    [InlineData("1 234", "20261130", NumberStyle.CommaWithBlanks, DateStyle.Compact)]
    [InlineData("12.5", "2026-11", NumberStyle.Point, DateStyle.Month)]
    [InlineData("12", "2026-11-30", NumberStyle.Point, DateStyle.Iso)]
    public async Task How_numbers_and_days_are_written_is_guessed_by_values(
        string number,
        string day,
        NumberStyle numbers,
        DateStyle dates
    )
    {
        using var world = new OutlayWorld();
        var file = world.Files.Write("a.csv", $"Date;Amount;x\n{day};{number};\n");

        var look = await world.Get<ColumnMapping>().LookAsync(file, Token);

        (look.Value.Map.Numbers, look.Value.Map.Dates).ShouldBe((numbers, dates));
    }

    [Fact]
    public async Task A_guess_is_made_by_usual_names()
    {
        using var world = new OutlayWorld();
        var file = world.Files.Write("a.csv", "Date,Vendor,Amount,Currency\n2026-10-01,X,1,USD\n");

        var look = await world.Get<ColumnMapping>().LookAsync(file, Token);

        look.Value.IsKept.ShouldBeFalse();
        look.Value.Map.Columns.ShouldBe(
            new Dictionary<string, string>
            {
                ["BilledCost"] = "Amount",
                ["ChargePeriodStart"] = "Date",
                ["BillingCurrency"] = "Currency",
                ["HostProviderName"] = "Vendor",
            },
            ignoreOrder: true
        );
    }
}
