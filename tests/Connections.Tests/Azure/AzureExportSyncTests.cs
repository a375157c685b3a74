using Azure.Storage.Sas;
using Outlay.Connections.Sources;
using Outlay.Connections.Tests.Aws;
using Outlay.Connections.Tests.Lines;
using Outlay.Ingest;
using Outlay.Kernel;

namespace Outlay.Connections.Tests.Azure;

/// <summary>A connection to Azure exports, against Microsoft's emulator of Blob Storage.</summary>
public sealed class AzureExportSyncTests(AzuriteFixture azure)
{
    private const string September = "20260901-20260930";
    private const string October = "20261001-20261031";

    [Fact]
    public async Task Of_the_daily_runs_of_a_month_only_the_newest_counts()
    {
        var container = await BillingContainer.MakeAsync(azure.Address);
        await container.RunAsync(September, Guid.NewGuid().ToString(), [1m]);
        await container.RunAsync(October, Guid.NewGuid().ToString(), [2m]);
        await BillingContainer.NextSecondAsync();
        await container.RunAsync(October, Guid.NewGuid().ToString(), [2m, 3m], [4.25m]);
        using var outlay = SyncWorld.Of(container.Draft(azure.Address));

        var sync = await outlay.SyncAsync();
        var again = await outlay.SyncAsync();

        sync.State.ShouldBe(ImportState.Succeeded, sync.Message);
        sync.Periods.Select(p => p.Period.ToString()).ShouldBe(["2026-10", "2026-09"]);
        outlay.Billed("2026-10").ShouldBe(9.25m);
        outlay.Billed("2026-09").ShouldBe(1m);
        again.State.ShouldBe(ImportState.Unchanged, again.Message);
    }

    [Fact]
    public async Task A_run_without_its_manifest_has_not_ended()
    {
        var container = await BillingContainer.MakeAsync(azure.Address);
        await container.RunAsync(October, Guid.NewGuid().ToString(), [2m]);
        await BillingContainer.NextSecondAsync();
        await container.PutAsync(
            $"costs/focus/{October}/{Guid.NewGuid()}/part_0_0001.csv",
            BillingContainer.Focus(October, 99m)
        );
        using var outlay = SyncWorld.Of(container.Draft(azure.Address));

        await outlay.SyncAsync();

        outlay.Billed("2026-10").ShouldBe(2m);
    }

    [Fact]
    public async Task Older_exports_have_one_file_a_run_and_the_newest_counts()
    {
        var container = await BillingContainer.MakeAsync(azure.Address);
        await container.PutAsync(
            $"costs/focus/{October}/focus_{Guid.NewGuid()}.csv",
            BillingContainer.Focus(October, 5m)
        );
        await BillingContainer.NextSecondAsync();
        await container.PutAsync(
            $"costs/focus/{October}/focus_{Guid.NewGuid()}.csv",
            BillingContainer.Focus(October, 5m, 6m)
        );
        using var outlay = SyncWorld.Of(container.Draft(azure.Address));

        await outlay.SyncAsync();

        outlay.Billed("2026-10").ShouldBe(11m);
    }

    [Fact]
    public async Task A_run_over_three_months_brings_each_of_them()
    {
        var container = await BillingContainer.MakeAsync(azure.Address);
        const string Range = "20260701-20260930";
        var run = $"costs/focus/{Range}/{Guid.NewGuid()}";
        var parts = new List<string>();
        foreach (
            var (month, cost) in new[] { ("20260701", 1m), ("20260801", 2m), ("20260901", 4m) }
        )
        {
            parts.Add($"{run}/part_{parts.Count}_0001.csv");
            await container.PutAsync(parts[^1], BillingContainer.Focus(month, cost));
        }

        await container.ManifestAsync(run, "FocusCost", parts);
        using var outlay = SyncWorld.Of(container.Draft(azure.Address));

        var sync = await outlay.SyncAsync();

        sync.State.ShouldBe(ImportState.Succeeded, sync.Message);
        outlay.Billed("2026-07").ShouldBe(1m);
        outlay.Billed("2026-08").ShouldBe(2m);
        outlay.Billed("2026-09").ShouldBe(4m);
    }

