using Outlay.Anomalies.Detection;
using Outlay.Anomalies.Events;

namespace Outlay.Anomalies.Watch;

/// <summary>
/// Joins alerts to events when some lie across others: a region holds parts of many accounts and services. What an account or a service
/// shows too is its event, with the region as a part; what only the region shows is an event of its own.
/// </summary>
internal static class RegionEvents
{
    private const double MostOfIt = 0.5;

    public static List<CostEvent> Fold(
        IReadOnlyList<WatchedSeries> watched,
        IReadOnlyList<Alert> alerts,
        IReadOnlyList<KnownEvent> known
    )
    {
        var merger = new EventMerger(EventSettings.Default);
        var nodes = watched.Select(w => w.Node).ToList();
        var tree = merger
            .Merge(nodes, [.. alerts.Where(a => !AnomalySeries.IsRegion(a.SeriesKey))], known)
            .ToList();
        var regions = merger.Merge(
            nodes,
            [.. alerts.Where(a => AnomalySeries.IsRegion(a.SeriesKey))],
            known
        );
        foreach (var region in regions)
        {
            var at = tree.FindIndex(e => Shows(e, region));
            if (at < 0)
            {
                tree.Add(region);
                continue;
            }

            var head = tree[at].Head.Excess;
            tree[at] = tree[at] with
            {
                Children =
                [
                    .. tree[at].Children,
                    new(region.Node, region.Head, head == 0 ? 0 : region.Head.Excess / head),
                ],
            };
        }

        return
        [
            .. tree.OrderByDescending(e => e.Severity).ThenBy(e => e.Id, StringComparer.Ordinal),
        ];
    }

    // The regions of a cloud lie in it, and so do its accounts and services; a change of everything holds both.
    private static bool Shows(CostEvent e, CostEvent region) =>
        (
            region.Node.Key.StartsWith(e.Node.Key, StringComparison.Ordinal)
            || e.Node.Key.StartsWith(region.Node.Parent ?? "", StringComparison.Ordinal)
        )
        && e.Head.Direction == region.Head.Direction
        && e.Head.Start <= region.Head.End
        && region.Head.Start <= e.Head.End
        && Math.Abs(e.Head.Excess) >= MostOfIt * Math.Abs(region.Head.Excess);
}
