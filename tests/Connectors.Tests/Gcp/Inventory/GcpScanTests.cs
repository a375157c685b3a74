using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Outlay.Connectors.Gcp;
using Outlay.Inventory;
using Outlay.Inventory.Resources;
using Outlay.Kernel;

namespace Outlay.Connectors.Tests.Gcp.Inventory;

/// <summary>
/// What a scan of Google Cloud reads, what it asks for it, and what it does when it may not, against a stand-in with the shapes of
/// Compute Engine's, Cloud Monitoring's and Resource Manager's reference.
/// </summary>
public sealed class GcpScanTests : IAsyncDisposable
{
    private const string Project = "shop-prod";
    private const string Root = $"https://www.googleapis.com/compute/v1/projects/{Project}";
    private const string Zone = $"{Root}/zones/europe-west1-b";

    private readonly RestStandIn _google;
    private readonly string _key;

    private readonly Dictionary<string, List<string>> _items = new(StringComparer.Ordinal)
    {
        ["instances"] =
        [
            Instance("web", 1, "RUNNING"),
            Instance("old", 2, "TERMINATED"),
            Instance(
                "job",
                3,
                "RUNNING",
                """,{"key":"created-by","value":"projects/1/zones/europe-west1-b/instanceGroupManagers/workers"}"""
            ),
        ],
    };

    private Func<RestAsked, RestAnswer?> _instead = _ => null;

    public GcpScanTests()
    {
        _google = new RestStandIn(Answer);
        using var rsa = RSA.Create(2048);
        _key = JsonSerializer.Serialize(
            new
            {
                type = "service_account",
                client_email = "outlay@shop-prod.iam.gserviceaccount.com",
                private_key = rsa.ExportPkcs8PrivateKeyPem(),
                token_uri = $"{_google.Address}/token",
            }
        );
    }

    public ValueTask DisposeAsync() => _google.DisposeAsync();

    [Fact]
    public async Task Machines_come_with_their_state_and_what_was_measured()
    {
        var snapshot = await SnapshotAsync(TimeSpan.FromDays(2));

        snapshot.Gaps.ShouldBeEmpty();
        snapshot.Accounts.ShouldHaveSingleItem().Name.ShouldBe("Shop");
        var all = snapshot.Resources.OfType<VirtualMachine>().ToDictionary(m => m.Label);
        var web = all["web"];
        web.Id.ShouldBe(
            $"//compute.googleapis.com/projects/{Project}/zones/europe-west1-b/instances/web"
        );
        web.Aliases.ShouldBe([
            $"//compute.googleapis.com/projects/{Project}/zones/europe-west1-b/instances/1",
        ]);
        (web.State, web.Type, web.Region, web.Zone).ShouldBe(
            ("running", "n2-standard-4", "europe-west1", "europe-west1-b")
        );
        web.Tags["team"].ShouldBe("shop");
        web.PublicAddresses.ShouldBe(["34.0.0.1"]);
        var cpu = web.Measured(MetricNames.Cpu, Statistic.Average)!;
        cpu.Values.Count.ShouldBe(2 * 24 * 12);
        cpu.Values.Maximum.ShouldBe(25, 1e-9);
        web.Measured(MetricNames.Memory, Statistic.Maximum)!.Values.Maximum.ShouldBe(60);
        // Two network cards of a thousand bytes an hour.
        web.Measured(MetricNames.NetworkIn, Statistic.Sum)!.Values.Maximum.ShouldBe(2000);
        all["old"].State.ShouldBe("stopped");
        all["old"].StoppedSince!.Value.Month.ShouldBe(9);
        all["old"].Metrics.ShouldBeEmpty();
        all["job"].ManagedBy.ShouldBe("workers");
        snapshot
            .MachineTypes.Select(t => (t.Region, t.Name, t.VCpus, t.MemoryGib, t.Architecture))
            .ShouldBe([
                ("europe-west1", "n2-standard-4", 4, 16, "x86_64"),
                ("europe-west1", "t2a-standard-1", 1, 4, "arm64"),
            ]);
    }

