using Outlay.Inventory;
using Outlay.Inventory.Resources;
using Outlay.Optimization.Findings;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Purchases;

/// <summary>Sums up from the bill's lines what commitments cover, what they leave, and how much of them is used.</summary>
internal sealed class CommitmentTally
{
    private const int MostHeld = 200;
    private readonly Dictionary<(string Provider, string Currency), Sums> _sums = [];

    public void See(BillLine line)
    {
        if (line.ChargeCategory != "Usage")
        {
            return;
        }

        var key = (line.Provider, line.Currency);
        if (!_sums.TryGetValue(key, out var sums))
        {
            _sums[key] = sums = new Sums();
        }

        if (line.CommitmentId is { } id)
        {
            sums.Add(id, line);
        }
        else if (line.ServiceCategory == "Compute")
        {
            sums.OnDemand += line.PricingCategory == "Standard" ? line.ContractedCost : 0;
            sums.Spot += line.PricingCategory == "Dynamic" ? line.EffectiveCost : 0;
        }
    }

    /// <summary>A report for each provider and currency, without purchases.</summary>
    public IEnumerable<CommitmentReport> Reports(IReadOnlyList<Snapshot> scans, int days)
    {
        var ends = scans
            .SelectMany(s => s.Resources.OfType<Commitment>())
            .SelectMany(c => c.Aliases.Append(c.Id).Append(c.Name).Select(id => (Id: id, c.End)))
            .GroupBy(c => c.Id, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                g => g.Key,
                g => DateOnly.FromDateTime(g.First().End.UtcDateTime),
                StringComparer.OrdinalIgnoreCase
            );
        var scale = days > 0 ? Month.Days / days : 0;
        return _sums
            .Where(s => s.Value.OnDemand + s.Value.Covered + s.Value.Unused > 0)
            .OrderByDescending(s => s.Value.OnDemand + s.Value.Covered)
            .Select(s => new CommitmentReport
            {
                Provider = s.Key.Provider,
                Currency = s.Key.Currency,
                Covered = s.Value.Covered * scale,
                OnDemand = s.Value.OnDemand * scale,
                Spot = s.Value.Spot * scale,
                Used = s.Value.Used * scale,
                Unused = s.Value.Unused * scale,
                Held =
                [
                    .. s
                        .Value.Held.Select(h => new HeldCommitment(
                            h.Key,
                            h.Value.Name,
                            h.Value.Type,
                            h.Value.Used * scale,
                            h.Value.Unused * scale,
                            ends.TryGetValue(h.Key, out var end) ? end : null
                        ))
                        .OrderByDescending(h => h.Used + h.Unused)
                        .Take(MostHeld),
                ],
            });
    }

    private sealed class Sums
    {
        public decimal OnDemand { get; set; }
        public decimal Spot { get; set; }
        public decimal Covered { get; private set; }
        public decimal Used { get; private set; }
        public decimal Unused { get; private set; }
        public Dictionary<string, Holding> Held { get; } = new(StringComparer.Ordinal);

        public void Add(string id, BillLine line)
        {
            var held = Held.GetValueOrDefault(id) ?? (Held[id] = new Holding());
            held.Name ??= line.CommitmentName;
            held.Type ??= line.CommitmentType;
            if (line.CommitmentStatus == "Unused")
            {
                held.Unused += line.EffectiveCost;
                Unused += line.EffectiveCost;
            }
            else
            {
                held.Used += line.EffectiveCost;
                Used += line.EffectiveCost;
                Covered += line.ContractedCost;
            }
        }
    }

    private sealed class Holding
    {
        public string? Name { get; set; }
        public string? Type { get; set; }
        public decimal Used { get; set; }
        public decimal Unused { get; set; }
    }
}
