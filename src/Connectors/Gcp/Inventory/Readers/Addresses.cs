using System.Text.Json;
using Outlay.Connectors.Gcp.Inventory.Scan;
using Outlay.Inventory.Calls;
using Outlay.Inventory.Resources;

namespace Outlay.Connectors.Gcp.Inventory.Readers;

/// <summary>Static external addresses.</summary>
internal static class Addresses
{
    /// <param name="part">The project.</param>
    /// <param name="machines">The machines; null when they could not be read.</param>
    public static Task ReadAsync(GcpPart part, IReadOnlyList<VirtualMachine>? machines)
    {
        const string Subject = "Static addresses";
        return part.TryAsync(
            Subject,
            async () =>
            {
                await foreach (
                    var item in part.AggregatedAsync("addresses", Subject, part.Scan.Rest.Cancel)
                )
                {
                    if (item.Text("addressType") != "INTERNAL")
                    {
                        part.Found.Add(Address(part, item, machines));
                    }
                }
            }
        );
    }

    private static PublicAddress Address(
        GcpPart part,
        JsonElement item,
        IReadOnlyList<VirtualMachine>? machines
    )
    {
        var name = GcpPart.FullName(item);
        var user = item.Texts("users").Select(GcpPart.FullName).FirstOrDefault();
        return new PublicAddress
        {
            Provider = GcpInventoryCollector.ProviderName,
            AccountId = part.Id,
            Region = GcpPart.Region(item),
            Id = name,
            Name = name,
            Aliases = GcpPart.Aliases(item),
            DisplayName = item.Text("name"),
            CreatedAt = RestTime.Parse(item.Text("creationTimestamp")),
            Tags = item.Labels("labels"),
            Address = item.Text("address") ?? item.Text("name") ?? "",
            BoundTo = user,
            IsTargetRunning = machines
                ?.Where(m => m.Id == user)
                .Select(m => (bool?)(m.State != "stopped"))
                .FirstOrDefault(),
        };
    }
}
