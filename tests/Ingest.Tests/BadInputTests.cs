using System.IO.Compression;
using System.Text;
using Outlay.Testing;

namespace Outlay.Ingest.Tests;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("\"1,000.50\"", "row 2: BilledCost '1,000.50' has thousands separators")]
    [InlineData("1_000", "row 2: BilledCost '1_000' has thousands separators")]
    [InlineData("$5", "row 2: BilledCost '$5' has a currency sign")]
    [InlineData("\"1,5\"", "row 2: BilledCost '1,5' has a comma where a decimal point belongs")]
    [InlineData("abc", "row 2: BilledCost 'abc' is not a number")]
    [InlineData("0.1234567890123456789", "has more than 18 fraction digits")]
    [InlineData("1e-19", "has more than 18 fraction digits")]
    [InlineData("123456789012345678901", "has more than 20 digits before the point")]
    [InlineData("", "row 2: BilledCost is empty")]
    public async Task A_bad_amount_refuses_the_file_and_is_named(string amount, string reason)
    {
        using var world = new OutlayWorld();

        var run = await world.ImportAsync(
            world.Files.Write(
                "a.csv",
                FocusLines.File(FocusLines.Line("1"), FocusLines.Line(amount), FocusLines.Line("2"))
            )
        );

        run.State.ShouldBe(ImportState.Failed);
        run.Message.ShouldNotBeNull().ShouldContain(reason);
        run.Message.ShouldContain("a.csv has 1 bad row");
        world.Catalog.Current().Loads.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("1,2026-13-01,USD,", "ChargePeriodStart '2026-13-01' is not a date and time")]
    [InlineData("1,13/25/2026,USD,", "ChargePeriodStart '13/25/2026' is not a date and time")]
    [InlineData("1,,USD,", "ChargePeriodStart is empty")]
    [InlineData("1,2026-10-01,US Dollar,", "BillingCurrency 'US Dollar' is not a currency code")]
    [InlineData("1,2026-10-01,,", "BillingCurrency is empty")]
    [InlineData("1,2026-10-01,USD,{broken", "Tags '{broken' is not a JSON object")]
    [InlineData("1,2026-10-01,USD,[1]", "Tags '[1]' is not a JSON object")]
    public async Task A_bad_value_in_another_column_is_named_too(string line, string reason)
    {
        using var world = new OutlayWorld();

        var run = await world.ImportAsync(
            world.Files.Write(
                "a.csv",
                $"BilledCost,ChargePeriodStart,BillingCurrency,Tags\n1,2026-10-01,USD,\n{line}\n"
            )
        );

        run.State.ShouldBe(ImportState.Failed);
        run.Message.ShouldNotBeNull().ShouldContain($"row 2: {reason}");
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData(FocusLines.Header + "\n", "has no rows")]
    [InlineData(
        "BilledCost,ChargePeriodStart,BillingCurrency\n1,2026-10-01,USD\n1,2026-10-01\n",
        "row 2: '1,2026-10-01' has 2 fields where the header has 3"
    )]
    [InlineData(
        "BilledCost,ChargePeriodStart,BillingCurrency\n1,2026-10-01,USD,x\n",
        "row 1: '1,2026-10-01,USD,x' has 4 fields where the header has 3"
    )]
    [InlineData(
        "BilledCost,ChargePeriodStart,BillingCurrency\n1,2026-10-01,\"USD\n",
        "a quote is opened and never closed"
    )]
    [InlineData("a,b\n1,2\n", "is no billing export that Outlay knows")]
    public async Task A_broken_file_is_refused_with_file_and_line(string text, string reason)
    {
        using var world = new OutlayWorld();

        var run = await world.ImportAsync(world.Files.Write("a.csv", text));

        run.State.ShouldBe(ImportState.Failed);
        run.Message.ShouldNotBeNull().ShouldContain(reason);
        run.Message.ShouldContain("a.csv");
    }

    [Theory]
    [InlineData("a.parquet", "cost;1", "a.parquet cannot be read: it is not a Parquet file.")]
    [InlineData("a.json", "{\"a\":1}\n{\"a\":", "its JSON is broken")]
    [InlineData("a.jsonl", "{\"cost\":1}", "is no billing export that Outlay knows")]
    public async Task A_file_that_is_not_what_its_name_says_is_refused(
        string name,
        string text,
        string reason
    )
    {
        using var world = new OutlayWorld();

        var run = await world.ImportAsync(world.Files.Write(name, text));

        run.State.ShouldBe(ImportState.Failed);
        run.Message.ShouldNotBeNull().ShouldContain(reason);
    }

    [Fact]
    public async Task A_gzip_file_that_is_cut_off_is_refused_although_its_beginning_reads_well()
    {
        using var world = new OutlayWorld();
        var lines = Enumerable.Range(0, 5000).Select(i => FocusLines.Line($"{i}.25")).ToArray();
        var path = world.Files.File("a.csv.gz");
        await using (var file = File.Create(path))
        await using (var zip = new GZipStream(file, CompressionLevel.Fastest))
        {
            zip.Write(Encoding.UTF8.GetBytes(FocusLines.File(lines)));
        }

        (await world.ImportAsync(path)).State.ShouldBe(ImportState.Succeeded);
        await using (var file = File.OpenWrite(path))
        {
            file.SetLength(file.Length / 2);
        }

        var run = await world.ImportAsync(path);

        run.State.ShouldBe(ImportState.Failed);
        run.Message.ShouldNotBeNull().ShouldContain("a.csv.gz is cut off or damaged");
        world.Catalog.Current().Loads.ShouldHaveSingleItem().Rows.ShouldBe(5000);
    }

    [Fact]
    public async Task Bad_rows_within_the_tolerance_are_set_aside_with_their_reasons()
    {
        using var world = new OutlayWorld();
        var path = world.Files.Write(
            "a.csv",
            FocusLines.File(FocusLines.Line("1"), FocusLines.Line("x"), FocusLines.Line("2"))
        );

        var run = await world.ImportAsync(
            new ImportRequest { Paths = [path], MaxBadRows = 1 },
            TestContext.Current.CancellationToken
        );

        run.State.ShouldBe(ImportState.Succeeded, run.Message);
        run.Files.Single().QuarantinedRows.ShouldBe(1);
        var load = world.Catalog.Current().Loads.ShouldHaveSingleItem();
        load.QuarantinedRows.ShouldBe(1);
        load.ControlTotals.Single().LakeBilled.ShouldBe("3.000000000000000000");
        var aside = await File.ReadAllLinesAsync(
            Path.Combine(world.Data.Quarantine, $"{run.Id}", "a.csv.csv"),
            TestContext.Current.CancellationToken
        );
        aside.Length.ShouldBe(2);
        aside[1].ShouldStartWith("2,BilledCost,x,is not a number,x,");
    }

    [Fact]
    public async Task Rows_of_too_few_or_too_many_fields_are_set_aside_and_numbered_as_the_file_has_them()
    {
        using var world = new OutlayWorld();
        var path = world.Files.Write(
            "a.csv",
            "BilledCost,ChargePeriodStart,BillingCurrency,ChargeDescription\n1,2026-10-01,USD,a\n2,2026-10-01\n3,2026-10-01,USD,\"two\nlines\"\n4,2026-10-01,USD,d,x\n5,2026-10-01\n6,2026-10-01,US,f\n7,2026-10-01,USD,g\n"
        );

        var run = await world.ImportAsync(
            new ImportRequest { Paths = [path], Quarantine = true },
            TestContext.Current.CancellationToken
        );

        run.State.ShouldBe(ImportState.Succeeded, run.Message);
        run.Files.Single().QuarantinedRows.ShouldBe(4);
        var load = world.Catalog.Current().Loads.ShouldHaveSingleItem();
        load.ControlTotals.Single().LakeBilled.ShouldBe("11.000000000000000000");
        (
            await File.ReadAllLinesAsync(
                Path.Combine(world.Data.Quarantine, $"{run.Id}", "a.csv.csv"),
                TestContext.Current.CancellationToken
            )
        ).ShouldBe([
            "Row,BadColumn,BadValue,Reason,BilledCost,ChargePeriodStart,BillingCurrency,ChargeDescription",
            "2,,\"2,2026-10-01\",has 2 fields where the header has 4,,,,",
            "4,,\"4,2026-10-01,USD,d,x\",has 5 fields where the header has 4,,,,",
            "5,,\"5,2026-10-01\",has 2 fields where the header has 4,,,,",
            "6,BillingCurrency,US,is not a currency code such as USD,6,2026-10-01,US,f",
        ]);
    }

    [Fact]
    public async Task A_stray_quote_refuses_the_file_even_when_bad_rows_may_be_set_aside()
    {
        using var world = new OutlayWorld();
        var path = world.Files.Write(
            "a.csv",
            "BilledCost,ChargePeriodStart,BillingCurrency\n1,2026-10-01\n2,2026-10-01,\"US\"D\n3,2026-10-01,USD\n"
        );

        var run = await world.ImportAsync(
            new ImportRequest { Paths = [path], Quarantine = true },
            TestContext.Current.CancellationToken
        );

        run.State.ShouldBe(ImportState.Failed);
        run.Message.ShouldNotBeNull().ShouldContain("a.csv, row 2, cannot be read: ");
    }

    [Fact]
    public async Task A_bad_quantity_found_while_writing_is_set_aside_on_request()
    {
        using var world = new OutlayWorld();
        var path = world.Files.Write(
            "a.csv",
            "BilledCost,ChargePeriodStart,BillingCurrency,PricingQuantity\n1,2026-10-01,USD,1\n2,2026-10-01,USD,many\n"
        );

        var refused = await world.ImportAsync(path);
        refused
            .Message.ShouldNotBeNull()
            .ShouldContain("row 2: PricingQuantity 'many' is not a number");

        var run = await world.ImportAsync(
            new ImportRequest { Paths = [path], Quarantine = true },
            TestContext.Current.CancellationToken
        );

        run.State.ShouldBe(ImportState.Succeeded, run.Message);
        world.Catalog.Current().Loads.Single().ControlTotals.Single().SourceRows.ShouldBe(1);
    }
}
