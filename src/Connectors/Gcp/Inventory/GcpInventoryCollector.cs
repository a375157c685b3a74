using System.Runtime.CompilerServices;
using Outlay.Connectors.Gcp.Inventory.Measures;
using Outlay.Connectors.Gcp.Inventory.Readers;
using Outlay.Connectors.Gcp.Inventory.Scan;
using Outlay.Inventory;
using Outlay.Inventory.Calls;
using Outlay.Kernel;

namespace Outlay.Connectors.Gcp.Inventory;

/// <summary>Reads Google Cloud projects: Compute Engine's instances, disks, snapshots and addresses, and Cloud Monitoring's metrics of instances.</summary>
internal sealed class GcpInventoryCollector(TimeProvider time) : IInventoryCollector
{
    /// <summary>The provider as FOCUS data has it.</summary>
    public const string ProviderName = "Google Cloud";

    public string Kind => "gcp";

    public string Title => "Google Cloud projects";

    public string Provider => ProviderName;

    public string Summary =>
        "Reads instances, disks, snapshots and static addresses of Google Cloud projects, how busy the instances are, and when committed use ends. Google charges for reading metrics beyond a monthly free amount; a scan reads ten series an instance. Memory is only known where the Ops Agent runs.";

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
        return await RestAccounts.CollectAsync(
            scan.Rest,
            ProviderName,
            parts,
            ReadAsync,
            progress,
            time,
            None
        );
    }

    private static Problem None { get; } =
        new(
            ProblemKind.Forbidden,
            "The identity may see no project.",
            "Give it the roles Browser, Compute Viewer and Monitoring Viewer in the projects to scan."
        );

    private static async Task ReadAsync(GcpPart part)
    {
        var machines = await Machines.ReadAsync(part);
        await Disks.ReadAsync(part);
        await Addresses.ReadAsync(part, machines);
        await Commitments.ReadAsync(part);
        await MachineTypes.ReadAsync(part, machines ?? []);
        await MetricReader.MeasureAsync(part);
    }
}
