using System.Runtime.CompilerServices;
using System.Text.Json;
using Outlay.Inventory.Calls;

namespace Outlay.Connectors.Azure.Inventory.Scan;

/// <summary>A subscription as a scan reads it, and what was found in it.</summary>
internal sealed class AzurePart(AzureScan scan, string id, string? name)
    : RestPart(scan.Rest, id, name)
{
    private readonly IReadOnlyList<string> _regions = InventoryFields.RegionsOf(scan.Settings);

    public AzureScan Scan => scan;

    /// <summary>All of a kind in the subscription, in the regions that are set.</summary>
    /// <param name="kind">Provider and kind, such as <c>Microsoft.Compute/disks</c>; with <c>/read</c> it is the permission.</param>
    /// <param name="query">Version of the API, and what else is asked.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async IAsyncEnumerable<JsonElement> AllAsync(
        string kind,
        string query,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (
            var item in ListAsync($"/providers/{kind}?{query}", $"{kind}/read", cancellationToken)
        )
        {
            if (_regions.Count == 0 || _regions.Contains(Region(item)))
            {
                yield return item;
            }
        }
    }

    /// <summary>The items of a list of the subscription, page after page.</summary>
    public IAsyncEnumerable<JsonElement> ListAsync(
        string path,
        string operation,
        CancellationToken cancellationToken
    ) => ItemsAsync(Call(path, operation), cancellationToken);

    /// <summary>The items of a list of the tenant, page after page.</summary>
    public IAsyncEnumerable<JsonElement> OfTenantAsync(
        string path,
        string operation,
        CancellationToken cancellationToken
    ) =>
        ItemsAsync(
            new(Id, "global", operation, new Uri($"{scan.Arm}{path}"), scan.ArmScope),
            cancellationToken
        );

    private async IAsyncEnumerable<JsonElement> ItemsAsync(
        RestCall first,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (
            var page in scan.Rest.Wire.PagesAsync(
                first,
                p => p.Text("nextLink") is { } next ? new Uri(first.Address, next) : null,
                cancellationToken
            )
        )
        {
            foreach (var item in page.Items("value"))
            {
                yield return item;
            }
        }
    }

    /// <summary>A call at Resource Manager.</summary>
    public RestCall Call(string path, string operation, string region = "global") =>
        new(Id, region, operation, new Uri($"{scan.Arm}/subscriptions/{Id}{path}"), scan.ArmScope);

    /// <summary>The region of a resource as bills have it.</summary>
    public static string Region(JsonElement item) =>
        (item.Text("location") ?? "global")
            .Replace(" ", "", StringComparison.Ordinal)
            .ToLowerInvariant();
}
