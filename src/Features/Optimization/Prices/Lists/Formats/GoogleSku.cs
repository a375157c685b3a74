using Newtonsoft.Json.Linq;
using Outlay.Optimization.Bill;

namespace Outlay.Optimization.Prices.Lists.Formats;

/// <summary>
/// A SKU of Google's Cloud Billing Catalog. Machines are priced by processor and by GiB apart, which are kept as such and put together
/// when a machine is asked for.
/// </summary>
internal static class GoogleSku
{
    private const decimal Nano = 1_000_000_000m;

    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["Storage PD Capacity"] = "disk/pd-standard/gib-month",
        ["Balanced PD Capacity"] = "disk/pd-balanced/gib-month",
        ["SSD backed PD Capacity"] = "disk/pd-ssd/gib-month",
        ["Storage PD Snapshot"] = "snapshot/standard/gib-month",
        ["Static Ip Charge"] = "address/idle/hour",
    };

    /// <summary>Its price in each of its regions; nothing when no rule asks for it.</summary>
    public static IEnumerable<ListedPrice> Prices(JObject sku)
    {
        if (
            sku["category"].Text("usageType") != "OnDemand"
            || Item(sku.Text("description") ?? "") is not { } item
            || (sku["pricingInfo"] as JArray)?.LastOrDefault() is not { } pricing
            || Amount(pricing["pricingExpression"]) is not var (amount, currency)
        )
        {
            yield break;
        }

        foreach (var region in sku["serviceRegions"] ?? new JArray())
        {
            var name = region.ToString();
            yield return new ListedPrice(
                Clouds.Google,
                name == "global" ? "" : name,
                item,
                amount,
                currency,
                From: PriceFile.Day(pricing.Text("effectiveTime"))
            );
        }
    }

    // "N2 Instance Core running in Frankfurt", "Storage PD Capacity", "Storage PD Capacity in Frankfurt".
    private static string? Item(string description)
    {
        var what = description.Split(" running in ", 2)[0].Split(" in ", 2)[0].Trim();
        return GoogleFamilies.ItemOf(what) ?? Others.GetValueOrDefault(what);
    }

    private static (decimal Amount, string Currency)? Amount(JToken? expression) =>
        ((expression as JObject)?["tieredRates"] as JArray ?? [])
            .Select(r => r["unitPrice"])
            .Select(p =>
                (
                    Amount: (p.Number("units") ?? 0) + (p.Number("nanos") ?? 0) / Nano,
                    Currency: p.Text("currencyCode")
                )
            )
            .Where(p => p is { Amount: > 0, Currency: not null })
            .Select(p => ((decimal, string)?)(p.Amount, p.Currency!))
            .FirstOrDefault();
}
