using Amazon.Runtime;
using Outlay.Ingest;
using Outlay.Kernel;
using Outlay.Testing;

namespace Outlay.Connections.Tests.Aws;

/// <summary>Exports in storage that speaks S3 but is not AWS's.</summary>
public sealed class CompatibleStorageTests
{
    private const string Key = "S3RVER";

    [Fact]
    public async Task Is_read_at_its_own_endpoint()
    {
        var program = NodeServers.Find("s3rver");
        Assert.SkipWhen(
            program is null,
            "s3rver is not installed; the test command does that with npm."
        );
        var folder = Directory.CreateTempSubdirectory("outlay-s3rver-");
        await using var server = await ServerProcess.StartAsync(
            program,
            "-d",
            folder.FullName,
            "-a",
            "127.0.0.1",
            "-p",
            "{port}",
            "-s",
            "--no-vhost-buckets"
        );
        using var bucket = await BillingBucket.MakeAsync(
            server.Address,
            new BasicAWSCredentials(Key, Key)
        );
        await bucket.DeliverAsync("2026-09", [1.5m], [2m]);
        var draft = bucket.Draft(server.Address);
        var signed = new Dictionary<string, string>(draft.Settings.Values)
        {
            ["access-key"] = Key,
            ["secret-key"] = Key,
        };
        using var outlay = SyncWorld.Of(draft with { Settings = new SettingValues(signed) });

        var sync = await outlay.SyncAsync();

        sync.State.ShouldBe(ImportState.Succeeded, sync.Message);
        outlay.Billed("2026-09").ShouldBe(3.5m);
    }
}
