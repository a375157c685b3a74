using System.Text.Json;
using System.Text.Json.Serialization;
using Outlay.Inventory;
using Outlay.Inventory.Resources;
using Outlay.Kernel;
using Outlay.Testing.AwsSeed;

namespace Outlay.Connectors.Tests.Aws.Inventory;

/// <summary>Scans of an organisation of two accounts, against a server of AWS's protocols.</summary>
public sealed class SeededScanTests(SeededAwsFixture aws) : IClassFixture<SeededAwsFixture>
{
    // What the server does not know; their answers are tested by ones of our own making.
    private static readonly string[] Unknown =
    [
        "ec2:DescribeReservedInstances",
        "lambda:ListProvisionedConcurrencyConfigs",
        "rds:DescribeReservedDBInstances",
        "savingsplans:DescribeSavingsPlans",
    ];

    // Hours of the week that nobody measured are no numbers.
    private static readonly JsonSerializerOptions Json = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    [Fact]
    public async Task Everything_in_both_accounts_is_found_and_nothing_is_left_unsaid()
    {
        var seeded = await aws.SeededAsync();
        var told = new List<ScanProgress>();

        var snapshot = await Scans.SnapshotAsync(
            seeded.Settings(),
            TimeSpan.FromDays(2),
            progress: new Told(told)
        );

        snapshot.Gaps.Select(g => g.Operation).Distinct().Except(Unknown).ShouldBeEmpty();
        snapshot
            .Accounts.Select(a => a.Id)
            .Order()
            .ShouldBe(new[] { seeded.OwnAccount, seeded.MemberAccount }.Order());
        snapshot.Accounts.Single(a => a.Id == seeded.MemberAccount).Name.ShouldBe("shop");
        var own = snapshot.Resources.Where(r => r.AccountId == seeded.OwnAccount).ToList();
        var machines = own.OfType<VirtualMachine>().ToList();
        machines.Count.ShouldBe(SeededAws.Machines);
        machines.Count(m => m.State == "stopped").ShouldBe(SeededAws.StoppedMachines);
        machines
            .Where(m => m.State == "stopped")
            .ShouldAllBe(m => m.StoppedSince > snapshot.Started.AddHours(-1));
        machines.ShouldAllBe(m => m.DisplayName!.EndsWith(" of the shop") && m.DiskIds.Count == 1);
        var disks = own.OfType<Disk>().ToList();
        disks.Count(d => d.AttachedTo.Count == 0).ShouldBe(SeededAws.LooseDisks);
        disks.Count(d => d.IsBoot).ShouldBe(SeededAws.Machines);
        disks.Single(d => d is { Type: "gp3", SizeGib: 200 }).Iops.ShouldBe(4000);
        own.OfType<DiskSnapshot>().Count().ShouldBeGreaterThanOrEqualTo(3);
        own.OfType<MachineImage>().ShouldContain(i => i.DisplayName == "shop-golden");
        own.OfType<Function>().Count().ShouldBe(SeededAws.Functions);
        own.OfType<Function>().ShouldAllBe(f => f.Tags["team"] == "shop");
        own.OfType<Database>().Count().ShouldBe(SeededAws.Databases);
        own.OfType<Database>().ShouldAllBe(d => d.MemoryGib == 8);
        own.OfType<DatabaseSnapshot>().Single().DatabaseId.ShouldBe("shop-0");
        own.OfType<Bucket>().Select(b => b.Id).ShouldBe(["shop-files", "shop-logs"]);
        own.OfType<Bucket>().Select(b => b.EndsUploads).ShouldBe([false, true]);
        var others = snapshot.Resources.Where(r => r.AccountId == seeded.MemberAccount).ToList();
        others
            .OfType<VirtualMachine>()
            .Count(m => m.Region == seeded.OtherRegion)
            .ShouldBe(SeededAws.MemberMachines);
        snapshot.MachineTypes.ShouldContain(t =>
            t.Name == "m7g.large" && t.Architecture == "arm64"
        );
        snapshot
            .MachineTypes.Single(t => t.Name == "t3.micro" && t.Region == seeded.Region)
            .IsBurstable.ShouldBeTrue();
        told.Count.ShouldBe(told[0].Total);
        told.Max(t => t.Resources).ShouldBe(snapshot.Resources.Count);
        var text = JsonSerializer.Serialize(snapshot, Json);
        text.ShouldNotContain("never-to-be-kept");
        JsonSerializer
            .Deserialize<Snapshot>(text, Json)!
            .Resources.Select(r => r.Name)
            .ShouldBe(snapshot.Resources.Select(r => r.Name));
    }

