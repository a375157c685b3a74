using Outlay.Inventory;
using Outlay.Kernel;
using Outlay.Optimization.Bill;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Analysis;

/// <summary>
/// The lines of the resources that scans found, by their ids and full names, and what discounts leave of list prices. Of everything else
/// it keeps sums alone.
/// </summary>
internal sealed class ResourceBills : IResourceBills
{
    private const string Usage = "Usage";
    private const string Standard = "Standard";
    private readonly Dictionary<(string Account, string Id), List<BillLine>> _lines = [];
    private readonly Dictionary<
        (string Provider, string? Service),
        (decimal List, decimal Contracted)
    > _discounts = [];

    public ResourceBills(IEnumerable<Snapshot> snapshots, DateRange? days)
    {
        Days = days?.Days ?? 0;
        Until = days?.To;
        foreach (var resource in snapshots.SelectMany(s => s.Resources))
        {
            var lines = new List<BillLine>();
            foreach (var name in resource.Aliases.Prepend(resource.Name).Prepend(resource.Id))
            {
                var key = Key(resource.Provider, resource.AccountId, name);
                _lines.TryAdd(key, lines);
                lines = _lines[key];
            }
        }
    }

    public int Days { get; }

    public DateOnly? Until { get; }

    public IReadOnlyList<BillLine> Of(Resource resource) =>
        _lines.GetValueOrDefault(Key(resource.Provider, resource.AccountId, resource.Name)) ?? [];

    public decimal DiscountRatio(string provider, string? service) =>
        Ratio((provider, service)) ?? Ratio((provider, null)) ?? 1m;

    public void See(BillLine line)
    {
        if (
            line is { ResourceId: { } id, AccountId: { } account }
            && _lines.TryGetValue(Key(line.Provider, account, id), out var lines)
        )
        {
            lines.Add(line);
        }

        if (
            line is { ChargeCategory: Usage, PricingCategory: Standard, CommitmentId: null }
            && line.ListCost > 0
        )
        {
            Add((line.Provider, line.Service), line);
            Add((line.Provider, null), line);
        }
    }

    // Azure writes its ids in changing case, and FOCUS exports name a subscription by its full id.
    private static (string Account, string Id) Key(string provider, string account, string id) =>
        provider == Clouds.Azure
            ? (account[(account.LastIndexOf('/') + 1)..].ToLowerInvariant(), id.ToLowerInvariant())
            : (account, id);

    private void Add((string, string?) key, BillLine line)
    {
        var (list, contracted) = _discounts.GetValueOrDefault(key);
        _discounts[key] = (list + line.ListCost, contracted + line.ContractedCost);
    }

    private decimal? Ratio((string, string?) key) =>
        _discounts.TryGetValue(key, out var sums) && sums.List > 0
            ? Math.Clamp(sums.Contracted / sums.List, 0m, 1m)
            : null;
}
