using Microsoft.Extensions.DependencyInjection;
using Outlay.Connections.Sources;
using Outlay.Connections.Syncs;
using Outlay.Connections.Tests.Aws;
using Outlay.Connections.Tests.Lines;
using Outlay.Ingest;
using Outlay.Ingest.Connect;
using Outlay.Testing;

namespace Outlay.Connections.Tests;

/// <summary>A disk that is too small for what a sync fetches.</summary>
public sealed class SmallDiskTests
{
    private const long Large = 32L * 1024 * 1024;

    [Theory]
    [InlineData(true, "The files of 2026-10 need 32 MB")]
    [InlineData(false, "big.csv cannot be written to")]
    public async Task Is_said_before_or_when_it_is_full_and_what_was_fetched_is_cleared_away(
        bool sizeIsKnown,
        string message
    )
    {
        using var disk = SmallDisk.TryMake(megabytes: 8);
        Assert.SkipWhen(disk is null, "Only root on Linux can mount a small disk.");
        using var world = new OutlayWorld(
            services =>
                services
                    .AddSingleton<IConnector>(new BigConnector(Large, sizeIsKnown))
                    .Configure<SyncOptions>(o => o.KeepFreeBytes = 0),
            Path.Combine(disk.Path, "data")
        );
        var connection = SyncWorld.Make(
            world,
            new ConnectionDraft
            {
                Name = "Big",
                Kind = "big",
                Schedule = "manual",
            }
        );

        var sync = await world
            .Get<SyncBook>()
            .RunAsync(connection.Id, null, TestContext.Current.CancellationToken);

        sync.Value.State.ShouldBe(ImportState.Failed);
        sync.Value.Message.ShouldNotBeNull().ShouldContain(message);
        sync.Value.Message.ShouldContain("Make room on the disk");
        Directory
            .EnumerateFiles(world.Data.Landing, "big*", SearchOption.AllDirectories)
            .ShouldBeEmpty();
    }
}
