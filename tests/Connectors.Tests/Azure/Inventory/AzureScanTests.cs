using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Outlay.Connectors.Azure;
using Outlay.Inventory;
using Outlay.Inventory.Resources;
using Outlay.Kernel;

namespace Outlay.Connectors.Tests.Azure.Inventory;

/// <summary>What a scan of Azure reads, what it asks for it, and what it does when it may not.</summary>
public sealed class AzureScanTests : IAsyncDisposable
{
    private const string Machines = "Microsoft.Compute/virtualMachines";
    private const string Disks = "Microsoft.Compute/disks";
    private const string Snapshots = "Microsoft.Compute/snapshots";
    private const string Addresses = "Microsoft.Network/publicIPAddresses";
    private const string Interfaces = "Microsoft.Network/networkInterfaces";
    private const string Sizes = "Microsoft.Compute/skus";

    private readonly AzureStandIn _azure = new();

    public AzureScanTests()
    {
        Add("web-1", "running");
        Add("web-2", "deallocated");
        Add("web-3", "stopped");
        _azure.Resources[Sizes] =
        [
            """{"resourceType":"disks","name":"Premium_LRS"}""",
            Size("Standard_D4s_v5", 4, 16),
            Size("Standard_D2s_v5", 2, 8),
            """{"resourceType":"virtualMachines","name":"Standard_D2ps_v5","restrictions":[{"type":"Location","reasonCode":"NotAvailableForSubscription"}],"capabilities":[{"name":"vCPUs","value":"2"},{"name":"MemoryGB","value":"8"},{"name":"CpuArchitectureType","value":"Arm64"}]}""",
        ];
    }

    public ValueTask DisposeAsync() => _azure.DisposeAsync();

    [Fact]
    public async Task Machines_come_with_their_state_and_what_was_measured()
    {
        const double Gib = 1024.0 * 1024 * 1024;
        _azure.Measured = (_, name) =>
            name switch
            {
                "Percentage CPU" => 12.5,
                "Available Memory Bytes" => 4 * Gib,
                "Disk Read Operations/Sec" => 2,
                "Disk Write Bytes" => null,
                _ => 1000,
            };

        var snapshot = await SnapshotAsync(TimeSpan.FromDays(2));

        snapshot.Gaps.ShouldBeEmpty();
        var all = snapshot.Resources.OfType<VirtualMachine>().ToDictionary(m => m.Label);
        all.Keys.Order().ShouldBe(["web-1", "web-2", "web-3"]);
        var web = all["web-1"];
        web.Id.ShouldBe(AzureStandIn.Id(Machines, "web-1").ToLowerInvariant());
        web.AccountId.ShouldBe(AzureStandIn.Subscription);
        (web.State, web.Type, web.Region, web.OperatingSystem).ShouldBe(
            ("running", "Standard_D4s_v5", "westeurope", "linux")
        );
        web.Tags["team"].ShouldBe("shop");
        web.Measured(MetricNames.Cpu, Statistic.Average)!.Values.Count.ShouldBe(2 * 24 * 12);
        web.Measured(MetricNames.Cpu, Statistic.Maximum)!.Values.Count.ShouldBe(48);
        web.Measured(MetricNames.Cpu, Statistic.Maximum)!.WeekMaximum.ShouldNotBeNull();
        web.Measured(MetricNames.Memory, Statistic.Maximum)!.Values.Maximum.ShouldBe(75);
        web.Measured(MetricNames.DiskReads, Statistic.Sum)!.Values.Maximum.ShouldBe(7200);
        web.Measured(MetricNames.NetworkIn, Statistic.Sum)!.Days[0].Sum.ShouldBeGreaterThan(0);
        web.Measured(MetricNames.DiskWriteBytes, Statistic.Sum).ShouldBeNull();

        all["web-2"].State.ShouldBe("stopped");
        all["web-2"].StoppedSince!.Value.UtcDateTime.Date.ShouldBe(new DateTime(2026, 9, 1));
        all["web-3"].State.ShouldBe("stopped-allocated");
        all["web-2"].Metrics.ShouldBeEmpty();
        snapshot
            .MachineTypes.Select(t => (t.Name, t.VCpus, t.MemoryGib, t.IsCurrent))
            .ShouldBe([
                ("Standard_D2ps_v5", 2, 8, false),
                ("Standard_D2s_v5", 2, 8, true),
                ("Standard_D4s_v5", 4, 16, true),
            ]);
        snapshot.MachineTypes[1].Family.ShouldBe("Standard_Ds_v5");
    }

