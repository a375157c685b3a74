using Microsoft.Extensions.DependencyInjection;
using Outlay.Connections.Tests.Aws;
using Outlay.Inventory;
using Outlay.Inventory.Resources;
using Outlay.Inventory.Snapshots;
using Outlay.Kernel;
using Outlay.Optimization;
using Outlay.Optimization.Analysis;
using Outlay.Optimization.Findings;
using Outlay.Optimization.Scans;
using Outlay.Testing;
using Outlay.Testing.AwsSeed;

namespace Outlay.Scans.Tests;

/// <summary>An organisation in an emulated AWS, scanned and judged: what was planted is found, and nothing healthy.</summary>
public sealed class MotoScanTests(MotoFixture aws) : IDisposable
{
    private const int Hours = 48;
    private readonly OutlayWorld _world = new(services =>
        services.AddSingleton(TimeProvider.System).AddOptimization()
    );

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private FindingBook Book => _world.Get<FindingBook>();

    [Fact]
    public async Task Every_planted_waste_is_found_and_nothing_healthy()
    {
        var seeded = await AwsSeeder.FillAsync(aws.Address, TimeProvider.System.GetUtcNow(), Hours);
        var scans = _world.Get<ScanBook>();
        var source = scans.Create(
            new ScanSourceDraft
            {
                Name = "AWS",
                Kind = "aws",
                // The points of the emulated machines are an hour apart.
                Settings = new SettingValues(
                    new Dictionary<string, string>(seeded.Settings()) { ["fine-machines"] = "0" }
                ),
                WindowDays = 2,
            }
        );
        source.IsOk.ShouldBeTrue(source.Problem?.ToString());

        var scan = await scans.RunAsync(source.Value.Id, null, Token);
        scan.Value.State.ShouldBeOneOf(ScanState.Succeeded, ScanState.Partial);
        var snapshot = Aged(source.Value.Id);
        // The disks of the emulated machines are small.
        Book.Set(Book.Settings with { LeastSaving = 0.1m }).IsOk.ShouldBeTrue();
        (await _world.Get<OptimizationAnalysis>().RunAsync(Token)).Value.ShouldBeTrue();

        Book.LastAnalysis!.Problems.ShouldBeEmpty();
        var found = Book.Each(new FindingQuery()).ToLookup(f => f.Recommendation.Rule);
        var disks = snapshot.Resources.OfType<Disk>().Where(d => d.AttachedTo.Count == 0);
        Names(found["unattached-disk"]).ShouldBe(disks.Select(d => d.Name), ignoreOrder: true);
        Names(found["stopped-machine"]).Count.ShouldBe(SeededAws.StoppedMachines);
        Names(found["idle-address"])
            .ShouldBe(
                snapshot
                    .Resources.OfType<PublicAddress>()
                    .Where(a => a.BoundTo is null || a.IsTargetRunning == false)
                    .Select(a => a.Name),
                ignoreOrder: true
            );
        found["idle-address"].Count().ShouldBeInRange(1, SeededAws.Addresses - 1);
        Names(found["idle-machine"]).ShouldHaveSingleItem().ShouldEndWith(seeded.Measured[0]);
        Names(found["idle-load-balancer"]).ShouldHaveSingleItem().ShouldContain("shop-net");
        Names(found["rightsize-machine"]).ShouldAllBe(n => seeded.Measured.Any(m => n.EndsWith(m)));
        // The emulated image is of Windows, whose licence makes the step from m4 too small to show.
        Names(found["previous-generation"])
            .ShouldBe(
                snapshot
                    .Resources.OfType<VirtualMachine>()
                    .Where(m => m.Type == "t2.medium")
                    .Select(m => m.Name),
                ignoreOrder: true
            );
        found["idle-database"].ShouldBeEmpty();
        // No route leads to the one that there is.
        found["idle-nat-gateway"].ShouldHaveSingleItem();
        Book.Unjudged(null).ShouldContain(u => u.Rule == "idle-database");
        Book.Totals().Sum(t => t.Sum.Net).ShouldBeLessThan(Book.Totals().Sum(t => t.Sum.Gross));
    }

    public void Dispose() => _world.Dispose();

    private static List<string> Names(IEnumerable<Finding> findings) =>
        [.. findings.Select(f => f.Recommendation.Subject.Name)];

    // All that an emulator holds is new; the same snapshot with everything 60 days older is judged as a company's would be.
    private Snapshot Aged(long source)
    {
        var folder = _world.Get<SnapshotFolder>();
        var fresh = folder.Latest(source).Value.ShouldNotBeNull();
        var old = fresh with
        {
            Started = fresh.Started.AddSeconds(1),
            Resources = [.. fresh.Resources.Select(Older)],
        };
        folder.Save(source, old);
        return old;
    }

    private static Resource Older(Resource resource) =>
        (resource with { CreatedAt = resource.CreatedAt?.AddDays(-60) }) switch
        {
            VirtualMachine machine => machine with
            {
                StoppedSince = machine.StoppedSince?.AddDays(-60),
            },
            var other => other,
        };
}
