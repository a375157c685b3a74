using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Outlay.Commitments.Payments;
using Outlay.Optimization.Bill;
using Outlay.Optimization.Findings;

namespace Outlay.Optimization.Prices.Lists.Formats;

/// <summary>
/// A row of Azure's Retail Prices: a price on demand, with those of savings plans beside it, or a reservation, whose price is that of the
/// whole term, whatever its unit says. Spot, low priority and prices for development and test are not taken.
/// </summary>
internal static partial class AzureRetail
{
    private static readonly Dictionary<string, string> Disks = new(StringComparer.Ordinal)
    {
        ["Premium SSD Managed Disks"] = "Premium_LRS",
        ["Standard SSD Managed Disks"] = "StandardSSD_LRS",
        ["Standard HDD Managed Disks"] = "Standard_LRS",
    };

    /// <summary>Its prices; nothing when no rule asks for them.</summary>
    public static IEnumerable<ListedPrice> Prices(JObject row)
    {
        if (
            row.Number("tierMinimumUnits") is not (null or 0)
            || row.Number("retailPrice") is not (> 0 and var amount)
            || Item(row) is not { } item
            || row.Text("currencyCode") is not { } currency
        )
        {
            yield break;
        }

        var price = new ListedPrice(
            Clouds.Azure,
            row.Text("armRegionName") is { } region and not "Global" ? region : "",
            item,
            amount,
            currency,
            From: PriceFile.Day(row.Text("effectiveStartDate"))
        );
        switch (row.Text("type"))
        {
            case "Consumption":
                yield return price;
                foreach (var plan in (row["savingsPlan"] as JArray) ?? [])
                {
                    if (
                        Years(plan.Text("term")) is { } years
                        && plan.Number("retailPrice") is > 0 and var hour
                    )
                    {
                        yield return price with
                        {
                            Item = PriceItem.Committed(
                                DiscountKind.Compute,
                                years,
                                Payment.NoUpfront,
                                item
                            ),
                            Amount = hour,
                        };
                    }
                }

                break;
            case "Reservation" when Years(row.Text("reservationTerm")) is { } years:
                yield return price with
                {
                    Item = PriceItem.Committed(
                        DiscountKind.Reserved,
                        years,
                        Payment.NoUpfront,
                        item
                    ),
                    Amount = amount / (Month.Hours * 12 * years),
                };
                break;
            default:
                break;
        }
    }

    private static int? Years(string? term) =>
        term switch
        {
            "1 Year" => 1,
            "3 Years" => 3,
            _ => null,
        };

    private static string? Item(JObject row)
    {
        var (product, sku, meter, unit) = (
            row.Text("productName") ?? "",
            row.Text("skuName") ?? "",
            row.Text("meterName") ?? "",
            row.Text("unitOfMeasure")
        );
        return (row.Text("serviceName"), unit) switch
        {
            ("Virtual Machines", "1 Hour")
                when row.Text("armSkuName") is { } type
                    && !OtherMachine().IsMatch($"{product} {sku}") =>
                $"machine/{(product.Contains("Windows", StringComparison.Ordinal) ? "windows" : "linux")}/{type}",
            ("Storage", "1/Month")
                when Disks.TryGetValue(product, out var kind)
                    && DiskMeter().Match(meter) is { Success: true } disk =>
                $"disk/{kind}/{disk.Groups["tier"].Value}/month",
            ("Virtual Network", "1 Hour") when meter == "Standard IPv4 Static Public IP" =>
                "address/standard/hour",
            _ => null,
        };
    }

    [GeneratedRegex(
        "Spot|Low Priority|Dedicated Host|Cloud ?Services",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex OtherMachine();

    // P10 LRS Disk, and P10 Disk in rows of old; mounts, operations and zone-redundant disks have other words.
    [GeneratedRegex("^(?<tier>[PES][0-9]+)( LRS)? Disk$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DiskMeter();
}
