using System.Text.Json;
using Outlay.Connectors.Azure.Inventory.Scan;
using Outlay.Inventory;
using Outlay.Inventory.Calls;

namespace Outlay.Connectors.Azure.Inventory.Readers;

/// <summary>The sizes of machines that a region offers to a subscription.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/compute/resource-skus/list: capabilities are names and texts.</remarks>
internal static class MachineSizes
{
    private const string Kind = "Microsoft.Compute/skus";

    /// <summary>Reads the sizes of a region.</summary>
    public static Task ReadAsync(AzurePart part, string region) =>
        part.TryAsync(
            "Sizes of virtual machines",
            async () =>
            {
                var filter = Uri.EscapeDataString($"location eq '{region}'");
                await foreach (
                    var item in part.ListAsync(
                        $"/providers/{Kind}?api-version=2021-07-01&$filter={filter}",
                        $"{Kind}/read",
                        part.Scan.Rest.Cancel
                    )
                )
                {
                    if (
                        item.Text("resourceType") == "virtualMachines"
                        && Size(item, region) is { } size
                    )
                    {
                        part.Types.Add(size);
                    }
                }
            },
            region
        );

    private static MachineType? Size(JsonElement item, string region)
    {
        var can = item.Items("capabilities")
            .GroupBy(c => c.Text("name") ?? "", StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        double? Number(string name) =>
            can.TryGetValue(name, out var value) ? value.Number("value") : null;
        return
            item.Text("name") is { } name
            && (Number("vCPUsAvailable") ?? Number("vCPUs")) is { } cpus
            && Number("MemoryGB") is { } memory
            ? new MachineType
            {
                Provider = AzureInventoryCollector.ProviderName,
                Region = region,
                Name = name,
                VCpus = cpus,
                MemoryGib = memory,
                Architecture =
                    can.TryGetValue("CpuArchitectureType", out var kind)
                    && kind.Text("value") == "Arm64"
                        ? "arm64"
                        : "x86_64",
                // What may not be had is known for its size, and never proposed.
                IsCurrent = !item.Items("restrictions").Any(r => r.Text("type") == "Location"),
                IsBurstable = name.StartsWith("Standard_B", StringComparison.Ordinal),
                Gpus = (int)(Number("GPUs") ?? 0),
                LocalStorageGb = (Number("MaxResourceVolumeMB") ?? 0) / 1024,
                DiskIops = Number("UncachedDiskIOPS"),
                DiskMbps = Number("UncachedDiskBytesPerSecond") / 1e6,
            }
            : null;
    }
}
