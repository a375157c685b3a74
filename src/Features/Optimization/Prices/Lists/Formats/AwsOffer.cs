using Newtonsoft.Json.Linq;
using Outlay.Optimization.Bill;

namespace Outlay.Optimization.Prices.Lists.Formats;

/// <summary>An offer file of the AWS Price List: first its products, of which those that rules ask for are kept, then their terms.</summary>
internal sealed class AwsOffer
{
    private readonly Dictionary<string, (string Region, string Item, decimal Divisor)> _products =
        new(StringComparer.Ordinal);

    public void Product(JObject product)
    {
        var attributes = product["attributes"];
        if (
            product.Text("sku") is { } sku
            && attributes.Text("usagetype") is { } usage
            && AwsUsageTypes.IsShared(attributes.Text("tenancy"))
            && AwsUsageTypes.Of(usage, attributes.Text("operation")) is var (item, divisor)
        )
        {
            _products[sku] = (attributes.Text("regionCode") ?? "", item, divisor);
        }
    }

    /// <summary>The price of the first tier of a term on demand; null when no rule asks for the product.</summary>
    public ListedPrice? Term(JObject term)
    {
        if (
            term.Text("sku") is not { } sku
            || !_products.TryGetValue(sku, out var product)
            || First(term["priceDimensions"] as JObject) is not { } price
        )
        {
            return null;
        }

        return new ListedPrice(
            Clouds.Aws,
            product.Region,
            product.Item,
            price.Amount / product.Divisor,
            price.Currency,
            From: PriceFile.Day(term.Text("effectiveDate"))
        );
    }

    private static (decimal Amount, string Currency)? First(JObject? dimensions) =>
        dimensions
            ?.Properties()
            .Select(p => p.Value)
            .Where(p => p.Text("beginRange") is null or "0")
            .SelectMany(p => (p["pricePerUnit"] as JObject)?.Properties() ?? [])
            .Select(p => (Amount: p.Parent.Number(p.Name), Currency: p.Name))
            .Where(p => p.Amount > 0)
            .Select(p => ((decimal, string)?)(p.Amount!.Value, p.Currency))
            .FirstOrDefault();
}
