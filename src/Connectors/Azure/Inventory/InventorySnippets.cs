using Outlay.Kernel;

namespace Outlay.Connectors.Azure.Inventory;

/// <summary>What to run at Azure, with the subscriptions filled in, so that a scan may read.</summary>
internal static class InventorySnippets
{
    /// <summary>The least that a scan needs.</summary>
    public static readonly IReadOnlyList<string> Actions =
    [
        "Microsoft.Resources/subscriptions/read",
        "Microsoft.Compute/virtualMachines/read",
        "Microsoft.Compute/disks/read",
        "Microsoft.Compute/snapshots/read",
        "Microsoft.Compute/skus/read",
        "Microsoft.Network/networkInterfaces/read",
        "Microsoft.Network/publicIPAddresses/read",
        "Microsoft.Insights/metrics/read",
    ];

    public static IReadOnlyList<SetupSnippet> Of(SettingValues settings)
    {
        var ids = InventoryFields.SubscriptionsOf(settings);
        var scopes = (ids.Count == 0 ? ["SUBSCRIPTION-ID"] : ids)
            .Select(s => $"/subscriptions/{s}")
            .ToList();
        var quoted = string.Join(", ", scopes.Select(s => $"\"{s}\""));
        return
        [
            new(
                "Azure CLI: an app registration that may read everything, and no data",
                $"az ad sp create-for-rbac --name outlay-scan --role Reader --scopes {string.Join(' ', scopes)}"
            ),
            new(
                "A role with the least that a scan needs",
                $$"""
                {
                  "Name": "Outlay scan",
                  "Description": "Reads machines, disks, addresses and their metrics.",
                  "Actions": [
                    {{string.Join(",\n    ", Actions.Select(a => $"\"{a}\""))}}
                  ],
                  "AssignableScopes": [{{quoted}}]
                }
                """
            ),
            new(
                "Azure CLI: to know when reservations and savings plans end, which belong to the tenant",
                """
                az role assignment create --assignee OBJECT-ID-OF-THE-IDENTITY --role "Reservations Reader" --scope /providers/Microsoft.Capacity
                az role assignment create --assignee OBJECT-ID-OF-THE-IDENTITY --role "Savings plan Reader" --scope /providers/Microsoft.BillingBenefits
                """
            ),
            new(
                "Terraform: the role for an identity",
                string.Join(
                    "\n\n",
                    scopes.Select(
                        (scope, i) =>
                            $$"""
                                resource "azurerm_role_assignment" "outlay_scan_{{i + 1}}" {
                                  scope                = "{{scope}}"
                                  role_definition_name = "Reader"
                                  principal_id         = "OBJECT-ID-OF-THE-IDENTITY"
                                }
                                """
                    )
                )
            ),
        ];
    }
}
