using System.Globalization;
using System.Text.Json;
using Outlay.Connectors.Gcp.Inventory.Scan;
using Outlay.Inventory;
using Outlay.Inventory.Calls;
using Outlay.Inventory.Resources;

namespace Outlay.Connectors.Gcp.Inventory.Readers;

/// <summary>The machine types that the zones in use offer; a type of any zone stands for its region.</summary>
internal static class MachineTypes
{
    private const double MibOfGib = 1024;

    public static async Task ReadAsync(GcpPart part, IReadOnlyList<VirtualMachine> machines)
    {
        foreach (
            var zone in machines
                .Select(m => m.Zone)
                .OfType<string>()
                .Distinct()
                .Order(StringComparer.Ordinal)
        )
        {
            await part.TryAsync(
                "Machine types",
                async () =>
                {
                    await foreach (
                        var page in part.PagesAsync(
                            "compute",
                            "compute.machineTypes.list",
                            $"/compute/v1/projects/{part.Id}/zones/{zone}/machineTypes?maxResults=500",
                            part.Scan.Rest.Cancel,
                            GcpPart.RegionOf(zone)
                        )
                    )
                    {
                        part.Types.AddRange(
                            page.Items("items").Select(t => Type(t, GcpPart.RegionOf(zone)))
                        );
                    }
                },
                GcpPart.RegionOf(zone)
            );
        }

        var known = part.Types.Select(t => (t.Region, t.Name)).ToHashSet();
        part.Types.AddRange(
            machines
                .DistinctBy(m => (m.Region, m.Type))
                .Where(m => !known.Contains((m.Region, m.Type)))
                .Select(m => Custom(m.Region, m.Type))
                .OfType<MachineType>()
        );
    }

    private static MachineType Type(JsonElement item, string region)
    {
        var name = item.Text("name") ?? "";
        return new MachineType
        {
            Provider = GcpInventoryCollector.ProviderName,
            Region = region,
            Name = name,
            VCpus = item.Number("guestCpus") ?? 0,
            MemoryGib = (item.Number("memoryMb") ?? 0) / MibOfGib,
            Architecture = item.Text("architecture") == "ARM64" ? "arm64" : "x86_64",
            IsCurrent = item.Child("deprecated") is null,
            IsBurstable = item.Child("isSharedCpu")?.ValueKind == JsonValueKind.True,
            Gpus = item.Items("accelerators").Sum(a => a.Whole("guestAcceleratorCount")),
        };
    }

    // Custom types are in no list; their name has their size: n2-custom-4-8192 and custom-4-8192, with -ext for more memory.
    private static MachineType? Custom(string region, string name)
    {
        var words = name.Split('-');
        var at = Array.IndexOf(words, "custom");
        return
            at >= 0
            && words.Length > at + 2
            && int.TryParse(words[at + 1], CultureInfo.InvariantCulture, out var cpus)
            && int.TryParse(words[at + 2], CultureInfo.InvariantCulture, out var mib)
            ? new MachineType
            {
                Provider = GcpInventoryCollector.ProviderName,
                Region = region,
                Name = name,
                VCpus = cpus,
                MemoryGib = mib / MibOfGib,
                Architecture = "x86_64",
            }
            : null;
    }
}
