using System.Net;
using Outlay.Connections.Sources;
using Outlay.Connections.Tests.Lines;
using Outlay.Ingest;
using Outlay.Kernel;

namespace Outlay.Connections.Tests.Aws;

/// <summary>A connection to AWS exports in S3, against a server of AWS's protocol over a line that breaks.</summary>
public sealed class AwsExportSyncTests(MotoFixture aws)
{
    [Fact]
    public async Task Brings_every_month_newest_first_and_then_finds_nothing_new()
    {
        using var bucket = await BillingBucket.MakeAsync(aws.Address);
        await bucket.DeliverAsync("2026-08", [1.25m, 2.5m]);
        await bucket.DeliverAsync("2026-09", [10m], [20m, 0.000000001m]);
        using var outlay = SyncWorld.Of(bucket.Draft(aws.Address));

        var first = await outlay.SyncAsync();
        var second = await outlay.SyncAsync();

        first.State.ShouldBe(ImportState.Succeeded, first.Message);
        first.Message.ShouldBe("2 months are loaded, 2026-08 to 2026-09.");
        first.Periods.Select(p => p.Period.ToString()).ShouldBe(["2026-09", "2026-08"]);
        first.Periods[0].Files.ShouldBe(2);
        first.Periods[0].FilesFetched.ShouldBe(2);
        first.Rows.ShouldBe(5);
        first.Progress.ShouldBe(1);
        outlay.Billed("2026-08").ShouldBe(3.75m);
        outlay.Billed("2026-09").ShouldBe(30.000000001m);
        second.State.ShouldBe(ImportState.Unchanged, second.Message);
        second.Message.ShouldBe("Nothing new.");
        Directory
            .EnumerateFiles(outlay.World.Data.Landing, "*.gz*", SearchOption.AllDirectories)
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task A_restated_month_is_loaded_again_and_only_that()
    {
        using var bucket = await BillingBucket.MakeAsync(aws.Address);
        await bucket.DeliverAsync("2026-08", [1m]);
        await bucket.DeliverAsync("2026-09", [2m]);
        using var outlay = SyncWorld.Of(bucket.Draft(aws.Address));
        await outlay.SyncAsync();

        await bucket.DeliverAsync("2026-08", [1m, -0.5m]);
        var sync = await outlay.SyncAsync();

        sync.Periods.Select(p => p.Period.ToString()).ShouldBe(["2026-08"]);
        outlay.Billed("2026-08").ShouldBe(0.5m);
        outlay.Billed("2026-09").ShouldBe(2m);
        outlay.World.Catalog.Versions("AWS", BillingPeriod.Parse("2026-08")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Only_files_that_the_manifest_names_are_read()
    {
        using var bucket = await BillingBucket.MakeAsync(aws.Address);
        await bucket.PutFileAsync("2026-09", 7, 99m);
        await bucket.DeliverAsync("2026-09", [2m]);
        using var outlay = SyncWorld.Of(bucket.Draft(aws.Address));

        await outlay.SyncAsync();

        outlay.Billed("2026-09").ShouldBe(2m);
    }

    [Fact]
    public async Task A_month_without_a_manifest_is_in_the_making_and_left_alone()
    {
        using var bucket = await BillingBucket.MakeAsync(aws.Address);
        await bucket.DeliverAsync("2026-08", [1m]);
        await bucket.PutFileAsync("2026-09", 1, 2m);
        using var outlay = SyncWorld.Of(bucket.Draft(aws.Address));

        var sync = await outlay.SyncAsync();

        sync.Periods.Select(p => p.Period.ToString()).ShouldBe(["2026-08"]);
    }

    [Fact]
    public async Task Legacy_reports_are_read_from_the_assembly_of_the_top_manifest()
    {
        using var bucket = await BillingBucket.MakeAsync(aws.Address);
        const string Month = "bills/hourly/20260901-20261001";
        foreach (var (assembly, cost) in new[] { ("old", 5m), ("new", 7m) })
        {
            await bucket.PutAsync(
                $"{Month}/{assembly}/hourly-1.csv.gz",
                BillingBucket.Gzip(BillingBucket.Report("2026-09", cost))
            );
            var manifest = System.Text.Encoding.UTF8.GetBytes(
                $$"""{"assemblyId":"{{assembly}}","columns":[{"category":"lineItem","name":"UnblendedCost"}],"reportKeys":["{{Month}}/{{assembly}}/hourly-1.csv.gz"]}"""
            );
            await bucket.PutAsync($"{Month}/{assembly}/hourly-Manifest.json", manifest);
            await bucket.PutAsync($"{Month}/hourly-Manifest.json", manifest);
        }

        using var outlay = SyncWorld.Of(bucket.Draft(aws.Address, prefix: "bills/hourly"));

        var sync = await outlay.SyncAsync();

        sync.State.ShouldBe(ImportState.Succeeded, sync.Message);
        outlay.Billed("2026-09").ShouldBe(7m);
    }

    [Fact]
    public async Task A_dropped_connection_and_throttling_are_tried_again()
    {
        using var bucket = await BillingBucket.MakeAsync(aws.Address);
        await using var line = await FaultyLine.ToAsync(aws.Address);
        await bucket.DeliverAsync(
            "2026-09",
            [.. Enumerable.Range(1, 6).Select(i => new[] { i * 1.5m })]
        );
        line.Fail("cur2-00001", FaultyLine.Drop);
        line.Fail(
            "cur2-00002",
            FaultyLine.Answer(
                HttpStatusCode.ServiceUnavailable,
                "<Error><Code>SlowDown</Code><Message>Reduce your rate</Message></Error>"
            ),
            times: 4
        );
        using var outlay = SyncWorld.Of(bucket.Draft(line.Address));

        var sync = await outlay.SyncAsync();

        sync.State.ShouldBe(ImportState.Succeeded, sync.Message);
        outlay.Billed("2026-09").ShouldBe(31.5m);
        sync.Periods[0].BytesFetched.ShouldBe(sync.Periods[0].Bytes!.Value);
    }

    [Fact]
    public async Task A_file_cut_short_is_refused_the_last_load_stands_and_the_next_sync_heals()
    {
        using var bucket = await BillingBucket.MakeAsync(aws.Address);
        await bucket.DeliverAsync("2026-09", [1m]);
        using var outlay = SyncWorld.Of(bucket.Draft(aws.Address));
        await outlay.SyncAsync();
        var whole = BillingBucket.Gzip(
            BillingBucket.Report("2026-09", [.. Enumerable.Range(1, 5000).Select(i => i / 8m)])
        );
        const string Key = "exports/cur2/data/BILLING_PERIOD=2026-09/cur2-00001.csv.gz";
        await bucket.PutAsync(Key, whole[..(whole.Length / 2)]);

        var broken = await outlay.SyncAsync();

        broken.State.ShouldBe(ImportState.Failed, broken.Message);
        broken.Message.ShouldNotBeNull().ShouldContain("cur2-00001.csv.gz");
        outlay.Billed("2026-09").ShouldBe(1m);

        await bucket.PutAsync(Key, whole);
        var healed = await outlay.SyncAsync();

        healed.State.ShouldBe(ImportState.Succeeded, healed.Message);
        healed.Rows.ShouldBe(5000);
    }

    [Fact]
    public async Task A_missing_file_fails_its_month_alone_and_by_name()
    {
        using var bucket = await BillingBucket.MakeAsync(aws.Address);
        await bucket.DeliverAsync("2026-08", [1m]);
        await bucket.DeliverAsync("2026-09", [2m], [3m]);
        await bucket.DeleteAsync("exports/cur2/data/BILLING_PERIOD=2026-09/cur2-00002.csv.gz");
        using var outlay = SyncWorld.Of(bucket.Draft(aws.Address));

        var sync = await outlay.SyncAsync();

        sync.State.ShouldBe(ImportState.Partial);
        sync.Message.ShouldNotBeNull().ShouldContain("cur2-00002.csv.gz, which is not there");
        outlay.Billed("2026-09").ShouldBe(0m);
        outlay.Billed("2026-08").ShouldBe(1m);

        await bucket.PutFileAsync("2026-09", 2, 3m);
        await outlay.SyncAsync();
        outlay.Billed("2026-09").ShouldBe(5m);
    }

    [Fact]
    public async Task Expired_credentials_say_so_and_are_not_tried_again()
    {
        using var bucket = await BillingBucket.MakeAsync(aws.Address);
        await using var line = await FaultyLine.ToAsync(aws.Address);
        await bucket.DeliverAsync("2026-08", [1m]);
        await bucket.DeliverAsync("2026-09", [1m]);
        line.Fail(
            "/data/BILLING_PERIOD=2026-09",
            FaultyLine.Answer(
                HttpStatusCode.BadRequest,
                "<Error><Code>ExpiredToken</Code><Message>The provided token has expired.</Message></Error>"
            )
        );
        using var outlay = SyncWorld.Of(bucket.Draft(line.Address));

        var sync = await outlay.SyncAsync();

        sync.State.ShouldBe(ImportState.Failed);
        sync.Message.ShouldNotBeNull().ShouldContain("The credentials have expired.");
        sync.Periods.Select(p => p.State).ShouldBe([ImportState.Failed, ImportState.Failed]);
        line.Requests.Count(r => r.Contains("/data/", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_sync_that_was_stopped_goes_on_with_what_is_missing()
    {
        using var bucket = await BillingBucket.MakeAsync(aws.Address);
        await using var line = await FaultyLine.ToAsync(aws.Address);
        await bucket.DeliverAsync("2026-09", [1m], [2m], [3m]);
        var missing = FaultyLine.Answer(
            HttpStatusCode.NotFound,
            "<Error><Code>NoSuchKey</Code><Message>gone</Message></Error>"
        );
        using var outlay = SyncWorld.Of(bucket.Draft(line.Address));
        // Files are fetched side by side: the third is missing only once another is whole on disk.
        line.Fail(
            "cur2-00003",
            async (context, body) =>
            {
                await WholeFileAsync(outlay.World.Data.Landing);
                await missing(context, body);
            }
        );
        (await outlay.SyncAsync()).State.ShouldBe(ImportState.Failed);
        line.Requests.Clear();

        var sync = await outlay.SyncAsync();

        sync.State.ShouldBe(ImportState.Succeeded, sync.Message);
        outlay.Billed("2026-09").ShouldBe(6m);
        line.Requests.Count(r => r.Contains("/data/", StringComparison.Ordinal))
            .ShouldBeLessThan(3);
    }

    private static async Task WholeFileAsync(string landing)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(
            TestContext.Current.CancellationToken
        );
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (
            !Directory
                .EnumerateFiles(landing, "*", SearchOption.AllDirectories)
                .Any(f =>
                    f.Contains("cur2-0000", StringComparison.Ordinal)
                    && !f.EndsWith(".part", StringComparison.Ordinal)
                )
        )
        {
            await Task.Delay(20, limit.Token);
        }
    }

    [Fact]
    public async Task Credentials_are_encrypted_on_disk_and_never_read_back()
    {
        using var bucket = await BillingBucket.MakeAsync(aws.Address);
        using var outlay = SyncWorld.Of(bucket.Draft(aws.Address));
        var book = outlay.World.Get<ConnectionBook>();

        var shown = book.Find("aws").ShouldNotBeNull();

        shown.Settings["secret-key"].ShouldBeNull();
        shown.Settings["access-key"].ShouldBe("AKIATEST");
        book.SecretsOf(shown).ShouldBe(["secret-key"]);
        foreach (
            var file in Directory.EnumerateFiles(
                outlay.World.Data.Root,
                "*",
                SearchOption.AllDirectories
            )
        )
        {
            await using var stream = new FileStream(
                file,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite
            );
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldNotContain(
                "very-secret"
            );
        }
    }

    [Fact]
    public async Task A_connection_is_deleted_with_its_data_only_when_asked()
    {
        using var bucket = await BillingBucket.MakeAsync(aws.Address);
        await bucket.DeliverAsync("2026-09", [1m]);
        using var outlay = SyncWorld.Of(bucket.Draft(aws.Address));
        var book = outlay.World.Get<ConnectionBook>();
        await outlay.SyncAsync();

        book.Delete(outlay.Connection.Id, withData: false).IsOk.ShouldBeTrue();
        outlay.Billed("2026-09").ShouldBe(1m);

        var again = SyncWorld.Make(outlay.World, bucket.Draft(aws.Address));
        book.Delete(again.Id, withData: true).IsOk.ShouldBeTrue();
        outlay.World.Catalog.Current().Loads.ShouldBeEmpty();
        book.All().ShouldBeEmpty();
    }
}
