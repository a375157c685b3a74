using System.Globalization;
using System.Text;
using Outlay.Connectors.Sample.Company;

namespace Outlay.Connectors.Sample.Lines;

/// <summary>Fills the patterns of ids and names; the same chance gives the same id.</summary>
internal static class Naming
{
    public static string Fill(
        string pattern,
        Account account,
        Region region,
        string? zone,
        int number,
        Chance chance
    )
    {
        var text = new StringBuilder(Fill(pattern, chance));
        text.Replace("{account}", account.Id);
        text.Replace("{product}", account.Product);
        text.Replace("{env}", account.Env);
        text.Replace("{region}", region.Id);
        text.Replace("{zone}", zone ?? region.Zones[0]);
        text.Replace("{n}", number.ToString(CultureInfo.InvariantCulture));
        return text.ToString();
    }

    public static string Fill(string pattern, Chance chance)
    {
        var text = new StringBuilder(pattern);
        text.Replace("{hex8}", chance.Of("hex").Hex(8));
        text.Replace("{hex12}", chance.Of("hex").Hex(12));
        text.Replace("{hex16}", chance.Of("hex").Hex(16));
        text.Replace("{hex17}", "0" + chance.Of("hex").Hex(16));
        text.Replace("{num12}", chance.Of("number").Number(12));
        text.Replace("{guid}", chance.Of("uuid").Uuid());
        text.Replace("{guid2}", chance.Of("uuid 2").Uuid());
        return text.ToString();
    }

    /// <summary>The product code of a meter in a region, in the provider's own look.</summary>
    public static string Sku(string cloud, string meter, string regionId, Chance company)
    {
        var chance = company.Of("sku").Of(cloud).Of(meter).Of(regionId);
        return cloud switch
        {
            "aws" => chance.Code(16),
            "azure" => $"DZH318Z0{chance.Code(4)}/{chance.Of(1).Code(4)}",
            _ => $"{chance.Code(4)}-{chance.Of(1).Code(4)}-{chance.Of(2).Code(4)}",
        };
    }

    /// <summary>The price row of a product code.</summary>
    public static string SkuPrice(string cloud, string skuId) =>
        cloud switch
        {
            "aws" => skuId + ".JRTCKXETXF.6YS6EN2CT7",
            "azure" => skuId + "/1",
            _ => skuId + "/0",
        };
}