    [Fact]
    public async Task Commitments_tell_when_they_end_under_all_names_of_bills()
    {
        _items["commitments"] =
        [
            $$"""{"id":"41","name":"n2-year","selfLink":"{{Root}}/regions/europe-west1/commitments/n2-year","region":"{{Root}}/regions/europe-west1","status":"ACTIVE","plan":"TWELVE_MONTH","type":"GENERAL_PURPOSE_N2","startTimestamp":"2026-02-01T00:00:00.000-08:00","endTimestamp":"2027-02-01T00:00:00.000-08:00"}""",
            $$"""{"id":"42","name":"new","selfLink":"{{Root}}/regions/europe-west1/commitments/new","status":"CREATING"}""",
        ];

        var commitment = (await SnapshotAsync(TimeSpan.FromHours(2)))
            .Resources.OfType<Commitment>()
            .ShouldHaveSingleItem();

        (commitment.State, commitment.Type, commitment.Scope, commitment.Region).ShouldBe(
            ("active", "committed-use", "GENERAL_PURPOSE_N2", "europe-west1")
        );
        commitment.End.UtcDateTime.Date.ShouldBe(new DateTime(2027, 2, 1));
        commitment.Name.ShouldBe($"projects/{Project}/regions/europe-west1/commitments/n2-year");
        commitment.Aliases.ShouldBe([
            $"projects/{Project}/regions/europe-west1/commitments/41",
            "41",
        ]);
    }

    [Fact]
    public async Task Disks_snapshots_and_addresses_tell_what_uses_them()
    {
        _items["disks"] =
        [
            $$"""{"id":"11","name":"root","selfLink":"{{Zone}}/disks/root","zone":"{{Zone}}","type":"{{Zone}}/diskTypes/pd-ssd","sizeGb":"100","users":["{{Zone}}/instances/web"],"creationTimestamp":"2026-01-01T00:00:00.000-07:00"}""",
            $$"""{"id":"12","name":"left","selfLink":"{{Zone}}/disks/left","zone":"{{Zone}}","type":"{{Zone}}/diskTypes/pd-standard","sizeGb":"50","lastDetachTimestamp":"2026-06-01T00:00:00.000-07:00"}""",
        ];
        _items["snapshots"] =
        [
            $$"""{"id":"21","name":"old","selfLink":"{{Root}}/global/snapshots/old","diskSizeGb":"50","sourceDisk":"{{Zone}}/disks/left","storageLocations":["europe-west1"],"creationTimestamp":"2025-01-01T00:00:00Z"}""",
        ];
        _items["addresses"] =
        [
            $$"""{"id":"31","name":"free","selfLink":"{{Root}}/regions/europe-west1/addresses/free","region":"{{Root}}/regions/europe-west1","address":"34.0.0.9","addressType":"EXTERNAL","status":"RESERVED"}""",
            $$"""{"id":"32","name":"of-old","selfLink":"{{Root}}/regions/europe-west1/addresses/of-old","region":"{{Root}}/regions/europe-west1","address":"34.0.0.8","users":["{{Zone}}/instances/old"]}""",
            $$"""{"id":"33","name":"inside","selfLink":"{{Root}}/regions/europe-west1/addresses/inside","region":"{{Root}}/regions/europe-west1","address":"10.0.0.8","addressType":"INTERNAL"}""",
        ];

        var snapshot = await SnapshotAsync(TimeSpan.FromHours(2));

        snapshot.Gaps.ShouldBeEmpty();
        var disks = snapshot.Resources.OfType<Disk>().ToDictionary(d => d.Label);
        disks["root"]
            .AttachedTo.ShouldBe([
                snapshot.Resources.OfType<VirtualMachine>().Single(m => m.Label == "web").Id,
            ]);
        (disks["left"].Type, disks["left"].SizeGib).ShouldBe(("pd-standard", 50));
        disks["left"].DetachedSince!.Value.Month.ShouldBe(6);
        snapshot
            .Resources.OfType<DiskSnapshot>()
            .ShouldHaveSingleItem()
            .DiskId.ShouldBe(disks["left"].Id);
        var addresses = snapshot.Resources.OfType<PublicAddress>().ToDictionary(a => a.Label);
        addresses.Keys.Order().ShouldBe(["free", "of-old"]);
        addresses["free"].BoundTo.ShouldBeNull();
        addresses["of-old"].IsTargetRunning.ShouldBe(false);
    }

