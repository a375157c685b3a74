using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Outlay.Optimization.Prices.Lists.Formats;
using Outlay.State;

namespace Outlay.Optimization.Prices.Lists;

/// <summary>Price lists in the state database.</summary>
internal sealed class PriceListStore(StateDatabase database, TimeProvider time) : IListedPrices
{
    private const string ListColumns =
        "id, name, format, providers, currencies, regions, prices, skipped, as_of, imported_at";

    private const string Newest =
        "SELECT p.amount, p.currency, p.is_net, p.item, p.factor, l.name, l.as_of FROM listed_price p JOIN price_list l ON l.id = p.list_id WHERE p.provider = @provider AND p.region IN (@region, '') AND coalesce(p.from_day, @today) <= @today AND coalesce(p.until_day, @today) >= @today";

    private const string Order =
        " ORDER BY p.list_id DESC, p.region DESC, p.from_day DESC, p.rowid LIMIT 1";

    private const string ByItem = Newest + " AND p.item = @item" + Order;
    private const string ByFamily = Newest + " AND p.family = @item" + Order;

    /// <summary>Changes with every import and removal.</summary>
    public string Stamp()
    {
        using var open = database.Open();
        return open.QuerySingle<string>(
            "SELECT count(*) || ':' || coalesce(max(id), 0) FROM price_list"
        );
    }

    public IReadOnlyList<PriceList> All()
    {
        using var open = database.Open();
        return
        [
            .. open.Query<Row>($"SELECT {ListColumns} FROM price_list ORDER BY id DESC").Select(Of),
        ];
    }

    /// <summary>Keeps a list in place of the one of its name, whole or not at all; null, and nothing is changed, when it has no price.</summary>
    /// <exception cref="PriceFileException">A row cannot be read; nothing is changed.</exception>
    public PriceList? Save(string name, PriceFile file, CancellationToken cancellationToken)
    {
        using var open = database.Open();
        using var transaction = open.BeginTransaction();
        open.Execute("DELETE FROM price_list WHERE name = @name", new { name }, transaction);
        var id = open.QuerySingle<long>(
            "INSERT INTO price_list (name, format, providers, currencies, regions, prices, skipped, as_of, imported_at) VALUES (@name, '', '', '', 0, 0, 0, '', @at) RETURNING id",
            new { name, at = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture) },
            transaction
        );
        open.Execute(
            "INSERT INTO listed_price (list_id, provider, region, item, family, factor, amount, currency, is_net, from_day, until_day) VALUES (@id, @provider, @region, @item, @family, @factor, @amount, @currency, @net, @from, @until)",
            file.Read()
                .Select(p =>
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    return Values(id, p);
                }),
            transaction
        );
        Sum(open, transaction, id, file);
        var kept = Of(
            open.QuerySingle<Row>(
                $"SELECT {ListColumns} FROM price_list WHERE id = @id",
                new { id },
                transaction
            )
        );
        if (kept.Prices == 0)
        {
            return null;
        }

        transaction.Commit();
        return kept;
    }

    public bool Remove(string name)
    {
        using var open = database.Open();
        return open.Execute("DELETE FROM price_list WHERE name = @name", new { name }) > 0;
    }

    public FoundPrice? Find(string provider, string region, string item)
    {
        using var open = database.Open();
        if (One(open, ByItem, provider, region, item) is { } exact)
        {
            return exact.Found(exact.Price, null);
        }

        if (PriceItem.Family(provider, item) is not var (family, factor))
        {
            return null;
        }

        return One(open, ByFamily, provider, region, family) is { } other
            ? other.Found(other.Price / other.Of * factor, other.Item)
            : PutTogether(open, provider, region, family, factor);
    }

    // Google's machines: processors and memory are priced apart.
    private FoundPrice? PutTogether(
        SqliteConnection open,
        string provider,
        string region,
        string family,
        decimal processors
    )
    {
        const string Linux = "machine/linux/";
        return
            family.StartsWith(Linux, StringComparison.Ordinal)
            && GoogleFamilies.Find(family[Linux.Length..]) is { } made
            && One(open, ByItem, provider, region, made.Processor) is { } processor
            && One(open, ByItem, provider, region, made.Memory) is { } memory
            && processor.Currency == memory.Currency
            ? processor.Found(processors * (processor.Price + made.Gib * memory.Price), null)
            : null;
    }

    private FoundRow? One(
        SqliteConnection open,
        string sql,
        string provider,
        string region,
        string item
    ) =>
        open.QuerySingleOrDefault<FoundRow>(
            sql,
            new
            {
                provider,
                region,
                item,
                today = time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            }
        );

    private void Sum(
        SqliteConnection open,
        SqliteTransaction transaction,
        long id,
        PriceFile file
    ) =>
        open.Execute(
            """
            UPDATE price_list SET
              format = @format,
              skipped = @skipped,
              as_of = @asOf,
              prices = (SELECT count(*) FROM listed_price WHERE list_id = @id),
              regions = (SELECT count(DISTINCT region) FROM listed_price WHERE list_id = @id AND region <> ''),
              providers = coalesce((SELECT group_concat(provider, ', ') FROM (SELECT DISTINCT provider FROM listed_price WHERE list_id = @id ORDER BY provider)), ''),
              currencies = coalesce((SELECT group_concat(currency, ', ') FROM (SELECT DISTINCT currency FROM listed_price WHERE list_id = @id ORDER BY currency)), '')
            WHERE id = @id
            """,
            new
            {
                id,
                format = file.Format,
                skipped = file.Skipped,
                asOf = Text(file.AsOf ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)),
            },
            transaction
        );

    private static object Values(long id, ListedPrice price)
    {
        var family = PriceItem.Family(price.Provider, price.Item);
        return new
        {
            id,
            provider = price.Provider,
            region = price.Region,
            item = price.Item,
            family = family?.Family,
            factor = family?.Factor.ToString(CultureInfo.InvariantCulture),
            amount = price.Amount.ToString(CultureInfo.InvariantCulture),
            currency = price.Currency,
            net = price.IsNet,
            from = Text(price.From),
            until = Text(price.Until),
        };
    }

    private static string? Text(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static PriceList Of(Row row) =>
        new(
            row.Id,
            row.Name,
            row.Format,
            row.Providers,
            row.Currencies,
            row.Regions,
            row.Prices,
            row.Skipped,
            Day(row.As_Of),
            DateTimeOffset.Parse(row.Imported_At, CultureInfo.InvariantCulture)
        );

    private sealed record Row(
        long Id,
        string Name,
        string Format,
        string Providers,
        string Currencies,
        long Regions,
        long Prices,
        long Skipped,
        string As_Of,
        string Imported_At
    );

    private sealed record FoundRow(
        string Amount,
        string Currency,
        long Is_Net,
        string Item,
        string? Factor,
        string Name,
        string As_Of
    )
    {
        public decimal Price => decimal.Parse(Amount, CultureInfo.InvariantCulture);

        public decimal Of =>
            Factor is null ? 1 : decimal.Parse(Factor, CultureInfo.InvariantCulture);

        public FoundPrice Found(decimal amount, string? sibling) =>
            new(amount, Currency, Is_Net != 0, Name, Day(As_Of), sibling);
    }
}