    [Fact]
    public async Task Reservations_and_savings_plans_of_the_tenant_tell_when_they_end()
    {
        _azure.Resources["Microsoft.Capacity/reservations"] =
        [
            """{"id":"/providers/microsoft.capacity/reservationOrders/O1/reservations/R1","location":"westeurope","sku":{"name":"Standard_D4s_v5"},"properties":{"displayName":"VM_RI_1Y","expiryDate":"2027-03-01","expiryDateTime":"2027-03-01T10:00:00Z","purchaseDate":"2026-03-01","quantity":5,"displayProvisioningState":"Succeeded"}}""",
            """{"id":"/providers/microsoft.capacity/reservationOrders/O2/reservations/R2","properties":{"displayName":"pending"}}""",
        ];
        _azure.Resources["Microsoft.BillingBenefits/savingsPlans"] =
        [
            """{"id":"/providers/Microsoft.BillingBenefits/savingsPlanOrders/O3/savingsPlans/P1","properties":{"displayName":"Compute 3Y","effectiveDateTime":"2025-01-01T00:00:00Z","expiryDateTime":"2028-01-01T00:00:00Z","displayProvisioningState":"Expired","commitment":{"currencyCode":"EUR","amount":2.5,"grain":"Hourly"}}}""",
        ];

        var snapshot = await SnapshotAsync(TimeSpan.FromHours(2));

        snapshot.Gaps.ShouldBeEmpty();
        var all = snapshot.Resources.OfType<Commitment>().ToDictionary(c => c.Type);
        var reserved = all["reservation"];
        reserved.Id.ShouldBe("/providers/microsoft.capacity/reservationorders/o1/reservations/r1");
        (
            reserved.Label,
            reserved.State,
            reserved.Count,
            reserved.Scope,
            reserved.End.Date
        ).ShouldBe(("VM_RI_1Y", "active", 5, "Standard_D4s_v5", new DateTime(2027, 3, 1)));
        var plan = all["savings-plan"];
        (plan.State, plan.Hourly, plan.Currency, plan.End.Date).ShouldBe(
            ("ended", 2.5m, "EUR", new DateTime(2028, 1, 1))
        );
        _azure.Asked.Count(a => a.Path == "/providers/Microsoft.Capacity/reservations").ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_role_for_reservations_their_ends_are_a_gap()
    {
        _azure.Instead = asked =>
            asked.Path.StartsWith("/providers/", StringComparison.Ordinal)
                ? AzureStandIn.Refusal("AuthorizationFailed", "no role", 403)
                : null;

        var snapshot = await SnapshotAsync(TimeSpan.FromHours(2));

        snapshot.Gaps.Select(g => g.Subject).ShouldBe(["Savings plans", "Reservations"]);
        snapshot.Gaps.ShouldAllBe(g => g.Fix!.Contains("Reservations Reader"));
        snapshot.Resources.OfType<VirtualMachine>().Count().ShouldBe(3);
    }

    [Theory]
    [InlineData("\"osType\":\"Windows\"", "", "windows")]
    [InlineData(
        "\"osType\":\"Windows\"",
        "\"licenseType\":\"Windows_Server\",",
        "windows-own-licence"
    )]
    [InlineData("\"osType\":\"Linux\"", "\"licenseType\":\"RHEL_BYOS\",", "linux")]
    public async Task The_system_is_what_is_paid_for(string disk, string licence, string expected)
    {
        _azure.Resources[Machines] =
        [
            Machine("m", $$"""{{licence}}"storageProfile":{"osDisk":{ {{disk}} } }"""),
        ];

        var snapshot = await SnapshotAsync(TimeSpan.FromHours(2));

        snapshot
            .Resources.OfType<VirtualMachine>()
            .ShouldHaveSingleItem()
            .OperatingSystem.ShouldBe(expected);
    }

    [Fact]
    public async Task Disks_snapshots_and_addresses_tell_what_uses_them()
    {
        _azure.Resources[Disks] =
        [
            $$$$$$"""{"id":"{{{{{{AzureStandIn.Id(Disks, "used")}}}}}}","name":"used","location":"westeurope","managedBy":"{{{{{{AzureStandIn.Id(Machines, "web-1").ToUpperInvariant()}}}}}}","sku":{"name":"Premium_LRS"},"properties":{"diskSizeGB":128,"diskState":"Attached","osType":"Linux","timeCreated":"2026-01-01T00:00:00Z"}}""",
            $$$$$$"""{"id":"{{{{{{AzureStandIn.Id(Disks, "left")}}}}}}","name":"left","location":"westeurope","sku":{"name":"StandardSSD_LRS"},"properties":{"diskSizeGB":64,"diskState":"Unattached","timeCreated":"2026-01-01T00:00:00Z","LastOwnershipUpdateTime":"2026-06-01T00:00:00Z"}}""",
        ];
        _azure.Resources[Snapshots] =
        [
            $$$$$$"""{"id":"{{{{{{AzureStandIn.Id(Snapshots, "old")}}}}}}","name":"old","location":"westeurope","sku":{"name":"Standard_ZRS"},"properties":{"diskSizeGB":64,"timeCreated":"2025-01-01T00:00:00Z","creationData":{"sourceResourceId":"{{{{{{AzureStandIn.Id(Disks, "LEFT")}}}}}}"}}}""",
        ];
        _azure.Resources[Interfaces] =
        [
            $$$$$$"""{"id":"{{{{{{AzureStandIn.Id(Interfaces, "nic-2")}}}}}}","location":"westeurope","properties":{"virtualMachine":{"id":"{{{{{{AzureStandIn.Id(Machines, "web-2")}}}}}}"}}}""",
            $$$$$$"""{"id":"{{{{{{AzureStandIn.Id(Interfaces, "nic-0")}}}}}}","location":"westeurope","properties":{}}""",
        ];
        _azure.Resources[Addresses] =
        [
            Address("free", "20.0.0.1", null),
            Address("dynamic", null, null),
            Address("stopped", "20.0.0.2", "nic-2"),
            Address("orphan", "20.0.0.3", "nic-0"),
            Address("gateway", "20.0.0.4", "of-a-gateway"),
        ];

        var snapshot = await SnapshotAsync(TimeSpan.FromHours(2));

        snapshot.Gaps.ShouldBeEmpty();
        var disks = snapshot.Resources.OfType<Disk>().ToDictionary(d => d.Label);
        disks["used"].AttachedTo.ShouldBe([AzureStandIn.Id(Machines, "web-1").ToLowerInvariant()]);
        disks["used"].IsBoot.ShouldBeTrue();
        disks["left"].AttachedTo.ShouldBeEmpty();
        disks["left"].DetachedSince!.Value.Month.ShouldBe(6);
        snapshot
            .Resources.OfType<DiskSnapshot>()
            .ShouldHaveSingleItem()
            .DiskId.ShouldBe(disks["left"].Id);
        var addresses = snapshot.Resources.OfType<PublicAddress>().ToDictionary(a => a.Label);
        addresses.Keys.Order().ShouldBe(["free", "gateway", "orphan", "stopped"]);
        addresses["free"].BoundTo.ShouldBeNull();
        addresses["stopped"].IsTargetRunning.ShouldBe(false);
        addresses["orphan"].IsTargetRunning.ShouldBe(false);
        addresses["gateway"].IsTargetRunning.ShouldBeNull();
    }

    [Fact]
    public async Task What_may_not_be_read_is_named_and_the_rest_is_whole()
    {
        _azure.Instead = asked =>
            asked.Path.EndsWith(Snapshots, StringComparison.Ordinal)
            || asked.Path.Contains("etrics", StringComparison.Ordinal)
                ? AzureStandIn.Refusal("AuthorizationFailed", "may not", 403)
                : null;

        var snapshot = await SnapshotAsync(TimeSpan.FromHours(2));

        snapshot.Resources.OfType<VirtualMachine>().Count().ShouldBe(3);
        snapshot
            .Gaps.Select(g => (g.Subject, g.Operation, g.Cause))
            .ShouldBe([
                ("Snapshots of disks", $"{Snapshots}/read", "AuthorizationFailed: may not"),
                ("Metrics", "Microsoft.Insights/metrics/read", "AuthorizationFailed: may not"),
            ]);
        snapshot.Gaps[0].Fix!.ShouldContain($"{Snapshots}/read");
    }

    [Fact]
    public async Task Metrics_are_asked_machine_by_machine_where_they_cannot_be_asked_at_once()
    {
        _azure.Instead = asked =>
            asked.Path.EndsWith(":getBatch", StringComparison.Ordinal)
                ? AzureStandIn.Refusal("NotFound", "no such endpoint", 404)
                : null;

        var snapshot = await SnapshotAsync(TimeSpan.FromHours(2));

        snapshot.Gaps.ShouldBeEmpty();
        snapshot
            .Resources.OfType<VirtualMachine>()
            .Single(m => m.Label == "web-1")
            .Measured(MetricNames.Cpu, Statistic.Maximum)
            .ShouldNotBeNull();
    }

    [Fact]
    public async Task Calls_that_are_turned_away_are_made_again_and_pages_are_followed()
    {
        var turnedAway = 1;
        _azure.PageSize = 2;
        _azure.Instead = asked =>
            asked.Path.EndsWith(Disks, StringComparison.Ordinal)
            && Interlocked.Decrement(ref turnedAway) >= 0
                ? AzureStandIn.Refusal("TooManyRequests", "slow down", 429)
                : null;

        var snapshot = await SnapshotAsync(TimeSpan.FromHours(2));

        snapshot.Gaps.ShouldBeEmpty();
        snapshot.Resources.OfType<VirtualMachine>().Count().ShouldBe(3);
        var disks = snapshot.Calls.Single(c => c.Operation == $"{Disks}/read");
        (disks.Count, disks.Throttled).ShouldBe((2, 1));
    }

    [Fact]
    public async Task A_next_page_elsewhere_never_gets_the_token()
    {
        await using var elsewhere = new RestStandIn(_ => new("{}"));
        _azure.Instead = asked =>
            asked.Path.EndsWith(Disks, StringComparison.Ordinal)
                ? new($$"""{"value":[],"nextLink":"{{elsewhere.Address}}/next"}""")
                : null;

        var snapshot = await SnapshotAsync(TimeSpan.FromHours(2));

        elsewhere.Asked.ShouldBeEmpty();
        snapshot.Gaps.ShouldHaveSingleItem().Subject.ShouldBe("Disks");
    }

    [Fact]
    public async Task A_thousand_machines_take_no_more_calls_than_their_points_need()
    {
        const int Count = 1000;
        for (var i = 0; i < Count - 1; i++)
        {
            Add($"m-{i.ToString(CultureInfo.InvariantCulture)}", "running");
        }

        var snapshot = await SnapshotAsync(TimeSpan.FromHours(24));

        // 288 points of one metric, and 24 of eight: fifty machines a call.
        snapshot
            .Calls.Single(c => c.Operation == "Microsoft.Insights/metrics/read")
            .Count.ShouldBe(2 * Count / 50);
        snapshot.Resources.OfType<VirtualMachine>().Count(m => m.Metrics.Count > 0).ShouldBe(Count);
    }

    [Fact]
    public async Task Nothing_that_can_be_read_is_a_problem_with_its_remedy()
    {
        _azure.Instead = _ => AzureStandIn.Refusal("AuthorizationFailed", "by policy", 403);

        var result = await RunAsync(TimeSpan.FromHours(2));

        result.IsOk.ShouldBeFalse();
        result.Problem!.Message.ShouldContain("by policy");
        result.Problem.Fix!.ShouldContain("Reader");
    }

    [Fact]
    public async Task A_test_names_every_call_and_what_is_missing()
    {
        _azure.Instead = asked =>
            asked.Path.EndsWith(Addresses, StringComparison.Ordinal)
                ? AzureStandIn.Refusal("AuthorizationFailed", "may not", 403)
                : null;

        var steps = new List<TestStep>();
        await foreach (
            var step in Collector()
                .TestAsync(new SettingValues(Settings()), TestContext.Current.CancellationToken)
        )
        {
            steps.Add(step);
        }

        steps.Count(s => s.Problem is null).ShouldBe(7);
        steps
            .Single(s => s.Problem is not null)
            .Problem!.Message.ShouldBe($"{Addresses}/read: AuthorizationFailed: may not");
        steps.ShouldContain(s => s.Name == "Read metrics of web-1");
    }

    [Theory]
    [InlineData("subscriptions", "Production")]
    [InlineData("regions", "West Europe")]
    [InlineData("metrics-endpoint", "http://example.com/{region}")]
    public void Settings_that_cannot_be_are_named(string field, string value)
    {
        var settings = Settings();
        settings[field] = value;
        Collector().Check(new SettingValues(settings)).ShouldHaveSingleItem().Field.ShouldBe(field);
    }

    private void Add(string name, string state)
    {
        if (!_azure.Resources.TryGetValue(Machines, out var all))
        {
            _azure.Resources[Machines] = all = [];
        }

        all.Add(Machine(name, "\"storageProfile\":{\"osDisk\":{\"osType\":\"Linux\"}}"));
        _azure.States[AzureStandIn.Id(Machines, name)] = state;
    }

    private static string Machine(string name, string properties) =>
        $$$$$$"""{"id":"{{{{{{AzureStandIn.Id(Machines, name)}}}}}}","name":"{{{{{{name}}}}}}","location":"westeurope","tags":{"team":"shop"},"properties":{"hardwareProfile":{"vmSize":"Standard_D4s_v5"},{{{{{{properties}}}}}}}}""";

    private static string Size(string name, int cpus, int memory) =>
        $$"""{"resourceType":"virtualMachines","name":"{{name}}","capabilities":[{"name":"vCPUs","value":"{{cpus}}"},{"name":"MemoryGB","value":"{{memory}}"},{"name":"CpuArchitectureType","value":"x64"}]}""";

    private static string Address(string name, string? number, string? holder)
    {
        var bound = holder is null
            ? ""
            : $$$$$$""","ipConfiguration":{"id":"{{{{{{AzureStandIn.Id(Interfaces, holder)}}}}}}/ipConfigurations/one"}""";
        var ip = number is null ? "" : $$""","ipAddress":"{{number}}" """;
        return $$$$$$"""{"id":"{{{{{{AzureStandIn.Id(Addresses, name)}}}}}}","name":"{{{{{{name}}}}}}","location":"westeurope","properties":{"publicIPAllocationMethod":"Static"{{{{{{ip}}}}}}{{{{{{bound}}}}}}}}""";
    }

    private Dictionary<string, string> Settings() =>
        new(StringComparer.Ordinal)
        {
            ["access"] = "machine",
            ["endpoint"] = _azure.Address,
            ["metrics-endpoint"] = _azure.Address,
        };

    private static IInventoryCollector Collector() =>
        new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddAzure()
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
