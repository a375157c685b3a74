using Outlay.Connectors.Sample.Company;

namespace Outlay.Connectors.Sample.Lines;

/// <summary>Makes lines: where they live, what they are called, what they cost.</summary>
internal sealed class LineFactory(SampleScope scope, CompanyTables tables)
{
    public const int Forever = int.MaxValue;

    /// <summary>A line that lives all the time.</summary>
    public UsageLine Make(
        Product product,
        Account account,
        Region region,
        int number,
        Chance chance
    )
    {
        var delivery = tables.Deliveries.First(d => d.Key == account.Delivery);
        var zone = product.Zonal ? chance.Of("zone").Pick(region.Zones) : null;
        var list = decimal.Round(product.Price * delivery.PriceFactor * region.PriceFactor, 10);
        return new()
        {
            Product = product,
            Account = account,
            Region = region,
            Zone = zone,
            ResourceId = Naming.Fill(product.Resource, account, region, zone, number, chance),
            ResourceName = Naming.Fill(product.Name, account, region, zone, number, chance),
            Tags = Tagging.Of(account, product.Cloud, chance.Of("tags")),
            Size = product.Size,
            ListPrice = list,
            ContractedPrice = decimal.Round(list * (1 - product.Discount), 10),
            SkuId = Naming.Sku(product.Cloud, product.Meter, region.Id, scope.Chance),
            FirstDay = 0,
            LastDay = Forever,
            Chance = chance.Of("demand"),
        };
    }

    public Region RegionOf(Account account, Chance chance) =>
        tables.Regions[
            chance.Of("home").InPercent(65)
                ? account.Regions[0]
                : chance.Of("region").Pick(account.Regions)
        ];
}
