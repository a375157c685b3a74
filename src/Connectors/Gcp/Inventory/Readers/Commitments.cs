using System.Text.Json;
using Outlay.Connectors.Gcp.Inventory.Scan;
using Outlay.Inventory.Calls;
using Outlay.Inventory.Resources;

namespace Outlay.Connectors.Gcp.Inventory.Readers;

/// <summary>Committed use of machines' processors and memory, so that it is known when it ends. Flexible commitments of money have no list.</summary>
/// <remarks>https://cloud.google.com/compute/docs/reference/rest/v1/regionCommitments/aggregatedList</remarks>
internal static class Commitments
{
    public static Task ReadAsync(GcpPart part)
    {
        const string Subject = "Commitments";
        return part.TryAsync(
            Subject,
            async () =>
            {
                await foreach (
                    var item in part.AggregatedAsync("commitments", Subject, part.Scan.Rest.Cancel)
                )
                {
                    if (RestTime.Parse(item.Text("endTimestamp")) is { } end)
                    {
                        part.Found.Add(Commitment(part, item, end));
                    }
                }
            }
        );
    }

    private static Commitment Commitment(GcpPart part, JsonElement item, DateTimeOffset end)
    {
        var name = GcpPart.FullName(item);
        var path = name[name.IndexOf("projects/", StringComparison.Ordinal)..];
        var number = item.Text("id") ?? "";
        return new Commitment
        {
            Provider = GcpInventoryCollector.ProviderName,
            AccountId = part.Id,
            Region = GcpPart.Region(item),
            Id = name,
            Name = path,
            // Bills name a commitment by its path, with its number or its name, or by the number alone.
            Aliases = [$"{path[..(path.LastIndexOf('/') + 1)]}{number}", number],
            DisplayName = item.Text("name"),
            CreatedAt = RestTime.Parse(item.Text("creationTimestamp")),
            Type = "committed-use",
            State = item.Text("status") switch
            {
                "ACTIVE" => "active",
                "EXPIRED" or "CANCELLED" => "ended",
                { } word => word.ToLowerInvariant(),
                null => "unknown",
            },
            Start = RestTime.Parse(item.Text("startTimestamp")) ?? default,
            End = end,
            Scope = item.Text("type"),
        };
    }
}
