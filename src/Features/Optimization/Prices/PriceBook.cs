using System.Globalization;
using Outlay.Optimization.Bill;
using Outlay.Optimization.Prices.Lists;
using Outlay.Optimization.Recommendations;

namespace Outlay.Optimization.Prices;

/// <summary>
/// Prices in the order of trust: what the user's own bill shows of the very thing, then of another size of its family in the same region
/// scaled by size, then the price lists that the organisation keeps, then the rate card that ships; from list prices goes the discount that
/// the bill shows.
/// </summary>
public sealed class PriceBook : IPrices
{
    private const string Linux = "linux";
    private const string Windows = "windows";

    // Azure charges for the machine alone, as for Linux, where the licence is the customer's.
    private const string WindowsOwnLicence = "windows-own-licence";

    // What AWS asks for Windows on top of Linux: by virtual processor and hour, of which the base size of these families has two.
    private const decimal WindowsHour = 0.046m * 2;

    // On burstable machines it goes by size, and by processor from xlarge on.
    private static readonly Dictionary<string, decimal> WindowsOfBurstable = new(
        StringComparer.Ordinal
    )
    {
        ["nano"] = 0.0046m,
        ["micro"] = 0.0092m,
        ["small"] = 0.0184m,
        ["medium"] = 0.0184m,
        ["large"] = 0.0276m,
        ["xlarge"] = 0.0736m,
        ["2xlarge"] = 0.1472m,
    };

    private readonly Dictionary<
        (string Provider, string Region, string Item),
        ObservedPrice
    > _observed;
    private readonly Dictionary<
        (string Provider, string Region, string System, string Family),
        (ObservedPrice Price, decimal Factor)
    > _families = [];
    private readonly IResourceBills _bills;
    private readonly IListedPrices? _lists;
    private readonly Dictionary<
        (string Provider, string Region, string Item),
        FoundPrice?
    > _listed = [];

    private PriceBook(
        IReadOnlyList<ObservedPrice> observed,
        IResourceBills bills,
        IListedPrices? lists
    )
    {
        _bills = bills;
        _lists = lists;
        _observed = observed
            .GroupBy(o => (o.Provider, o.Region, o.Item))
            .ToDictionary(g => g.Key, g => g.MaxBy(o => o.Quantity)!);
        foreach (var price in _observed.Values.OrderByDescending(o => o.Quantity))
        {
            if (
                price.Item.Split('/') is ["machine", var system, var type]
                && MachineSize.Split(price.Provider, type) is var (family, factor)
            )
            {
                _families.TryAdd((price.Provider, price.Region, system, family), (price, factor));
            }
        }
    }

    /// <summary>Makes a book of what a bill shows, the price lists that are kept, and the rate card that ships.</summary>
    /// <param name="observed">Prices that the bill shows.</param>
    /// <param name="bills">For the discount that the bill shows.</param>
    /// <param name="lists">The price lists; null when none is kept.</param>
    internal static PriceBook Of(
        IReadOnlyList<ObservedPrice> observed,
        IResourceBills bills,
        IListedPrices? lists = null
    ) => new(observed, bills, lists);

    /// <inheritdoc/>
    public Price? Machine(
        string provider,
        string region,
        string type,
        string operatingSystem = Linux
    )
    {
        if (operatingSystem == WindowsOwnLicence)
        {
            return Machine(provider, region, type);
        }

        if (Observed(provider, region, $"machine/{operatingSystem}/{type}") is { } seen)
        {
            return seen;
        }

        var split = MachineSize.Split(provider, type);
        if (
            split is var (family, size)
            && _families.TryGetValue((provider, region, operatingSystem, family), out var other)
            && other.Price.Item.Split('/')[2] is { } sibling
        )
        {
            return new Price(
                other.Price.Contracted / other.Factor * size,
                other.Price.Currency,
                "hour",
                PriceSource.BillDerived,
                $"your price of {sibling}, by size"
            );
        }

        return Listed(provider, region, $"machine/{operatingSystem}/{type}")
            ?? (
                split is var (_, many)
                    ? OfCard(provider, region, type, operatingSystem, many)
                    : null
            );
    }

    /// <inheritdoc/>
    public Price? Of(string provider, string region, string item) =>
        Observed(provider, region, item)
        ?? Listed(provider, region, item)
        ?? (
            RateCard.Shipped.Item(provider, region, item) is { } list
                ? Discounted(list, provider, region)
                : null
        );

    private Price? OfCard(
        string provider,
        string region,
        string type,
        string operatingSystem,
        decimal size
    ) =>
        RateCard.Shipped.Machine(provider, region, type) is not { } list ? null
        : operatingSystem == Linux ? Discounted(list, provider, region)
        : operatingSystem == Windows && provider == "AWS" && Licence(type, size) is { } licence
            ? Discounted(list with { Amount = list.Amount + licence }, provider, region)
        : null;

    private static decimal? Licence(string type, decimal size) =>
        !type.StartsWith('t') ? WindowsHour * size
        : WindowsOfBurstable.TryGetValue(type[(type.LastIndexOf('.') + 1)..], out var hour) ? hour
        : null;

    private Price? Observed(string provider, string region, string item) =>
        _observed.TryGetValue((provider, region, item), out var seen)
            ? new Price(
                seen.Contracted,
                seen.Currency,
                seen.Unit,
                PriceSource.Bill,
                "your own bill"
            )
            : null;

    private Price? Listed(string provider, string region, string item)
    {
        if (_lists is null || PriceItem.Unit(item) is not { } unit)
        {
            return null;
        }

        if (!_listed.TryGetValue((provider, region, item), out var found))
        {
            found = _lists.Find(provider, region, item);
            _listed[(provider, region, item)] = found;
        }

        if (found is null)
        {
            return null;
        }

        var ratio = found.IsNet ? 1 : _bills.DiscountRatio(provider, null);
        var from = found.Sibling is { } sibling ? $"{sibling.Split('/')[^1]} by size, " : "";
        return new Price(
            found.Amount * ratio,
            found.Currency,
            unit,
            PriceSource.PriceList,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{from}price list {found.List} of {found.AsOf:d MMMM yyyy}{Less(ratio)}"
            )
        );
    }

    private static string Less(decimal ratio) =>
        ratio < 1
            ? string.Create(CultureInfo.InvariantCulture, $", less your {1 - ratio:0.0 %}")
            : "";

    private Price Discounted(ListPrice list, string provider, string region)
    {
        var ratio = _bills.DiscountRatio(provider, null);
        var source = ratio < 1 ? PriceSource.DiscountedList : PriceSource.List;
        return new Price(
            list.Amount * ratio,
            list.Currency,
            list.Unit,
            source,
            string.Create(
                CultureInfo.InvariantCulture,
                $"list price of {region} as of {list.AsOf:MMMM yyyy}{Less(ratio)}"
            )
        );
    }
}
