using System.Text.Json;
using Outlay.Connectors.Gcp.Inventory.Scan;
using Outlay.Inventory.Calls;
using Outlay.Inventory.Resources;

namespace Outlay.Connectors.Gcp.Inventory.Readers;

/// <summary>Compute Engine instances.</summary>
/// <remarks>https://cloud.google.com/compute/docs/reference/rest/v1/instances: TERMINATED is stopped and may be started again.</remarks>
internal static class Machines
{
    /// <summary>The machines; null when they could not be read.</summary>
    public static async Task<IReadOnlyList<VirtualMachine>?> ReadAsync(GcpPart part)
    {
        const string Subject = "Instances";
        var machines = new List<VirtualMachine>();
        var read = await part.TryAsync(
            Subject,
            async () =>
            {
                await foreach (
                    var item in part.AggregatedAsync("instances", Subject, part.Scan.Rest.Cancel)
                )
                {
                    machines.Add(Machine(part, item));
                }
            }
        );
        part.Found.AddRange(machines);
        return read ? machines : null;
    }

    private static VirtualMachine Machine(GcpPart part, JsonElement item)
    {
        var name = GcpPart.FullName(item);
        var state = State(item.Text("status"));
        var scheduling = item.Child("scheduling") ?? default;
        var disks = item.Items("disks").ToList();
        return new VirtualMachine
        {
            Provider = GcpInventoryCollector.ProviderName,
            AccountId = part.Id,
            Region = GcpPart.Region(item),
            Zone = GcpPart.Zone(item),
            Id = name,
            Name = name,
            Aliases = GcpPart.Aliases(item),
            DisplayName = item.Text("name"),
            CreatedAt = RestTime.Parse(item.Text("creationTimestamp")),
            Tags = item.Labels("labels"),
            Type = GcpPart.Last(item.Text("machineType") ?? ""),
            State = state,
            StoppedSince =
                state == "stopped" ? RestTime.Parse(item.Text("lastStopTimestamp")) : null,
            StartedAt = RestTime.Parse(item.Text("lastStartTimestamp")),
            OperatingSystem = OperatingSystem(disks),
            IsSpot =
                scheduling.Text("provisioningModel") == "SPOT"
                || scheduling.Child("preemptible")?.ValueKind == JsonValueKind.True,
            Tenancy = scheduling.Items("nodeAffinities").Any() ? "host" : "default",
            ManagedBy = Manager(item),
            DiskIds =
            [
                .. disks.Select(d => d.Text("source")).OfType<string>().Select(GcpPart.FullName),
            ],
            PublicAddresses =
            [
                .. item.Items("networkInterfaces")
                    .SelectMany(n => n.Items("accessConfigs"))
                    .Select(a => a.Text("natIP"))
                    .OfType<string>(),
            ],
        };
    }

    private static string State(string? status) =>
        status switch
        {
            "RUNNING" => "running",
            "TERMINATED" => "stopped",
            { } word => word.ToLowerInvariant(),
            null => "unknown",
        };

    // Licences of the root disk tell what is paid on top of the machine.
    private static string OperatingSystem(IEnumerable<JsonElement> disks)
    {
        var licences = disks.SelectMany(d => d.Texts("licenses")).ToList();
        bool Has(string word) => licences.Any(l => l.Contains(word, StringComparison.Ordinal));
        return Has("windows") && !Has("byol") ? "windows"
            : Has("windows") ? "windows-own-licence"
            : Has("rhel") && !Has("byos") ? "rhel"
            : Has("sles") && !Has("byos") ? "suse"
            : "linux";
    }

    // The group that makes an instance writes itself into its metadata.
    private static string? Manager(JsonElement item) =>
        item.Child("metadata")
            ?.Items("items")
            .FirstOrDefault(i => i.Text("key") == "created-by")
            .Text("value")
            is { } group
            ? GcpPart.Last(group)
            : null;
}
