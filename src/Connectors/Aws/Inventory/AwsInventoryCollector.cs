using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Outlay.Connectors.Aws.Exports;
using Outlay.Connectors.Aws.Inventory.Measures;
using Outlay.Connectors.Aws.Inventory.Readers;
using Outlay.Connectors.Aws.Inventory.Scan;
using Outlay.Inventory;
using Outlay.Kernel;

namespace Outlay.Connectors.Aws.Inventory;

/// <summary>Reads AWS accounts: all regions, one family of resources after the other, and CloudWatch's metrics of them.</summary>
internal sealed class AwsInventoryCollector(TimeProvider time) : IInventoryCollector
{
    /// <summary>The provider as FOCUS data has it.</summary>
    public const string ProviderName = "AWS";

    private const int AtOnce = 8;

    private static readonly IAwsReader[] Readers =
    [
        new MachineReader(),
        new NetworkReader(),
        new LoadBalancerReader(),
        new DatabaseReader(),
        new FunctionReader(),
        new ContainerReader(),
        new BucketReader(),
        new ReservationReader(),
        new SavingsPlanReader(),
    ];

    public string Kind => "aws";

    public string Title => "AWS accounts";

    public string Provider => ProviderName;

    public string Summary =>
        "Reads machines, disks, addresses, networks, databases, functions, containers, buckets and commitments of AWS accounts, and how busy they are. Only CloudWatch charges for it: $0.01 for 1,000 metrics.";

    public IReadOnlyList<SettingField> Fields => InventoryFields.All;

    public IReadOnlyList<Problem> Check(SettingValues settings) =>
        [.. AwsRules.Check(settings), .. InventoryFields.Check(settings)];

    public IReadOnlyList<SetupSnippet> Snippets(SettingValues settings) =>
        InventorySnippets.Of(settings);

    public async IAsyncEnumerable<TestStep> TestAsync(
        SettingValues settings,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var scan = new AwsScan(settings, TimeSpan.FromHours(1), time, cancellationToken);
        using var line = Line();
        await foreach (var step in new InventoryTest(scan, line).RunAsync())
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
        using var scan = new AwsScan(settings, window, time, cancellationToken);
        using var line = Line();
        var finder = new AccountFinder(scan, line);
        var own = await finder.OwnAsync();
        if (!own.IsOk)
        {
            return own.Problem;
        }

        var accounts = await finder.AllAsync(own.Value);
        var places = await PlacesAsync(scan, accounts);
        var resources = await ReadAsync(scan, places, progress);
        return scan.Gaps.HasWorked
            ? await SnapshotAsync(scan, accounts, places, resources)
            : Nothing(scan);
    }

    private static SocketsHttpHandler Line() =>
        new() { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };

    private static async Task<IReadOnlyList<AwsPlace>> PlacesAsync(
        AwsScan scan,
        IReadOnlyList<AwsAccount> accounts
    )
    {
        var places = new ConcurrentBag<AwsPlace>();
        await Parallel.ForEachAsync(
            accounts,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = AtOnce,
                CancellationToken = scan.Cancel,
            },
            async (account, _) =>
            {
                foreach (var region in await RegionFinder.FindAsync(scan, account))
                {
                    places.Add(new AwsPlace(scan, account, region));
                }
            }
        );
        return
        [
            .. places
                .OrderBy(p => p.Account.Id, StringComparer.Ordinal)
                .ThenBy(p => p.Region, StringComparer.Ordinal),
        ];
    }

    private static async Task<IReadOnlyList<Resource>> ReadAsync(
        AwsScan scan,
        IReadOnlyList<AwsPlace> places,
        IProgress<ScanProgress> progress
    )
    {
        var parts = Parts(places);
        var found = new ConcurrentBag<Resource>();
        var done = 0;
        await Parallel.ForEachAsync(
            parts,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = AtOnce,
                CancellationToken = scan.Cancel,
            },
            async (next, _) =>
            {
                var (reader, place) = next;
                var part = new AwsPart(scan, place);
                await reader.ReadAsync(part);
                await MetricReader.MeasureAsync(part);
                part.Found.ForEach(found.Add);
                progress.Report(
                    new ScanProgress(
                        Interlocked.Increment(ref done),
                        parts.Count,
                        found.Count,
                        scan.Wire.Ledger.Total,
                        $"{reader.Title} of {place.Account.Name ?? place.Account.Id} in {place.Region}"
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

    // What an account has only once is read with the first of its regions.
    private static IReadOnlyList<(IAwsReader Reader, AwsPlace Place)> Parts(
        IReadOnlyList<AwsPlace> places
    ) =>
        [
            .. places.SelectMany(p => Readers.Where(r => !r.IsGlobal).Select(r => (r, p))),
            .. places
                .GroupBy(p => p.Account.Id, StringComparer.Ordinal)
                .SelectMany(a => Readers.Where(r => r.IsGlobal).Select(r => (r, a.First()))),
        ];

    private async Task<Result<Snapshot>> SnapshotAsync(
        AwsScan scan,
        IReadOnlyList<AwsAccount> accounts,
        IReadOnlyList<AwsPlace> places,
        IReadOnlyList<Resource> resources
    )
    {
        // Regions offer the same types to every account, so that one account's word is enough.
        var types = new Dictionary<(string, string), MachineType>();
        foreach (var place in places)
        {
            foreach (var type in await place.AskedTypesAsync())
            {
                types[(type.Region, type.Name)] = type;
            }
        }

        return new Snapshot
        {
            Provider = ProviderName,
            Started = scan.Started,
            Finished = time.GetUtcNow(),
            MeasuredFrom = scan.Window.From,
            Accounts =
            [
                .. accounts.Select(a => new ScannedAccount(
                    a.Id,
                    a.Name,
                    [.. places.Where(p => p.Account.Id == a.Id).Select(p => p.Region)]
                )),
            ],
            Resources = resources,
            MachineTypes =
            [
                .. types
                    .OrderBy(t => t.Key.Item1, StringComparer.Ordinal)
                    .ThenBy(t => t.Key.Item2, StringComparer.Ordinal)
                    .Select(t => t.Value),
            ],
            Gaps = scan.Gaps.All,
            Calls = scan.Wire.Ledger.All,
        };
    }

    private static Problem Nothing(AwsScan scan)
    {
        var gap = scan.Gaps.Commonest;
        return new Problem(
            ProblemKind.Forbidden,
            gap is null
                ? "The settings name no account that could be read."
                : $"Nothing could be read; {gap.Operation} in account {gap.AccountId}: {gap.Cause}",
            gap?.Fix ?? "List the accounts, or scan the one that is signed in to."
        );
    }
}
