using System.Runtime.CompilerServices;
using Outlay.Connectors.Azure.Inventory.Measures;
using Outlay.Connectors.Azure.Inventory.Readers;
using Outlay.Connectors.Azure.Inventory.Scan;
using Outlay.Inventory;
using Outlay.Inventory.Calls;
using Outlay.Kernel;

namespace Outlay.Connectors.Azure.Inventory;

/// <summary>Reads Azure subscriptions: virtual machines, disks, snapshots and public addresses, and Azure Monitor's metrics of machines.</summary>
internal sealed class AzureInventoryCollector(TimeProvider time) : IInventoryCollector
{
    /// <summary>The provider as FOCUS data has it.</summary>
    public const string ProviderName = "Microsoft";

    public string Kind => "azure";

    public string Title => "Azure subscriptions";

    public string Provider => ProviderName;

    public string Summary =>
        "Reads virtual machines, disks, snapshots and public addresses of Azure subscriptions, how busy the machines are, and when reservations and savings plans end. Machines of scale sets in uniform mode are not among them. Azure gives a million metric calls a month free; a scan makes a few for fifty machines.";

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
        return await RestAccounts.CollectAsync(
            scan.Rest,
            ProviderName,
            parts,
            part => ReadAsync(part, part == parts[0]),
            progress,
            time,
            None
        );
    }

    private static Problem None { get; } =
        new(
            ProblemKind.Forbidden,
            "The identity may see no subscription.",
            "Give it the role Reader on the subscriptions to scan; a new role takes some minutes to count."
        );

    private static async Task ReadAsync(AzurePart part, bool isFirst)
    {
        if (isFirst)
        {
            await Commitments.ReadAsync(part);
        }

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
}
