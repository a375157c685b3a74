using Outlay.Inventory.Resources;
using Outlay.Optimization.Prices;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Storage;

/// <summary>What disks cost: by the bill, else by size, operations and throughput.</summary>
internal static class DiskCosts
{
    private const double FreeIops = 3000;
    private const double FreeMibps = 125;

    public static ResourceCost? Of(RuleContext context, Disk disk) =>
        ResourceCost.OfBill(context, disk)
        ?? (
            AtRates(context, disk, disk.Type, disk.Iops, disk.ThroughputMibps)
                is var (amount, price)
                ? new ResourceCost(amount, price.Currency, price.Source, 0m, null)
                : null
        );

    /// <summary>Cost of a month by rates, for the disk's size under a type with operations and throughput; null without a price.</summary>
    public static (decimal Amount, Price Price)? AtRates(
        RuleContext context,
        Disk disk,
        string type,
        double? iops,
        double? mibps
    )
    {
        Price? Rate(string item) =>
            context.Prices.Of(disk.Provider, disk.Region, $"disk/{type}/{item}");
        if (Tier(disk) is { } tier && Rate($"{tier}/month") is { } fixedPrice)
        {
            return (fixedPrice.Amount, fixedPrice);
        }

        if (Rate("gib-month") is not { } size)
        {
            return null;
        }

        var amount = size.Amount * (decimal)disk.SizeGib;
        var paidIops = type == "gp3" ? Math.Max(0, (iops ?? 0) - FreeIops) : iops ?? 0;
        if (type is "gp3" or "io1" or "io2" && paidIops > 0 && Rate("iops-month") is { } operation)
        {
            amount += operation.Amount * (decimal)paidIops;
        }

        var paidMibps = type == "gp3" ? Math.Max(0, (mibps ?? 0) - FreeMibps) : 0;
        if (paidMibps > 0 && Rate("mibps-month") is { } throughput)
        {
            amount += throughput.Amount * (decimal)paidMibps;
        }

        return (amount, size);
    }

    // Azure's managed disks are sold by steps of size.
    private static string? Tier(Disk disk)
    {
        var letter = disk.Type switch
        {
            "Standard_LRS" => "S",
            "StandardSSD_LRS" => "E",
            "Premium_LRS" => "P",
            _ => null,
        };
        return letter is null
            ? null
            : letter
                + disk.SizeGib switch
                {
                    // Standard hard disks begin at the step of 32 GiB.
                    <= 4 when letter != "S" => "1",
                    <= 8 when letter != "S" => "2",
                    <= 16 when letter != "S" => "3",
                    <= 32 => "4",
                    <= 64 => "6",
                    <= 128 => "10",
                    <= 256 => "15",
                    <= 512 => "20",
                    <= 1024 => "30",
                    <= 2048 => "40",
                    <= 4096 => "50",
                    <= 8192 => "60",
                    <= 16384 => "70",
                    _ => "80",
                };
    }
}
