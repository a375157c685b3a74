using Outlay.Kernel;
using Outlay.Optimization.Prices.Lists.Formats;

namespace Outlay.Optimization.Prices.Lists;

/// <summary>
/// The price lists that the organisation keeps: the providers' own files, or a CSV of its own. They come after what the bill shows and
/// before the list prices that ship.
/// </summary>
public sealed class PriceLists
{
    private const int LongestName = 120;
    private readonly PriceListStore _store;

    internal PriceLists(PriceListStore store) => _store = store;

    /// <summary>All lists, the one that is asked first first.</summary>
    public IReadOnlyList<PriceList> All() => _store.All();

    /// <summary>
    /// Keeps the prices of a file that rules ask for. It may be a price list of AWS (CSV or JSON of a service), answers of Azure's Retail
    /// Prices, answers of Google's Cloud Billing Catalog, or Outlay's own CSV; each may be packed by gzip.
    /// </summary>
    /// <param name="name">Name of the list; one of the same name is replaced.</param>
    /// <param name="file">The file; it must be able to seek.</param>
    /// <param name="cancellationToken">Ends the import, and then every list stands as it was.</param>
    /// <returns>The list; a problem that says where the file is wrong, and then every list stands as it was.</returns>
    public async Task<Result<PriceList>> ImportAsync(
        string name,
        Stream file,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(file);
        var kept = name.Trim();
        if (kept.Length is 0 or > LongestName)
        {
            return new Problem(
                ProblemKind.Invalid,
                "A price list has a name of 1 to 120 letters.",
                Field: "name"
            );
        }

        try
        {
            var prices = await PriceFile.OpenAsync(file, cancellationToken);
            var list = await Task.Run(
                () => _store.Save(kept, prices, cancellationToken),
                cancellationToken
            );
            return list is not null ? list : Wrong(kept, "It holds no price that a rule asks for.");
        }
        catch (PriceFileException e)
        {
            return Wrong(kept, e.Message);
        }
    }

    /// <summary>Forgets a list; a problem when there is none of the name.</summary>
    public Result<bool> Remove(string name) =>
        _store.Remove(name)
            ? true
            : new Problem(
                ProblemKind.NotFound,
                $"There is no price list {name}.",
                All() is [_, ..] all
                    ? $"There are: {string.Join(", ", all.Select(l => l.Name))}."
                    : "None is kept."
            );

    /// <summary>The columns of Outlay's own CSV.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "provider",
        "region",
        "item",
        "list_unit_price",
        "contracted_unit_price",
        "currency",
        "valid_from",
        "valid_to",
    ];

    /// <summary>The list prices that ship, as rows of Outlay's own CSV, to edit and import; of the home region of each provider.</summary>
    public static IEnumerable<IReadOnlyList<object?>> Card() =>
        RateCard
            .Shipped.All()
            .Select(p =>
                (IReadOnlyList<object?>)
                    [p.Provider, p.Region, p.Item, p.Amount, null, p.Currency, null, null]
            );

    /// <summary>The first and the last day on which prices of the card that ships were looked up.</summary>
    public static (DateOnly From, DateOnly To) CardDays => RateCard.Shipped.Days;

    private static Problem Wrong(string name, string why) =>
        new(
            ProblemKind.Invalid,
            $"{name}: {why}",
            "Give a price list of AWS (CSV or JSON of one service and region), answers of Azure's Retail Prices or of Google's Cloud Billing Catalog (JSON), or a CSV as outlay prices card prints one.",
            "file"
        );
}