    [Fact]
    public async Task Networks_addresses_balancers_and_containers_say_what_they_serve()
    {
        var seeded = await aws.SeededAsync();

        var snapshot = await Scans.SnapshotAsync(seeded.Settings(), TimeSpan.FromHours(2));

        var own = snapshot.Resources.Where(r => r.AccountId == seeded.OwnAccount).ToList();
        var addresses = own.OfType<PublicAddress>().ToList();
        addresses.Count.ShouldBe(SeededAws.Addresses);
        addresses.Count(a => a.IsTargetRunning == false).ShouldBe(1);
        addresses.Count(a => a.IsTargetRunning == true).ShouldBe(1);
        var gateway = own.OfType<NatGateway>().Single();
        gateway.Routes.ShouldBe(0);
        gateway.State.ShouldBe("available");
        var endpoints = own.OfType<NetworkEndpoint>().ToList();
        endpoints.Single(e => e.IsGateway).Service.ShouldBe("s3");
        endpoints.Single(e => !e.IsGateway).Service.ShouldBe("ecr.api");
        var balancers = own.OfType<LoadBalancer>().ToDictionary(b => b.Id);
        balancers.Keys.Order().ShouldBe(["shop-net", "shop-old", "shop-web"]);
        balancers["shop-web"].TargetGroups.ShouldBe(1);
        balancers["shop-web"].Targets.ShouldBe(2);
        balancers["shop-net"].TargetGroups.ShouldBe(0);
        balancers["shop-net"].Type.ShouldBe("network");
        balancers["shop-old"].Targets.ShouldBe(1);
        balancers["shop-old"].HealthyTargets.ShouldBe(1);
        var services = own.OfType<ContainerService>().ToList();
        services.Select(s => s.DesiredTasks).Order().ShouldBe([1, 2, 3]);
        services.ShouldAllBe(s =>
            s.IsServerless
            && s.CpuUnits == 1024
            && s.MemoryMib == 4096
            && s.Architecture == "arm64"
            && s.LargestContainerMib == 2048
        );
    }

    [Fact]
    public async Task Machines_have_the_metrics_that_there_are_and_no_others()
    {
        var seeded = await aws.SeededAsync();

        var snapshot = await Scans.SnapshotAsync(seeded.Settings(), TimeSpan.FromDays(2));

        var machines = snapshot
            .Resources.OfType<VirtualMachine>()
            .ToDictionary(m => m.Id, StringComparer.Ordinal);
        var idle = machines[seeded.Measured[0]];
        var busy = machines[seeded.Measured[1]];
        var cpu = idle.Measured(MetricNames.Cpu, Statistic.Average).ShouldNotBeNull();
        cpu.Values.Count.ShouldBe(SeededAwsFixture.Hours);
        cpu.Values.Maximum.ShouldBe(1.5);
        cpu.PeriodSeconds.ShouldBe(300);
        cpu.WeekMaximum.ShouldNotBeNull();
        idle.Measured(MetricNames.Memory, Statistic.Maximum)
            .ShouldNotBeNull()
            .Values.Maximum.ShouldBe(42);
        idle.Measured(MetricNames.NetworkIn, Statistic.Sum)
            .ShouldNotBeNull()
            .Values.Sum.ShouldBe(1500.0 * SeededAwsFixture.Hours);
        idle.Measured(MetricNames.NetworkOut, Statistic.Sum)
            .ShouldNotBeNull()
            .Values.Sum.ShouldBe(1500.0 * SeededAwsFixture.Hours);
        idle.Measured(MetricNames.SurplusCredits, Statistic.Sum).ShouldBeNull();
        busy.Measured(MetricNames.Cpu, Statistic.Maximum)
            .ShouldNotBeNull()
            .Values.Maximum.ShouldBe(56);
        busy.Measured(MetricNames.Memory, Statistic.Maximum).ShouldBeNull();
        machines
            .Values.Where(m => !seeded.Measured.Contains(m.Id))
            .ShouldAllBe(m => m.Metrics.Count == 0);
        var asked = snapshot.Calls.Where(c => c.Operation == "cloudwatch:GetMetricData").ToList();
        asked.Sum(c => c.PriceUsd).ShouldBeGreaterThan(0.002m);
        asked.Sum(c => c.PriceUsd).ShouldBeLessThan(0.02m);
    }

