using Outlay.Connectors.Sample.Company;

namespace Outlay.Connectors.Sample.Lines;

/// <summary>Decides which resources the company runs, apart from the fleets that commitments cover.</summary>
internal sealed class LinePlanner(SampleScope scope, CompanyTables tables)
{
    private readonly LineFactory _factory = new(scope, tables);

    /// <summary>The lines of one delivery.</summary>
    public IReadOnlyList<UsageLine> Plan(Delivery delivery) =>
        [
            .. tables
                .Products.Where(p => p.Cloud == delivery.Cloud)
                .SelectMany(p => p.Accounts == "each" ? OneForEach(p) : Some(p))
                .Concat(tables.Stories.SelectMany(Told))
                .Where(line => line.Account.Delivery == delivery.Key),
        ];

    private IEnumerable<UsageLine> OneForEach(Product product) =>
        Accounts(product)
            .Select(account =>
                _factory.Make(
                    product,
                    account,
                    tables.Regions[account.Regions[0]],
                    1,
                    scope.Chance.Of(product.Key).Of(account.Id)
                )
            );

    // Products of the same resource, such as hours and bytes of a gateway, fall on the same ones.
    private IEnumerable<UsageLine> Some(Product product)
    {
        var accounts = Accounts(product).SelectMany(a => Enumerable.Repeat(a, a.Weight)).ToList();
        var count =
            product.Count == 0 ? 0 : Math.Max(1, (int)Math.Round(product.Count * scope.LineFactor));
        for (var number = 1; number <= count; number++)
        {
            var chance = scope.Chance.Of(product.Resource).Of(product.Name).Of(number);
            var account = chance.Of("account").Pick(accounts);
            var region = _factory.RegionOf(account, chance);
            yield return Live(_factory.Make(product, account, region, number, chance), chance);
        }
    }

    // Seven in ten are older than the data; the others came during the first ten months, and some have gone again.
    private UsageLine Live(UsageLine line, Chance chance)
    {
        var first = chance.Of("old").InPercent(72) ? 0 : chance.Of("first day").Below(300);
        var last =
            line.Account.Env == "prod" || !chance.Of("goes").InPercent(18)
                ? LineFactory.Forever
                : first + 30 + chance.Of("last day").Below(200);
        var size = line.Product.Profile is Profile.Always or Profile.Office
            ? line.Size
            : decimal.Round(line.Size * chance.Of("size").Between(0.35m, 1.65m), 2);
        return line with { FirstDay = first, LastDay = last, Size = size };
    }

    private IEnumerable<UsageLine> Told(Story story)
    {
        var product = tables.Products.First(p => p.Key == story.Product);
        var account = tables.Accounts.First(a => a.Name == story.Account);
        var today = scope.DayIndex(scope.Today);
        var (first, last) = (today - story.FirstDaysAgo, today - story.LastDaysAgo);
        for (var copy = 1; copy <= story.Copies; copy++)
        {
            var line = _factory.Make(
                product,
                account,
                tables.Regions[account.Regions[0]],
                100 + copy,
                scope.Chance.Of(story.Name).Of(copy)
            );
            yield return story.Only
                ? line with
                {
                    Size = story.Size,
                    FirstDay = first,
                    LastDay = last,
                }
                : line with
                {
                    Size = story.Size,
                    Surge = (first, last, story.Factor),
                };
        }
    }

    private IEnumerable<Account> Accounts(Product product) =>
        tables.Accounts.Where(a =>
            tables.Deliveries.First(d => d.Key == a.Delivery).Cloud == product.Cloud
            && product.SuitsAccount(a)
        );
}
