using Outlay.Testing;

namespace Outlay.Ingest.Tests;

public sealed class DiskFullTests
{
    [Fact]
    public async Task A_full_disk_keeps_the_last_load_and_says_so_and_the_retry_heals()
    {
        using var disk = SmallDisk.TryMake(megabytes: 8);
        Assert.SkipWhen(disk is null, "Only root on Linux can mount a small disk.");
        var data = Path.Combine(disk.Path, "data");
        using var world = new OutlayWorld(dataFolder: data);
        var small = world.Files.File("small.csv");
        FocusFileGenerator.Write(small, 100, new DateOnly(2026, 10, 31), months: 1);
        (
            await world.ImportAsync(
                new ImportRequest { Paths = [small], Connection = "bill" },
                TestContext.Current.CancellationToken
            )
        ).State.ShouldBe(ImportState.Succeeded);
        var before = world.Catalog.Current().Loads.ShouldHaveSingleItem();
        var large = world.Files.File("large.csv");
        FocusFileGenerator.Write(large, 30_000, new DateOnly(2026, 10, 31), months: 1);
        var ballast = Path.Combine(disk.Path, "ballast");
        await File.WriteAllBytesAsync(
            ballast,
            new byte[6 * 1024 * 1024],
            TestContext.Current.CancellationToken
        );

        var full = await world.ImportAsync(
            new ImportRequest { Paths = [large], Connection = "bill" },
            TestContext.Current.CancellationToken
        );

        full.State.ShouldBe(ImportState.Failed);
        full.Message.ShouldNotBeNull().ShouldContain("The disk is full");
        world.Catalog.Current().Loads.ShouldHaveSingleItem().Id.ShouldBe(before.Id);
        File.Delete(ballast);

        var healed = await world.ImportAsync(
            new ImportRequest { Paths = [large], Connection = "bill" },
            TestContext.Current.CancellationToken
        );

        healed.State.ShouldBe(ImportState.Succeeded, healed.Message);
        world.Catalog.Current().Loads.ShouldHaveSingleItem().Rows.ShouldBe(30_000);
    }
}
