using Outlay.Inventory;
using Outlay.Optimization.Bill;
using Outlay.Optimization.Prices;

namespace Outlay.Optimization.Rules;

/// <summary>Everything that rules judge by.</summary>
/// <param name="Snapshots">The newest scan of each source.</param>
/// <param name="Bill">What the bill says of the resources that were found.</param>
/// <param name="Prices">Prices of what could take their place.</param>
/// <param name="Settings">Bounds that people may set.</param>
/// <param name="Now">The moment that ages are counted to.</param>
public sealed record RuleContext(
    IReadOnlyList<Snapshot> Snapshots,
    IResourceBills Bill,
    IPrices Prices,
    RuleSettings Settings,
    DateTimeOffset Now
)
{
    /// <summary>All resources of one kind that people did not exclude.</summary>
    public IEnumerable<(Snapshot Scan, T Resource)> All<T>()
        where T : Resource =>
        Snapshots.SelectMany(s =>
            s.Resources.OfType<T>().Where(r => !Settings.Excludes(r, Now)).Select(r => (s, r))
        );
}
