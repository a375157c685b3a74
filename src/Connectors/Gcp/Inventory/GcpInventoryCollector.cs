using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Outlay.Connectors.Gcp.Inventory.Measures;
using Outlay.Connectors.Gcp.Inventory.Readers;
using Outlay.Connectors.Gcp.Inventory.Scan;
using Outlay.Inventory;
using Outlay.Kernel;

namespace Outlay.Connectors.Gcp.Inventory;

/// <summary>Reads Google Cloud projects: Compute Engine's instances, disks, snapshots and addresses, and Cloud Monitoring's metrics of instances.</summary>
internal sealed class GcpInventoryCollector(TimeProvider time) : IInventoryCollector
{
    /// <summary>The provider as FOCUS data has it.</summary>
    public const string ProviderName = "Google Cloud";

    private const int AtOnce = 4;

    public string Kind => "gcp";

    public string Title => "Google Cloud projects";

    public string Provider => ProviderName;

    public string Summary =>
        "Reads instances, disks, snapshots and static addresses of Google Cloud projects, and how busy the instances are. Google charges for reading metrics beyond a monthly free amount; a scan reads ten series an instance. Memory is only known where the Ops Agent runs.";

    public IReadOnlyList<SettingField> Fields => InventoryFields.All;

    public IReadOnlyList<Problem> Check(SettingValues settings) =>
        [.. InventoryFields.Check(settings)];

    public IReadOnlyList<SetupSnippet> Snippets(SettingValues settings) =>
        InventorySnippets.Of(settings);

    public async IAsyncEnumerable<TestStep> TestAsync(
        SettingValues settings,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var scan = new GcpScan(settings, TimeSpan.FromHours(1), time, cancellationToken);
        await foreach (var step in new InventoryTest(scan).RunAsync())
        {
            yield return step;
        }
    }

    public async Task<Result<Snapshot>> CollectAsync(
        SettingValues settings,
        TimeSpan window,
        IProgress<ScanProgress> progress,
        CancellationToken cancellationToken
    )
    {
        using var scan = new GcpScan(settings, window, time, cancellationToken);
        var signedIn = await scan.SignInAsync();
        if (!signedIn.IsOk)
        {
            return signedIn.Problem;
        }

        var parts = (await Projects.FindAsync(scan))
            .Select(p => new GcpPart(scan, p.Id, p.Name))
            .ToList();
        var resources = await ReadAsync(scan, parts, progress);
        return parts.Count > 0 && scan.Rest.Gaps.HasWorked
            ? SnapshotOf(scan, parts, resources)
            : Nothing(scan);
    }

    private static async Task<IReadOnlyList<Resource>> ReadAsync(
        GcpScan scan,
        List<GcpPart> parts,
        IProgress<ScanProgress> progress
    )
    {
        var found = new ConcurrentBag<Resource>();
        var done = 0;
        await Parallel.ForEachAsync(
            parts,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = AtOnce,
                CancellationToken = scan.Rest.Cancel,
            },
            async (part, _) =>
            {
                var machines = await Machines.ReadAsync(part);
                await Disks.ReadAsync(part);
                await Addresses.ReadAsync(part, machines);
                await MachineTypes.ReadAsync(part, machines ?? []);
                await MetricReader.MeasureAsync(part);
                part.Found.ForEach(found.Add);
                progress.Report(
                    new ScanProgress(
                        Interlocked.Increment(ref done),
                        parts.Count,
                        found.Count,
                        scan.Rest.Wire.Ledger.Total,
                        part.Name ?? part.Id
                    )
                );
            }
        );
        return
        [
            .. found
                .OrderBy(r => r.AccountId, StringComparer.Ordinal)
                .ThenBy(r => r.Region, StringComparer.Ordinal)
                .ThenBy(r => r.Name, StringComparer.Ordinal),
        ];
    }

    private Snapshot SnapshotOf(
        GcpScan scan,
        List<GcpPart> parts,
        IReadOnlyList<Resource> resources
    ) =>
        new()
        {
            Provider = ProviderName,
            Started = scan.Rest.Started,
            Finished = time.GetUtcNow(),
            MeasuredFrom = scan.Rest.Window.From,
            Accounts =
            [
                .. parts.Select(p => new ScannedAccount(
                    p.Id,
                    p.Name,
                    [.. p.Found.Select(r => r.Region).Distinct().Order(StringComparer.Ordinal)]
                )),
            ],
            Resources = resources,
            MachineTypes =
            [
                .. parts
                    .SelectMany(p => p.Types)
                    .GroupBy(t => (t.Region, t.Name))
                    .OrderBy(g => g.Key.Region, StringComparer.Ordinal)
                    .ThenBy(g => g.Key.Name, StringComparer.Ordinal)
                    .Select(g => g.First()),
            ],
            Gaps = scan.Rest.Gaps.All,
            Calls = scan.Rest.Wire.Ledger.All,
        };

    private static Problem Nothing(GcpScan scan) =>
        scan.Rest.Gaps.Commonest is { } gap
            ? new(
                ProblemKind.Forbidden,
                $"Nothing could be read; {gap.Operation}: {gap.Cause}",
                gap.Fix
            )
            : new(
                ProblemKind.Forbidden,
                "The identity may see no project.",
                "Give it the roles Browser, Compute Viewer and Monitoring Viewer in the projects to scan."
            );
}
