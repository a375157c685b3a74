using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Outlay.Connectors.Azure.Inventory.Measures;
using Outlay.Connectors.Azure.Inventory.Readers;
using Outlay.Connectors.Azure.Inventory.Scan;
using Outlay.Inventory;
using Outlay.Kernel;

namespace Outlay.Connectors.Azure.Inventory;

/// <summary>Reads Azure subscriptions: virtual machines, disks, snapshots and public addresses, and Azure Monitor's metrics of machines.</summary>
internal sealed class AzureInventoryCollector(TimeProvider time) : IInventoryCollector
{
    /// <summary>The provider as FOCUS data has it.</summary>
    public const string ProviderName = "Microsoft";

    private const int AtOnce = 4;

    public string Kind => "azure";

    public string Title => "Azure subscriptions";

    public string Provider => ProviderName;

    public string Summary =>
        "Reads virtual machines, disks, snapshots and public addresses of Azure subscriptions, and how busy the machines are. Machines of scale sets in uniform mode are not among them. Azure gives a million metric calls a month free; a scan makes a few for fifty machines.";

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
        using var scan = new AzureScan(settings, TimeSpan.FromHours(1), time, cancellationToken);
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
        using var scan = new AzureScan(settings, window, time, cancellationToken);
        var signedIn = await scan.SignInAsync();
        if (!signedIn.IsOk)
        {
            return signedIn.Problem;
        }

        var parts = (await Subscriptions.FindAsync(scan))
            .Select(s => new AzurePart(scan, s.Id, s.Name))
            .ToList();
        var resources = await ReadAsync(scan, parts, progress);
        return parts.Count > 0 && (scan.Rest.Gaps.HasWorked || resources.Count > 0)
            ? SnapshotOf(scan, parts, resources)
            : Nothing(scan);
    }

    private static async Task<IReadOnlyList<Resource>> ReadAsync(
        AzureScan scan,
        List<AzurePart> parts,
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
                await ReadAsync(part);
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

    private static async Task ReadAsync(AzurePart part)
    {
        var machines = await Machines.ReadAsync(part);
        await Disks.ReadAsync(part);
        await Addresses.ReadAsync(part, machines);
        foreach (
            var region in (machines ?? [])
                .Select(m => m.Region)
                .Distinct()
                .Order(StringComparer.Ordinal)
                .ToList()
        )
        {
            await MachineSizes.ReadAsync(part, region);
            await new MetricReader(part, region).MeasureAsync();
        }
    }

    private Snapshot SnapshotOf(
        AzureScan scan,
        List<AzurePart> parts,
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
            // Subscriptions may be offered different sizes of a region; what one may have, all are shown.
            MachineTypes =
            [
                .. parts
                    .SelectMany(p => p.Types)
                    .GroupBy(t => (t.Region, t.Name))
                    .OrderBy(g => g.Key.Region, StringComparer.Ordinal)
                    .ThenBy(g => g.Key.Name, StringComparer.Ordinal)
                    .Select(g => g.OrderByDescending(t => t.IsCurrent).First()),
            ],
            Gaps = scan.Rest.Gaps.All,
            Calls = scan.Rest.Wire.Ledger.All,
        };

    private static Problem Nothing(AzureScan scan) =>
        scan.Rest.Gaps.Commonest is { } gap
            ? new(
                ProblemKind.Forbidden,
                $"Nothing could be read; {gap.Operation}: {gap.Cause}",
                gap.Fix
            )
            : new(
                ProblemKind.Forbidden,
                "The identity may see no subscription.",
                "Give it the role Reader on the subscriptions to scan; a new role takes some minutes to count."
            );
}