    [Fact]
    public async Task What_a_role_may_not_read_is_named_and_all_else_is_whole()
    {
        var seeded = await aws.SeededAsync();
        string[] denied =
        [
            "ec2:DescribeVolumes",
            "ec2:DescribeSnapshots",
            "ec2:DescribeNatGateways",
            "rds:DescribeDBInstances",
            "lambda:ListFunctions",
            "ecs:DescribeTaskDefinition",
            "elasticloadbalancing:DescribeTargetHealth",
            "cloudwatch:ListMetrics",
        ];
        await using var line = new AwsStandIn(
            asked =>
                denied.Contains(asked.Name)
                    ? AwsStandIn.Refusal(
                        asked,
                        asked.Service == "ec2" ? "UnauthorizedOperation" : "AccessDeniedException",
                        $"not authorized to perform: {asked.Name}",
                        403
                    )
                    : null,
            seeded.Address
        );

        var snapshot = await Scans.SnapshotAsync(
            seeded.Settings(line.Address),
            TimeSpan.FromHours(2)
        );

        snapshot
            .Gaps.Select(g => g.Operation)
            .Distinct()
            .Except(Unknown)
            .Order()
            .ShouldBe(denied.Order());
        var gap = snapshot.Gaps.First(g => g.Operation == "lambda:ListFunctions");
        gap.Cause.ShouldContain("AccessDeniedException");
        gap.Fix.ShouldNotBeNull().ShouldContain("Allow lambda:ListFunctions");
        var own = snapshot.Resources.Where(r => r.AccountId == seeded.OwnAccount).ToList();
        own.OfType<VirtualMachine>().Count().ShouldBe(SeededAws.Machines);
        own.OfType<Disk>().ShouldBeEmpty();
        own.OfType<Database>().ShouldBeEmpty();
        own.OfType<DatabaseSnapshot>().ShouldHaveSingleItem();
        own.OfType<Function>().ShouldBeEmpty();
        own.OfType<PublicAddress>().Count().ShouldBe(SeededAws.Addresses);
        own.OfType<LoadBalancer>().Count().ShouldBe(3);
        own.OfType<LoadBalancer>()
            .Where(b => b.Type != "classic")
            .ShouldAllBe(b => b.HealthyTargets == null && b.Targets == null);
        own.OfType<ContainerService>().Count().ShouldBe(SeededAws.Services);
        own.OfType<VirtualMachine>()
            .Single(m => m.Id == seeded.Measured[0])
            .Metrics.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_account_whose_role_may_not_be_assumed_is_a_gap_and_the_others_are_read()
    {
        var seeded = await aws.SeededAsync();
        await using var line = new AwsStandIn(
            asked =>
                asked.Name == "sts:AssumeRole"
                    ? AwsStandIn.Refusal(asked, "AccessDenied", "no trust", 403)
                    : null,
            seeded.Address
        );

        var snapshot = await Scans.SnapshotAsync(
            seeded.Settings(line.Address),
            TimeSpan.FromHours(2)
        );

        var gap = snapshot.Gaps.Single(g => g.AccountId == seeded.MemberAccount);
        gap.Operation.ShouldBe("sts:AssumeRole");
        gap.Cause.ShouldContain($"arn:aws:iam::{seeded.MemberAccount}:role/OutlayReader");
        gap.Fix.ShouldNotBeNull().ShouldContain("trust policy");
        snapshot.Accounts.Select(a => a.Id).ShouldBe([seeded.OwnAccount]);
        snapshot.Resources.OfType<VirtualMachine>().Count().ShouldBe(SeededAws.Machines);
    }

    [Fact]
    public async Task All_regions_that_are_enabled_are_read_when_none_is_named()
    {
        var seeded = await aws.SeededAsync();
        var settings = seeded.Settings();
        settings.Remove("regions");
        settings["scope"] = "list";
        settings["accounts"] = seeded.MemberAccount;

        var snapshot = await Scans.SnapshotAsync(settings, TimeSpan.FromHours(2));

        var account = snapshot.Accounts.ShouldHaveSingleItem();
        account.Regions.Count.ShouldBeGreaterThan(10);
        account.Regions.ShouldContain(seeded.OtherRegion);
        snapshot.Resources.OfType<VirtualMachine>().Count().ShouldBe(SeededAws.MemberMachines);
    }

    [Fact]
    public async Task The_test_names_each_call_that_a_scan_needs()
    {
        var seeded = await aws.SeededAsync();

        var steps = new List<TestStep>();
        await foreach (
            var step in Scans
                .Collector()
                .TestAsync(
                    new SettingValues(seeded.Settings()),
                    TestContext.Current.CancellationToken
                )
        )
        {
            steps.Add(step);
        }

        steps[0].ShouldBe(new TestStep("Sign in", seeded.OwnAccount));
        steps[1].Found.ShouldBe("2 accounts");
        steps[2].Name.ShouldBe("Assume the role in shop");
        steps
            .Where(s => s.Problem is not null)
            .ShouldHaveSingleItem()
            .Name.ShouldContain("savingsplans:DescribeSavingsPlans");
        steps.ShouldContain(s =>
            s.Name == $"Call ec2:DescribeInstances in account {seeded.MemberAccount}, us-east-1"
        );
    }

    private sealed class Told(List<ScanProgress> told) : IProgress<ScanProgress>
    {
        public void Report(ScanProgress value)
        {
            lock (told)
            {
                told.Add(value);
            }
        }
    }
}
