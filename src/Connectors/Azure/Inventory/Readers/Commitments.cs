using System.Text.Json;
using Outlay.Connectors.Azure.Inventory.Scan;
using Outlay.Inventory.Calls;
using Outlay.Inventory.Resources;

namespace Outlay.Connectors.Azure.Inventory.Readers;

/// <summary>
/// Reservations and savings plans, so that it is known when they end. They belong to the tenant and no subscription; an identity without a
/// role for them sees none.
/// </summary>
/// <remarks>
/// https://learn.microsoft.com/rest/api/reserved-vm-instances/reservation/list-all and
/// https://learn.microsoft.com/rest/api/billingbenefits/savings-plan/list-all.
/// </remarks>
internal static class Commitments
{
    public const string ReservationKind = "Microsoft.Capacity/reservations";
    public const string PlanKind = "Microsoft.BillingBenefits/savingsPlans";
    private const string Version = "api-version=2022-11-01";

    /// <param name="part">Any subscription; what is found is kept with it.</param>
    public static async Task ReadAsync(AzurePart part)
    {
        await AllAsync(part, "Reservations", ReservationKind, "reservation");
        await AllAsync(part, "Savings plans", PlanKind, "savings-plan");
    }

    private static Task<bool> AllAsync(AzurePart part, string subject, string kind, string type) =>
        part.TryAsync(
            subject,
            async () =>
            {
                await foreach (
                    var item in part.OfTenantAsync(
                        $"/providers/{kind}?{Version}",
                        $"{kind}/read",
                        part.Scan.Rest.Cancel
                    )
                )
                {
                    if (Commitment(part, item, type) is { } commitment)
                    {
                        part.Found.Add(commitment);
                    }
                }
            }
        );

    private static Commitment? Commitment(AzurePart part, JsonElement item, string type)
    {
        var own = item.Child("properties") ?? default;
        if (RestTime.Parse(own.Text("expiryDateTime") ?? own.Text("expiryDate")) is not { } end)
        {
            return null;
        }

        var id = ArmId.Plain(item.Text("id") ?? "");
        var money = own.Child("commitment") ?? default;
        return new Commitment
        {
            Provider = AzureInventoryCollector.ProviderName,
            AccountId = part.Id,
            Region = AzurePart.Region(item),
            Id = id,
            Name = id,
            DisplayName = own.Text("displayName"),
            Type = type,
            State = own.Text("displayProvisioningState") switch
            {
                "Succeeded" => "active",
                "Expired" or "Cancelled" => "ended",
                { } word => word.ToLowerInvariant(),
                null => "unknown",
            },
            Start =
                RestTime.Parse(own.Text("effectiveDateTime") ?? own.Text("purchaseDate"))
                ?? default,
            End = end,
            Hourly = money.Text("grain") == "Hourly" ? money.Money("amount") : null,
            Currency = money.Text("currencyCode") ?? "USD",
            Scope = item.Child("sku")?.Text("name"),
            Count = own.Number("quantity") is { } count ? (int)count : null,
        };
    }
}
