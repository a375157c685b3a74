using System.Text.Json;
using Outlay.Connectors.Azure.Inventory.Scan;
using Outlay.Inventory.Calls;
using Outlay.Inventory.Resources;

namespace Outlay.Connectors.Azure.Inventory.Readers;

/// <summary>Public addresses, and through the network interfaces what they are bound to.</summary>
internal static class Addresses
{
    public const string Kind = "Microsoft.Network/publicIPAddresses";
    public const string Version = "api-version=2024-05-01";
    public const string InterfaceKind = "Microsoft.Network/networkInterfaces";
    private const string Configurations = "ipConfigurations";

    /// <param name="part">The subscription.</param>
    /// <param name="machines">The machines; null when they could not be read.</param>
    public static async Task ReadAsync(AzurePart part, IReadOnlyList<VirtualMachine>? machines)
    {
        var interfaces = new Dictionary<string, string?>(StringComparer.Ordinal);
        var read = await part.TryAsync(
            "Network interfaces",
            async () =>
            {
                await foreach (
                    var item in part.AllAsync(InterfaceKind, Version, part.Scan.Rest.Cancel)
                )
                {
                    var own = item.Child("properties") ?? default;
                    interfaces[ArmId.Plain(item.Text("id") ?? "")] = (
                        own.Child("virtualMachine")?.Text("id")
                        ?? own.Child("privateEndpoint")?.Text("id")
                    )
                        is { } owner
                        ? ArmId.Plain(owner)
                        : null;
                }
            }
        );
        await part.TryAsync(
            "Public addresses",
            async () =>
            {
                await foreach (var item in part.AllAsync(Kind, Version, part.Scan.Rest.Cancel))
                {
                    if (Address(part, item, read ? interfaces : null, machines) is { } address)
                    {
                        part.Found.Add(address);
                    }
                }
            }
        );
    }

    private static PublicAddress? Address(
        AzurePart part,
        JsonElement item,
        Dictionary<string, string?>? interfaces,
        IReadOnlyList<VirtualMachine>? machines
    )
    {
        var id = ArmId.Plain(item.Text("id") ?? "");
        var own = item.Child("properties") ?? default;
        var holder = (own.Child("ipConfiguration") ?? own.Child("natGateway"))?.Text("id");
        if (holder is null && own.Text("ipAddress") is null)
        {
            // A dynamic address that is bound to nothing has no number and costs nothing.
            return null;
        }

        var (bound, runs) = Target(holder, interfaces, machines);
        return new PublicAddress
        {
            Provider = AzureInventoryCollector.ProviderName,
            AccountId = part.Id,
            Region = AzurePart.Region(item),
            Id = id,
            Name = id,
            DisplayName = item.Text("name"),
            Tags = item.Labels("tags"),
            Address = own.Text("ipAddress") ?? item.Text("name") ?? "",
            BoundTo = bound,
            IsTargetRunning = runs,
        };
    }

    // An interface without a machine uses nothing; what gateways and load balancers hold is in use.
    private static (string? Bound, bool? Runs) Target(
        string? holder,
        Dictionary<string, string?>? interfaces,
        IReadOnlyList<VirtualMachine>? machines
    )
    {
        if (holder is null)
        {
            return (null, null);
        }

        var owner = ArmId.Plain(ArmId.Before(holder, Configurations));
        if (interfaces is null || !interfaces.TryGetValue(owner, out var machine))
        {
            return (owner, null);
        }

        return machine is null
            ? (owner, false)
            : (
                machine,
                machines
                    ?.Where(m => m.Id == machine)
                    .Select(m => (bool?)(m.State != "stopped"))
                    .FirstOrDefault()
            );
    }
}
