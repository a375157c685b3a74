using Outlay.Connectors.Sample.Company;

namespace Outlay.Connectors.Sample.Lines;

/// <summary>A resource that a commitment covers.</summary>
/// <param name="Line">The resource.</param>
/// <param name="UnitsPerQuantity">Units of the commitment that one priced unit takes.</param>
internal sealed record FleetLine(UsageLine Line, decimal UnitsPerQuantity);

/// <summary>A commitment at work: its price, its days, and the resources it covers, in the order it covers them.</summary>
internal sealed class Fleet
{
    public Fleet(SampleScope scope, CompanyTables tables, CommitmentPlan plan)
    {
        Plan = plan;
        Chance = scope.Chance.Of("commitment").Of(plan.Key);
        Id = Naming.Fill(plan.Id, Chance);
        Owner = tables.Accounts.First(a => a.Name == plan.Owner);
        Region = tables.Regions[Owner.Regions[0]];
        var start = scope.MonthsAgo(plan.StartMonthsAgo).Start;
        FirstDay = scope.DayIndex(start);
        EndDay = scope.DayIndex(start.AddMonths(plan.TermMonths));
        var lines = Make(scope, tables).ToList();
        EffectivePrice = plan.IsSpend ? 1 : decimal.Round(lines[0].ListPrice * plan.Rate, 10);
        Lines =
        [
            .. lines.Select(line => new FleetLine(
                line,
                plan.IsSpend ? decimal.Round(line.ListPrice * plan.Rate, 8) : 1
            )),
        ];
    }

    public CommitmentPlan Plan { get; }

    public Chance Chance { get; }

    public string Id { get; }

    public Account Owner { get; }

    public Region Region { get; }

    /// <summary>First day of its term, counted from the first day made.</summary>
    public int FirstDay { get; }

    /// <summary>The day after its term.</summary>
    public int EndDay { get; }

    /// <summary>Amortised cost of one committed unit.</summary>
    public decimal EffectivePrice { get; }

    public IReadOnlyList<FleetLine> Lines { get; }

    public bool IsActive(TimeSlot slot) => slot.DayIndex >= FirstDay && slot.DayIndex < EndDay;

    private IEnumerable<UsageLine> Make(SampleScope scope, CompanyTables tables)
    {
        var factory = new LineFactory(scope, tables);
        foreach (var part in Plan.Fleet)
        {
            var product = tables.Products.First(p => p.Key == part.Product);
            var accounts = tables
                .Accounts.Where(a =>
                    a.Delivery == Plan.Delivery
                    && a.Regions[0] == Region.Id
                    && product.SuitsAccount(a)
                )
                .SelectMany(a => Enumerable.Repeat(a, a.Weight))
                .ToList();
            for (var number = 1; number <= part.Count; number++)
            {
                var chance = Chance.Of(part.Product).Of(number);
                var account = chance.Of("account").Pick(accounts);
                yield return factory.Make(product, account, Region, 200 + number, chance);
            }
        }
    }
}