    [Fact]
    public async Task What_may_not_be_read_is_named_and_the_rest_is_whole()
    {
        _instead = asked =>
            asked.Path.EndsWith("/snapshots", StringComparison.Ordinal)
                ? Refusal("forbidden", "Required 'compute.snapshots.list' permission", 403)
            : asked.Path.EndsWith("/timeSeries", StringComparison.Ordinal)
                ? Refusal("SERVICE_DISABLED", "Cloud Monitoring API has not been used", 403)
            : null;

        var snapshot = await SnapshotAsync(TimeSpan.FromHours(2));

        snapshot.Resources.OfType<VirtualMachine>().Count().ShouldBe(3);
        snapshot
            .Gaps.Select(g => (g.Subject, g.Operation))
            .ShouldBe([
                ("Snapshots of disks", "compute.snapshots.list"),
                ("Metrics", "monitoring.timeSeries.list"),
            ]);
        snapshot.Gaps[0].Fix!.ShouldContain("compute.snapshots.list");
        snapshot.Gaps[1].Fix!.ShouldContain("gcloud services enable");
        snapshot.Calls.Single(c => c.Operation == "monitoring.timeSeries.list").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_zone_that_does_not_answer_is_a_gap()
    {
        _instead = asked =>
            asked.Path.EndsWith("/aggregated/disks", StringComparison.Ordinal)
                ? new(
                    $$"""{"items":{},"unreachables":["projects/{{Project}}/zones/europe-west1-c"]}"""
                )
                : null;

        var gap = (await SnapshotAsync(TimeSpan.FromHours(2))).Gaps.ShouldHaveSingleItem();

        (gap.Region, gap.Subject).ShouldBe(("europe-west1", "Disks"));
    }

    [Fact]
    public async Task Calls_that_are_turned_away_are_made_again_and_pages_are_followed()
    {
        var turnedAway = 1;
        _instead = asked =>
            !asked.Path.EndsWith("/aggregated/instances", StringComparison.Ordinal) ? null
            : Interlocked.Decrement(ref turnedAway) >= 0
                ? Refusal("rateLimitExceeded", "Quota exceeded", 403)
            : asked.Parameter("pageToken") == "a/b+c=="
                ? new(
                    $$$$$$"""{"items":{"zones/europe-west1-b":{"instances":[{{{{{{_items["instances"][1]}}}}}}]}}}"""
                )
            : new(
                $$$$$$"""{"items":{"zones/europe-west1-b":{"instances":[{{{{{{_items["instances"][0]}}}}}}]},"zones/us-east1-b":{"warning":{"code":"NO_RESULTS_ON_PAGE"}}},"nextPageToken":"a/b+c=="}"""
            );

        var snapshot = await SnapshotAsync(TimeSpan.FromHours(2));

        snapshot.Gaps.ShouldBeEmpty();
        snapshot.Resources.OfType<VirtualMachine>().Count().ShouldBe(2);
        var calls = snapshot.Calls.Single(c => c.Operation == "compute.instances.list");
        (calls.Count, calls.Throttled).ShouldBe((3, 1));
    }

    [Fact]
    public async Task A_test_names_every_call_and_what_is_missing()
    {
        _instead = asked =>
            asked.Path.EndsWith("/addresses", StringComparison.Ordinal)
                ? Refusal("forbidden", "may not", 403)
                : null;

        var steps = new List<TestStep>();
        await foreach (
            var step in Collector()
                .TestAsync(new SettingValues(Settings()), TestContext.Current.CancellationToken)
        )
        {
            steps.Add(step);
        }

        steps.Count(s => s.Problem is null).ShouldBe(6);
        steps
            .Single(s => s.Problem is not null)
            .Problem!.Message.ShouldBe("compute.addresses.list: forbidden: may not");
    }

    [Fact]
    public async Task A_key_that_is_not_accepted_is_a_problem_with_its_remedy()
    {
        _instead = asked =>
            asked.Path == "/token" ? new("""{"error":"invalid_grant"}""", 400) : null;

        var result = await RunAsync(TimeSpan.FromHours(2));

        result.IsOk.ShouldBeFalse();
        result.Problem!.Message.ShouldContain("does not accept the key");
    }

    [Theory]
    [InlineData("projects", "Shop Production")]
    [InlineData("regions", "europe-west1-b")]
    [InlineData("key", "{}")]
    public void Settings_that_cannot_be_are_named(string field, string value)
    {
        var settings = Settings();
        settings[field] = value;
        Collector().Check(new SettingValues(settings)).ShouldHaveSingleItem().Field.ShouldBe(field);
    }

    private RestAnswer Answer(RestAsked asked)
    {
        if (_instead(asked) is { } instead)
        {
            return instead;
        }

        if (asked.Path == "/token")
        {
            return new("""{"access_token":"token","expires_in":3600,"token_type":"Bearer"}""");
        }

        if (asked.Token != "token")
        {
            return Refusal("UNAUTHENTICATED", "no token", 401);
        }

        return asked.Path switch
        {
            "/v3/projects:search" => new(
                $$"""{"projects":[{"projectId":"{{Project}}","displayName":"Shop"}]}"""
            ),
            $"/v3/projects/{Project}/timeSeries" => Series(asked),
            _ when asked.Path.EndsWith("/machineTypes", StringComparison.Ordinal) => new(
                """{"items":[{"name":"n2-standard-4","guestCpus":4,"memoryMb":16384},{"name":"t2a-standard-1","guestCpus":1,"memoryMb":4096,"architecture":"ARM64"}]}"""
            ),
            _ => Items(asked.Path),
        };
    }

    private RestAnswer Items(string path)
    {
        var kind = path[(path.LastIndexOf('/') + 1)..];
        var items = string.Join(',', _items.GetValueOrDefault(kind, []));
        return new(
            path.Contains("/aggregated/", StringComparison.Ordinal)
                ? $$$$$$"""{"items":{"zones/europe-west1-b":{"{{{{{{kind}}}}}}":[{{{{{{items}}}}}}]}}}"""
                : $$"""{"items":[{{items}}]}"""
        );
    }

    // Each running instance has a series; of its network there are two, a card each.
    private static RestAnswer Series(RestAsked asked)
    {
        var filter = asked.Parameter("filter")!;
        var isNetwork = filter.Contains("network/", StringComparison.Ordinal);
        var value =
            filter.Contains("cpu/", StringComparison.Ordinal) ? 0.25
            : filter.Contains("memory/", StringComparison.Ordinal) ? 60
            : 1000;
        var step = TimeSpan.FromSeconds(
            int.Parse(
                asked.Parameter("aggregation.alignmentPeriod")!.TrimEnd('s'),
                CultureInfo.InvariantCulture
            )
        );
        var from = DateTimeOffset.Parse(
            asked.Parameter("interval.startTime")!,
            CultureInfo.InvariantCulture
        );
        var to = DateTimeOffset.Parse(
            asked.Parameter("interval.endTime")!,
            CultureInfo.InvariantCulture
        );
        var series = new JsonArray();
        foreach (var instance in isNetwork ? new[] { "1", "1", "3" } : ["1", "3"])
        {
            var points = new JsonArray();
            for (var end = to; end > from; end -= step)
            {
                points.Add(
                    new JsonObject
                    {
                        ["interval"] = new JsonObject
                        {
                            ["endTime"] = end.UtcDateTime.ToString(
                                "O",
                                CultureInfo.InvariantCulture
                            ),
                        },
                        ["value"] =
                            value == 1000
                                ? new JsonObject { ["int64Value"] = "1000" }
                                : new JsonObject { ["doubleValue"] = value },
                    }
                );
            }

            series.Add(
                new JsonObject
                {
                    ["resource"] = new JsonObject
                    {
                        ["labels"] = new JsonObject { ["instance_id"] = instance },
                    },
                    ["points"] = points,
                }
            );
        }

        return new(new JsonObject { ["timeSeries"] = series }.ToJsonString());
    }

    private static string Instance(string name, int number, string status, string more = "") =>
        $$$$$$"""{"id":"{{{{{{number}}}}}}","name":"{{{{{{name}}}}}}","selfLink":"{{{{{{Zone}}}}}}/instances/{{{{{{name}}}}}}","zone":"{{{{{{Zone}}}}}}","machineType":"{{{{{{Zone}}}}}}/machineTypes/n2-standard-4","status":"{{{{{{status}}}}}}","labels":{"team":"shop"},"creationTimestamp":"2026-01-01T00:00:00.000-07:00","lastStopTimestamp":"2026-09-01T00:00:00.000-07:00","metadata":{"items":[{"key":"enable-oslogin","value":"true"}{{{{{{more}}}}}}]},"networkInterfaces":[{"accessConfigs":[{"natIP":"34.0.0.{{{{{{number}}}}}}"}]}]}""";

    private static RestAnswer Refusal(string reason, string message, int status) =>
        new(
            JsonSerializer.Serialize(
                new
                {
                    error = new
                    {
                        code = status,
                        message,
                        errors = new[] { new { reason } },
                    },
                }
            ),
            status
        );

    private Dictionary<string, string> Settings() =>
        new(StringComparer.Ordinal)
        {
            ["access"] = "key",
            ["key"] = _key,
            ["endpoint"] = _google.Address,
        };

    private static IInventoryCollector Collector() =>
        new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddGcp()
            .BuildServiceProvider()
            .GetRequiredService<IInventoryCollector>();

    private Task<Result<Snapshot>> RunAsync(TimeSpan window) =>
        Collector()
            .CollectAsync(
                new SettingValues(Settings()),
                window,
                new Progress<ScanProgress>(),
                TestContext.Current.CancellationToken
            );

    private async Task<Snapshot> SnapshotAsync(TimeSpan window)
    {
        var result = await RunAsync(window);
        result.IsOk.ShouldBeTrue(result.Problem?.ToString());
        return result.Value;
    }
}
