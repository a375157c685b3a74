using Outlay.Inventory.Calls;

namespace Outlay.Connectors.Azure.Inventory.Scan;

/// <summary>Finds the subscriptions to look at.</summary>
internal static class Subscriptions
{
    private const string Operation = "Microsoft.Resources/subscriptions/read";

    /// <summary>Those that the identity may see and that are not closed.</summary>
    /// <exception cref="RestException">They cannot be read.</exception>
    public static async Task<IReadOnlyList<(string Id, string? Name)>> VisibleAsync(AzureScan scan)
    {
        var first = new RestCall(
            "",
            "global",
            Operation,
            new Uri($"{scan.Arm}/subscriptions?api-version=2022-12-01"),
            scan.ArmScope
        );
        var found = new List<(string, string?)>();
        await foreach (
            var page in scan.Rest.Wire.PagesAsync(
                first,
                p => p.Text("nextLink") is { } next ? new Uri(first.Address, next) : null,
                scan.Rest.Cancel
            )
        )
        {
            found.AddRange(
                page.Items("value")
                    .Where(s => s.Text("state") is not ("Disabled" or "Deleted"))
                    .Select(s =>
                        ((s.Text("subscriptionId") ?? "").ToLowerInvariant(), s.Text("displayName"))
                    )
            );
        }

        return found;
    }

    /// <summary>Those that the settings name, with their names where they may be seen, else all that may be seen.</summary>
    public static async Task<IReadOnlyList<(string Id, string? Name)>> FindAsync(AzureScan scan)
    {
        var visible = new List<(string Id, string? Name)>();
        await scan.Rest.TryAsync(
            "",
            null,
            "Subscriptions",
            async () => visible.AddRange(await VisibleAsync(scan))
        );
        return scan.Settings.Choice(InventoryFields.Scope) == InventoryFields.ScopeList
            ?
            [
                .. InventoryFields
                    .SubscriptionsOf(scan.Settings)
                    .Select(id => (id, visible.Find(v => v.Id == id).Name)),
            ]
            : visible;
    }
}
