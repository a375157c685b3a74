using Outlay.Kernel;
using Outlay.Lake;
using Outlay.Testing;

namespace Outlay.Ingest.Tests;

public sealed class DeliveryTests
{
    [Fact]
    public async Task A_file_of_several_periods_makes_one_load_each()
    {
        using var world = new OutlayWorld();

        var run = await world.ImportAsync(
            world.Files.Write(
                "year.csv",
                FocusLines.File(
                    FocusLines.Line("1", "2026-08"),
                    FocusLines.Line("2", "2026-09"),
                    FocusLines.Line("4", "2026-10"),
                    FocusLines.Line("8", "2026-10")
                )
            )
        );

        run.State.ShouldBe(ImportState.Succeeded, run.Message);
        Loads(world).ShouldBe(["2026-10 AWS 0001 12", "2026-09 AWS 0001 2", "2026-08 AWS 0001 1"]);
    }

    [Fact]
    public async Task The_files_of_a_folder_are_parts_of_its_months()
    {
        using var world = new OutlayWorld();
        world.Files.Write("bills/part1.csv", FocusLines.File(FocusLines.Line("1")));
        world.Files.Write(
            "bills/sub/part2.csv",
            FocusLines.File(FocusLines.Line("2", account: "0002"))
        );
        world.Files.Write("bills/copy.csv", FocusLines.File(FocusLines.Line("1")));

        var run = await world.ImportAsync(world.Files.File("bills"));

        run.State.ShouldBe(ImportState.Succeeded, run.Message);
        Loads(world).ShouldBe(["2026-10 bills 3"]);
        run.Files.Select(f => f.Cause)
            .OfType<string>()
            .ShouldHaveSingleItem()
            .ShouldContain("counted once");
    }

    [Fact]
    public async Task A_month_with_a_bad_part_is_not_published_and_the_others_are()
    {
        using var world = new OutlayWorld();
        world.Files.Write("bills/1.csv", FocusLines.File(FocusLines.Line("1", "2026-10")));
        world.Files.Write("bills/2.csv", FocusLines.File(FocusLines.Line("x", "2026-10")));
        world.Files.Write("bills/3.csv", FocusLines.File(FocusLines.Line("3", "2026-09")));

        var run = await world.ImportAsync(world.Files.File("bills"));

        run.State.ShouldBe(ImportState.Partial);
        Loads(world).ShouldBe(["2026-09 bills 3"]);
        run.Files[0].Cause.ShouldNotBeNull().ShouldContain("because its part 2.csv is refused");
    }

    [Fact]
    public async Task A_month_is_not_published_beside_a_part_that_nobody_can_read()
    {
        using var world = new OutlayWorld();
        world.Files.Write("bills/1.csv", FocusLines.File(FocusLines.Line("1")));
        world.Files.Write("bills/2.parquet", "not parquet");

        var run = await world.ImportAsync(world.Files.File("bills"));

        run.State.ShouldBe(ImportState.Failed);
        Loads(world).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_delivery_of_another_account_does_not_replace_a_month()
    {
        using var world = new OutlayWorld();
        var first = world.Files.Write("1.csv", FocusLines.File(FocusLines.Line("1")));
        var second = world.Files.Write(
            "2.csv",
            FocusLines.File(FocusLines.Line("2", account: "0002"))
        );
        await ImportAs(world, first, "all");

        var run = await ImportAs(world, second, "all");

        run.State.ShouldBe(ImportState.Failed);
        run.Message.ShouldNotBeNull()
            .ShouldContain("bills account 0001; these files bill account 0002");
        Loads(world).ShouldBe(["2026-10 all 1"]);
    }

    [Fact]
    public async Task The_same_bytes_under_two_connections_are_refused()
    {
        using var world = new OutlayWorld();
        var file = world.Files.Write("1.csv", FocusLines.File(FocusLines.Line("1")));
        await ImportAs(world, file, "one");

        var run = await ImportAs(world, file, "two");

        run.Message.ShouldNotBeNull().ShouldContain("would count 2026-10 twice");
        Loads(world).ShouldBe(["2026-10 one 1"]);
    }

    [Fact]
    public async Task Only_the_periods_asked_for_are_loaded()
    {
        using var world = new OutlayWorld();
        var file = world.Files.Write(
            "a.csv",
            FocusLines.File(FocusLines.Line("1", "2026-09"), FocusLines.Line("2", "2026-10"))
        );

        await world.ImportAsync(
            new ImportRequest { Paths = [file], Periods = [new BillingPeriod(2026, 9)] },
            TestContext.Current.CancellationToken
        );

        Loads(world).ShouldBe(["2026-09 AWS 0001 1"]);
    }

    [Fact]
    public async Task Old_versions_beyond_the_setting_are_deleted()
    {
        using var world = new OutlayWorld();
        var file = world.Files.File("a.csv");
        for (var i = 1; i <= 6; i++)
        {
            await File.WriteAllTextAsync(
                file,
                FocusLines.File(FocusLines.Line($"{i}")),
                TestContext.Current.CancellationToken
            );
            await world.ImportAsync(file);
        }

        var versions = world.Catalog.Versions("AWS 0001", new BillingPeriod(2026, 10));
        versions.Count.ShouldBe(4);
        versions.Count(v => v.State == LoadState.Published).ShouldBe(1);
        Directory
            .GetDirectories(Path.GetDirectoryName(Path.GetDirectoryName(versions[0].RollupFile)!)!)
            .Length.ShouldBe(4);
    }

    [Fact]
    public async Task Currencies_are_summed_apart_and_text_of_any_case_is_one_currency()
    {
        using var world = new OutlayWorld();
        await world.ImportAsync(
            world.Files.Write(
                "a.csv",
                FocusLines.File(
                    FocusLines.Line("1", currency: "usd"),
                    FocusLines.Line("2", currency: "USD"),
                    FocusLines.Line("4", currency: "EUR")
                )
            )
        );

        world
            .Catalog.Current()
            .Loads.Single()
            .ControlTotals.Select(t => $"{t.Currency} {t.LakeBilled}")
            .ShouldBe(["EUR 4.000000000000000000", "USD 3.000000000000000000"]);
    }

    private static Task<ImportRun> ImportAs(OutlayWorld world, string file, string connection) =>
        world.ImportAsync(
            new ImportRequest { Paths = [file], Connection = connection },
            TestContext.Current.CancellationToken
        );

    private static IEnumerable<string> Loads(OutlayWorld world) =>
        world
            .Catalog.Current()
            .Loads.Select(l =>
                $"{l.Period} {l.Connection} {l.ControlTotals.Sum(t => decimal.Parse(t.LakeBilled)):0.##}"
            );
}
