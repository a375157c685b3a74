using Newtonsoft.Json.Linq;
using Outlay.Optimization.Bill;

namespace Outlay.Optimization.Prices.Lists.Formats;

/// <summary>
/// An offer file of the AWS Price List, of a service or of Savings Plans: first its products, of which those that rules ask for are kept,
/// then their terms.
/// </summary>
internal sealed class AwsOffer
{
    private readonly Dictionary<string, (string Region, string Item, decimal Divisor)> _products =
        new(StringComparer.Ordinal);

    private readonly Dictionary<string, (DiscountKind Kind, string? Option)> _plans = new(
        StringComparer.Ordinal
    );

    public void Product(JObject product)
    {
        var attributes = product["attributes"];
        if (
            product.Text("sku") is { } plan
            && AwsTerms.Kind(product.Text("productFamily")) is { } kind
        )
        {
            _plans[plan] = (kind, attributes.Text("purchaseOption"));
        }

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
            || First(term) is not { } price
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

    /// <summary>The price of an hour of a reservation of the standard class; null when no rule asks for it.</summary>
    public ListedPrice? Reserved(JObject term)
    {
        var attributes = term["termAttributes"];
        return
            attributes.Text("OfferingClass") is null or "standard"
            && AwsTerms.Of(
                attributes.Text("LeaseContractLength"),
                attributes.Text("PurchaseOption")
            )
                is var (years, payment)
            && term.Text("sku") is { } sku
            && _products.TryGetValue(sku, out var product)
            && Dimensions(term)
                .Select(p =>
                    AwsTerms.Hourly(p.Unit, payment, years, p.Amount) is { } hour
                        ? (Hour: hour, p.Currency)
                        : default
                )
                .FirstOrDefault(p => p.Currency is not null)
                is { Currency: { } currency } found
            ? new ListedPrice(
                Clouds.Aws,
                product.Region,
                PriceItem.Committed(DiscountKind.Reserved, years, payment, product.Item),
                found.Hour,
                currency,
                From: PriceFile.Day(term.Text("effectiveDate"))
            )
            : null;
    }

    /// <summary>The rates of a Savings Plan that rules ask for.</summary>
    public IEnumerable<ListedPrice> Plan(JObject plan)
    {
        if (
            plan.Text("sku") is not { } sku
            || !_plans.TryGetValue(sku, out var of)
            || AwsTerms.Of(plan["leaseContractLength"].Text("duration"), of.Option)
                is not var (years, payment)
        )
        {
            yield break;
        }

        foreach (var rate in (plan["rates"] as JArray) ?? [])
        {
            if (
                rate.Text("discountedUsageType") is { } usage
                && AwsUsageTypes.Of(usage, rate.Text("discountedOperation")) is var (item, divisor)
                && rate["discountedRate"].Number("price") is > 0 and var price
            )
            {
                yield return new ListedPrice(
                    Clouds.Aws,
                    rate.Text("discountedRegionCode") ?? "",
                    PriceItem.Committed(of.Kind, years, payment, item),
                    price / divisor,
                    rate["discountedRate"].Text("currency") ?? "USD",
                    From: PriceFile.Day(plan.Text("effectiveDate"))
                );
            }
        }
    }

    private static (decimal Amount, string Currency)? First(JObject term) =>
        Dimensions(term)
            .Where(p => p.From is null or "0" && p.Amount > 0)
            .Select(p => ((decimal, string)?)(p.Amount, p.Currency))
            .FirstOrDefault();

    private static IEnumerable<(
        string? Unit,
        string? From,
        decimal Amount,
        string Currency
    )> Dimensions(JObject term) =>
        from dimension in (term["priceDimensions"] as JObject)?.Properties() ?? []
        from price in (dimension.Value["pricePerUnit"] as JObject)?.Properties() ?? []
        select (
            dimension.Value.Text("unit"),
            dimension.Value.Text("beginRange"),
            dimension.Value["pricePerUnit"].Number(price.Name) ?? 0,
            price.Name
        );
}
