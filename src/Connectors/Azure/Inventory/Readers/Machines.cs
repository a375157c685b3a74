using System.Text.Json;
using Outlay.Connectors.Azure.Inventory.Scan;
using Outlay.Inventory.Calls;
using Outlay.Inventory.Resources;

namespace Outlay.Connectors.Azure.Inventory.Readers;

/// <summary>Virtual machines. Those of scale sets in uniform mode are no resources of their own and are not read.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/compute/virtual-machines/list-all: their state is told by a list of its own.</remarks>
internal static class Machines
{
    public const string Kind = "Microsoft.Compute/virtualMachines";
    public const string Version = "api-version=2024-07-01";

    /// <summary>The machines; null when they could not be read.</summary>
    public static async Task<IReadOnlyList<VirtualMachine>?> ReadAsync(AzurePart part)
    {
        var states = new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase);
        var machines = new List<VirtualMachine>();
        var read = await part.TryAsync(
            "Virtual machines",
            async () =>
            {
                var cancel = part.Scan.Rest.Cancel;
                await foreach (
                    var item in part.AllAsync(Kind, $"{Version}&statusOnly=true", cancel)
                )
                {
                    states[item.Text("id") ?? ""] = item;
                }

                await foreach (var item in part.AllAsync(Kind, Version, cancel))
                {
                    machines.Add(Machine(part, item, states));
                }
            }
        );
        part.Found.AddRange(machines);
        return read ? machines : null;
    }

    private static VirtualMachine Machine(
        AzurePart part,
        JsonElement item,
        Dictionary<string, JsonElement> states
    )
    {
        var id = item.Text("id") ?? "";
        var own = item.Child("properties") ?? default;
        var storage = own.Child("storageProfile") ?? default;
        var root = storage.Child("osDisk") ?? default;
        var (state, since) = State(states.GetValueOrDefault(id));
        return new VirtualMachine
        {
            Provider = AzureInventoryCollector.ProviderName,
            AccountId = part.Id,
            Region = AzurePart.Region(item),
            Id = ArmId.Plain(id),
            Name = ArmId.Plain(id),
            DisplayName = item.Text("name"),
            Zone = item.Texts("zones").FirstOrDefault(),
            CreatedAt = RestTime.Parse(own.Text("timeCreated")),
            Tags = item.Labels("tags"),
            Type = own.Child("hardwareProfile")?.Text("vmSize") ?? "",
            State = state,
            StoppedSince = state == "stopped" ? since : null,
            OperatingSystem = OperatingSystem(own, storage, root),
            IsSpot = own.Text("priority") is "Spot" or "Low",
            Tenancy =
                own.Child("host") is not null || own.Child("hostGroup") is not null
                    ? "host"
                    : "default",
            ManagedBy = Manager(item, own),
            HasLocalRoot = root.Child("diffDiskSettings")?.Text("option") == "Local",
            DiskIds =
            [
                .. storage
                    .Items("dataDisks")
                    .Prepend(root)
                    .Select(d => d.Child("managedDisk")?.Text("id"))
                    .OfType<string>()
                    .Select(ArmId.Plain),
            ],
        };
    }

    // A machine that was shut down from within still holds its place and is paid for; only deallocation ends that. The last change of a
    // deallocated machine is not before its deallocation, so that it has been stopped at least since then.
    private static (string State, DateTimeOffset? Since) State(JsonElement states)
    {
        var all =
            states.Child("properties")?.Child("instanceView")?.Items("statuses").ToList() ?? [];
        var power = all.Select(s => s.Text("code"))
            .FirstOrDefault(c =>
                c?.StartsWith("PowerState/", StringComparison.OrdinalIgnoreCase) == true
            );
        var changed = all.Select(s => RestTime.Parse(s.Text("time"))).Max();
        return power?.Split('/')[1].ToLowerInvariant() switch
        {
            "deallocated" => ("stopped", changed),
            "stopped" => (StoppedAllocated, null),
            { } word => (word, null),
            null => ("unknown", null),
        };
    }

    /// <summary>Shut down and still paid for.</summary>
    private const string StoppedAllocated = "stopped-allocated";

    // With a licence of one's own Azure charges for the machine alone.
    private static string OperatingSystem(JsonElement own, JsonElement storage, JsonElement root)
    {
        var licence = own.Text("licenseType") ?? "";
        var publisher = storage.Child("imageReference")?.Text("publisher") ?? "";
        return root.Text("osType") == "Windows"
            ? licence.StartsWith("Windows", StringComparison.OrdinalIgnoreCase)
                ? "windows-own-licence"
                : "windows"
            : licence.EndsWith("BYOS", StringComparison.OrdinalIgnoreCase)
                ? "linux"
                : publisher.Equals("RedHat", StringComparison.OrdinalIgnoreCase)
                    ? "rhel"
                    : publisher.Equals("SUSE", StringComparison.OrdinalIgnoreCase)
                        ? "suse"
                        : "linux";
    }

    private static string? Manager(JsonElement item, JsonElement own) =>
        (own.Child("virtualMachineScaleSet")?.Text("id") ?? item.Text("managedBy")) is { } id
            ? ArmId.Last(id)
            : item.Labels("tags").GetValueOrDefault("aks-managed-poolName");
}
