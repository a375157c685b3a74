using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Outlay.Optimization.Bill;

namespace Outlay.Optimization.Prices.Lists.Formats;

/// <summary>
/// A row of Azure's Retail Prices. A reservation's price is that of the whole term, whatever its unit says, and is not taken; nor are
/// Spot, low priority and prices for development and test.
/// </summary>
internal static partial class AzureRetail
{
    private static readonly Dictionary<string, string> Disks = new(StringComparer.Ordinal)
    {
        ["Premium SSD Managed Disks"] = "Premium_LRS",
        ["Standard SSD Managed Disks"] = "StandardSSD_LRS",
        ["Standard HDD Managed Disks"] = "Standard_LRS",
    };

    /// <summary>Its price; null when no rule asks for it.</summary>
    public static ListedPrice? Price(JObject row) =>
        row.Text("type") == "Consumption"
        && row.Number("tierMinimumUnits") is null or 0
        && row.Number("retailPrice") is > 0 and var amount
        && Item(row) is { } item
        && row.Text("currencyCode") is { } currency
            ? new ListedPrice(
                Clouds.Azure,
                row.Text("armRegionName") is { } region and not "Global" ? region : "",
                item,
                amount,
                currency,
                From: PriceFile.Day(row.Text("effectiveStartDate"))
            )
            : null;

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