    [Fact]
    public async Task Two_exports_of_the_same_costs_are_refused_by_name()
    {
        var container = await BillingContainer.MakeAsync(azure.Address);
        foreach (var (export, kind) in new[] { ("focus", "FocusCost"), ("actual", "ActualCost") })
        {
            var run = $"costs/{export}/{October}/{Guid.NewGuid()}";
            await container.PutAsync($"{run}/part_0_0001.csv", BillingContainer.Focus(October, 1m));
            await container.ManifestAsync(run, kind, [$"{run}/part_0_0001.csv"]);
        }

        using var outlay = SyncWorld.Of(container.Draft(azure.Address, directory: "costs"));

        var sync = await outlay.SyncAsync();

        sync.State.ShouldBe(ImportState.Failed);
        sync.Message.ShouldNotBeNull()
            .ShouldContain("costs/actual (ActualCost), costs/focus (FocusCost)");
    }

    [Fact]
    public async Task A_missing_part_is_named_and_a_dropped_connection_is_tried_again()
    {
        var container = await BillingContainer.MakeAsync(azure.Address);
        await using var line = await FaultyLine.ToAsync(azure.Address);
        await container.RunAsync(September, "run-1", [1m], [2m]);
        await container.RunAsync(October, "run-1", [8m]);
        await container.DeleteAsync($"costs/focus/{September}/run-1/part_1_0001.csv");
        line.Fail($"{October}/run-1/part_0", FaultyLine.Drop);
        using var outlay = SyncWorld.Of(container.Draft(line.Address));

        var sync = await outlay.SyncAsync();

        sync.State.ShouldBe(ImportState.Partial);
        sync.Message.ShouldNotBeNull().ShouldContain("run-1/part_1_0001.csv, which is not there");
        outlay.Billed("2026-10").ShouldBe(8m);
    }

    [Fact]
    public async Task A_test_names_what_is_wrong_and_what_mends_it()
    {
        var container = await BillingContainer.MakeAsync(azure.Address);
        var good = container.Draft(azure.Address);
        (await FailureAsync(good)).ShouldContain("There are no runs of an export below");

        await container.RunAsync(October, "run-1", [8m]);
        (await FailureAsync(good)).ShouldBe("");
        (await FailureAsync(With(good, "container", "no-such"))).ShouldContain(
            "its signature for container no-such"
        );
        (await FailureAsync(With(good, "sas", "sv=2024-01-01&sp=rl&sig=AAAA"))).ShouldContain(
            "or its signature for container"
        );
        (
            await FailureAsync(
                container.Draft(azure.Address, permissions: BlobContainerSasPermissions.Read)
            )
        ).ShouldContain("permits 'r'");
        (await FailureAsync(container.Draft(azure.Address, days: -1))).ShouldContain("expired on");
        (await FailureAsync(With(good, "endpoint", "http://127.0.0.1:9/x"))).ShouldContain(
            "The line to Azure broke"
        );
        (await FailureAsync(With(good, "account", "https://acme"))).ShouldContain(
            "no name of a storage account"
        );
    }

    private static ConnectionDraft With(ConnectionDraft draft, string name, string value) =>
        draft with
        {
            Settings = new SettingValues(
                new Dictionary<string, string>(draft.Settings.Values) { [name] = value }
            ),
        };

    private static async Task<string> FailureAsync(ConnectionDraft draft)
    {
        using var world = new Testing.OutlayWorld();
        await foreach (
            var step in world
                .Get<ConnectionBook>()
                .TestAsync(draft, null, TestContext.Current.CancellationToken)
        )
        {
            if (step.Problem is { } problem)
            {
                problem.ToString().ShouldNotContain(draft.Settings["sas"]!);
                return problem.Message;
            }
        }

        return "";
    }
}
