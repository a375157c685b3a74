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
            _lines.TryAdd((resource.AccountId, resource.Id), lines);
            _lines.TryAdd(
                (resource.AccountId, resource.Name),
                _lines[(resource.AccountId, resource.Id)]
            );
        }
    }

    public int Days { get; }

    public DateOnly? Until { get; }

    public IReadOnlyList<BillLine> Of(Resource resource) =>
        _lines.GetValueOrDefault((resource.AccountId, resource.Name))
        ?? _lines.GetValueOrDefault((resource.AccountId, resource.Id))
        ?? [];

    public decimal DiscountRatio(string provider, string? service) =>
        Ratio((provider, service)) ?? Ratio((provider, null)) ?? 1m;

    public void See(BillLine line)
    {
        if (
            line is { ResourceId: { } id, AccountId: { } account }
            && _lines.TryGetValue((account, id), out var lines)
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
