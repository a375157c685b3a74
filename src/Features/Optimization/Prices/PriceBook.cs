using System.Globalization;
using Outlay.Optimization.Bill;
using Outlay.Optimization.Recommendations;

namespace Outlay.Optimization.Prices;

/// <summary>
/// Prices in the order of trust: what the user's own bill shows of the very thing, then of another size of its family in the same region
/// scaled by size, then the rate card less the discount that the bill shows.
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

    private PriceBook(IReadOnlyList<ObservedPrice> observed, IResourceBills bills)
    {
        _bills = bills;
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

    /// <summary>Makes a book of what a bill shows and the rate card that ships.</summary>
    public static PriceBook Of(IReadOnlyList<ObservedPrice> observed, IResourceBills bills)
    {
        ArgumentNullException.ThrowIfNull(observed);
        ArgumentNullException.ThrowIfNull(bills);
        return new PriceBook(observed, bills);
    }

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

        if (MachineSize.Split(provider, type) is not var (family, size))
        {
            return null;
        }

        if (
            _families.TryGetValue((provider, region, operatingSystem, family), out var other)
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

        return RateCard.Shipped.Machine(provider, region, type) is not { } list ? null
            : operatingSystem == Linux ? Discounted(list, provider, region)
            : operatingSystem == Windows && provider == "AWS" && Licence(type, size) is { } licence
                ? Discounted(list with { Amount = list.Amount + licence }, provider, region)
            : null;
    }

    /// <inheritdoc/>
    public Price? Of(string provider, string region, string item) =>
        Observed(provider, region, item)
        ?? (
            RateCard.Shipped.Item(provider, region, item) is { } list
                ? Discounted(list, provider, region)
                : null
        );

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
                $"list price of {region} as of {list.AsOf:MMMM yyyy}{(ratio < 1 ? $", less your {1 - ratio:0.0 %}" : "")}"
            )
        );
    }
}
