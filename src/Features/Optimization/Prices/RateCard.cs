using System.Globalization;
using System.Reflection;
using Outlay.Optimization.Prices.Lists;

namespace Outlay.Optimization.Prices;

/// <summary>
/// The list prices that ship: a small card of our own, dated, in US dollars for one region of each provider, with factors for other
/// regions. The user's own bill comes before it.
/// </summary>
internal sealed class RateCard
{
    private static readonly Lazy<RateCard> Loaded = new(() => new RateCard());

    private readonly Dictionary<(string Provider, string Family), ListPrice> _families;
    private readonly Dictionary<(string Provider, string Item), ListPrice> _items;
    private readonly Dictionary<(string Provider, string Region), decimal> _regions;

    private RateCard()
    {
        _families = Rows("machine-families")
            .ToDictionary(
                r => (r[0], r[1]),
                r => new ListPrice(Number(r[2]), r[3], "hour", Day(r[4]))
            );
        _items = Rows("items")
            .ToDictionary(
                r => (r[0], r[1]),
                r => new ListPrice(Number(r[3]), r[4], r[2], Day(r[5]))
            );
        _regions = Rows("regions").ToDictionary(r => (r[0], r[1]), r => Number(r[2]));
    }

    /// <summary>The card that ships.</summary>
    public static RateCard Shipped => Loaded.Value;

    /// <summary>The families it knows, as the card names them.</summary>
    public IEnumerable<(string Provider, string Family)> Families => _families.Keys;

    /// <summary>The first and the last day on which its prices were looked up.</summary>
    public (DateOnly From, DateOnly To) Days =>
        (
            _families.Values.Concat(_items.Values).Min(p => p.AsOf),
            _families.Values.Concat(_items.Values).Max(p => p.AsOf)
        );

    /// <summary>All its prices in the home region of each provider, as items.</summary>
    public IEnumerable<ListedPrice> All() =>
        _families
            .Select(f => (f.Key.Provider, Item: $"machine/linux/{f.Key.Family}", f.Value))
            .Concat(_items.Select(i => (i.Key.Provider, i.Key.Item, i.Value)))
            .Select(p => new ListedPrice(
                p.Provider,
                _regions.First(r => r.Key.Provider == p.Provider).Key.Region,
                p.Item,
                p.Value.Amount,
                p.Value.Currency
            ));

    /// <summary>Hourly list price of a machine type of plain Linux; null when the card does not know family or region.</summary>
    public ListPrice? Machine(string provider, string region, string type) =>
        MachineSize.Split(provider, type) is var (family, size)
        && _families.TryGetValue((provider, family), out var price)
        && _regions.TryGetValue((provider, region), out var factor)
            ? price with
            {
                Amount = price.Amount * size * factor,
            }
            : null;

    /// <summary>List price of anything else; null when the card does not know item or region.</summary>
    public ListPrice? Item(string provider, string region, string item)
    {
        if (!_regions.TryGetValue((provider, region), out var factor))
        {
            return null;
        }

        if (_items.TryGetValue((provider, item), out var known))
        {
            return known with { Amount = known.Amount * factor };
        }

        var dot = item.LastIndexOf('.');
        return
            item.StartsWith("database/", StringComparison.Ordinal)
            && dot > 0
            && MachineSize.Factor(item[(dot + 1)..]) is { } size
            && _items.TryGetValue((provider, $"{item[..dot]}.large"), out var large)
            ? large with
            {
                Amount = large.Amount * size * factor,
            }
            : null;
    }

    /// <summary>The rows of a file of the card, without its head.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream =
            Assembly
                .GetExecutingAssembly()
                .GetManifestResourceStream($"Outlay.Optimization.Prices.RateCard.{name}.csv")
            ?? throw new InvalidOperationException($"The rate card {name} is not embedded.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            yield return line.Split(',');
        }
    }

    private static decimal Number(string text) =>
        decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A list price.</summary>
/// <param name="Amount">Per unit.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="Unit">The unit.</param>
/// <param name="AsOf">The day on which it was looked up.</param>
internal sealed record ListPrice(decimal Amount, string Currency, string Unit, DateOnly AsOf);
