using System.IO.Compression;
using System.Net;
using System.Text;
using Outlay.Connections.Sources;
using Outlay.Connections.Tests.Aws;
using Outlay.Ingest;
using Outlay.Kernel;

namespace Outlay.Connections.Tests.Gcp;

/// <summary>A connection to billing files in Cloud Storage, against a stand-in of its API.</summary>
public sealed class GoogleStorageSyncTests
{
    [Fact]
    public async Task The_files_of_a_month_are_its_delivery_and_a_new_generation_brings_it_again()
    {
        await using var google = await GoogleStandIn.StartAsync();
        Put(google, "exports/2026-09/part-1.json", 1, "1.5");
        Put(google, "exports/2026-09/part-2.json", 1, "2.5");
        Put(google, "exports/202610/part-1.json", 1, "8");
        Put(google, "other/2026-10/part-1.json", 1, "99");
        google.Objects["exports/readme.txt"] = (Encoding.UTF8.GetBytes("hello"), 1);
        using var outlay = SyncWorld.Of(Draft(google));

        var first = await outlay.SyncAsync();
        Put(google, "exports/2026-09/part-2.json", 2, "3.5");
        var second = await outlay.SyncAsync();

        first.State.ShouldBe(ImportState.Succeeded, first.Message);
        second.Periods.Select(p => p.Period.ToString()).ShouldBe(["2026-09"]);
        outlay.Billed("2026-09").ShouldBe(5m);
        outlay.Billed("2026-10").ShouldBe(8m);
    }

    [Fact]
    public async Task A_file_whose_path_names_no_month_is_named()
    {
        await using var google = await GoogleStandIn.StartAsync();
        Put(google, "exports/latest.json", 1, "1");
        using var outlay = SyncWorld.Of(Draft(google));

        var sync = await outlay.SyncAsync();

        sync.State.ShouldBe(ImportState.Failed);
        sync.Message.ShouldNotBeNull().ShouldContain("exports/latest.json names no month");
    }

    [Fact]
    public async Task A_file_replaced_while_it_is_read_fails_its_month_and_the_next_sync_heals()
    {
        await using var google = await GoogleStandIn.StartAsync();
        Put(google, "exports/2026-10/part-1.json", 1, "1");
        google.Failures.Enqueue(
            ("part-1.json", HttpStatusCode.PreconditionFailed, "conditionNotMet", "changed")
        );
        using var outlay = SyncWorld.Of(Draft(google));

        var first = await outlay.SyncAsync();
        var second = await outlay.SyncAsync();

        first.State.ShouldBe(ImportState.Failed);
        first.Message.ShouldNotBeNull().ShouldContain("was replaced while it was read");
        second.State.ShouldBe(ImportState.Succeeded, second.Message);
    }

    [Fact]
    public async Task A_file_that_is_kept_compressed_without_saying_so_in_its_name_is_unpacked()
    {
        await using var google = await GoogleStandIn.StartAsync();
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            await gzip.WriteAsync(
                Encoding.UTF8.GetBytes(BigQuerySyncTests.Row("202610", "8") + "\n"),
                TestContext.Current.CancellationToken
            );
        }

        google.Objects["exports/2026-10/part-1.json"] = (packed.ToArray(), 1);
        using var outlay = SyncWorld.Of(Draft(google));

        var sync = await outlay.SyncAsync();

        sync.State.ShouldBe(ImportState.Succeeded, sync.Message);
        outlay.Billed("2026-10").ShouldBe(8m);
    }

    [Theory]
    [InlineData("2026-10/run-20261105/part-0.csv", "2026-10")]
    [InlineData("run=20261105/year=2026/month=10/part-0.csv", "2026-10")]
    [InlineData("20261105/billing_period=2026-10/part-0.csv", "2026-10")]
    [InlineData("2026/10/part-0.csv", "2026-10")]
    [InlineData("202610.csv", "2026-10")]
    public async Task The_month_of_a_file_is_the_one_that_its_folder_names_first(
        string path,
        string month
    )
    {
        await using var google = await GoogleStandIn.StartAsync();
        google.Objects["exports/" + path] = ("x"u8.ToArray(), 1);
        using var outlay = SyncWorld.Of(Draft(google));

        var sync = await outlay.SyncAsync();

        sync.Periods.Select(p => p.Period.ToString()).ShouldBe([month]);
    }

    private static void Put(GoogleStandIn google, string name, long generation, string cost)
    {
        var digits = string.Concat(name.Where(char.IsAsciiDigit));
        var month = digits.Length >= 6 ? digits[..6] : "202610";
        google.Objects[name] = (
            Encoding.UTF8.GetBytes(BigQuerySyncTests.Row(month, cost) + "\n"),
            generation
        );
    }

    private static ConnectionDraft Draft(GoogleStandIn google) =>
        new()
        {
            Name = "Google files",
            Kind = "gcp-storage",
            Schedule = "manual",
            Months = 36,
            Settings = new SettingValues(
                new Dictionary<string, string>
                {
                    ["bucket"] = "acme-billing",
                    ["prefix"] = "exports",
                    ["access"] = "key",
                    ["key"] = google.Key(),
                    ["endpoint"] = google.Address,
                }
            ),
        };
}
