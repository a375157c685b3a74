using Outlay.Anomalies.Detection;

namespace Outlay.Anomalies.Events;

/// <summary>Joins the alerts of a hierarchy of series to events: one event is one row, whichever levels show it.</summary>
/// <param name="settings">Its constants.</param>
public sealed class EventMerger(EventSettings settings)
{
    /// <summary>Merges alerts.</summary>
    /// <param name="nodes">Every series that has an alert, and the series that contain it.</param>
    /// <param name="alerts">The alerts.</param>
    /// <param name="known">Events of earlier runs: one that shares a series, the sign and a day keeps its name.</param>
    /// <returns>The most severe first.</returns>
    /// <exception cref="ArgumentException">An alert's series is not among the nodes, or series contain each other in a circle.</exception>
    public IReadOnlyList<CostEvent> Merge(
        IReadOnlyCollection<SeriesNode> nodes,
        IReadOnlyCollection<Alert> alerts,
        IReadOnlyCollection<KnownEvent>? known = null
    )
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(alerts);
        var series = nodes.ToDictionary(node => node.Key, StringComparer.Ordinal);
        var tree = Tree(series, alerts);
        var names = new KnownNames(known ?? []);
        var events = tree.Where(node => node.Parent is null)
            .OrderBy(node => node.Alert.Start)
            .ThenBy(node => node.Series.Key, StringComparer.Ordinal)
            .Select(root => Event(root, names))
            .ToList();
        return
        [
            .. Offsets
                .Link(events, settings)
                .OrderByDescending(e => e.Severity)
                .ThenBy(e => e.Id, StringComparer.Ordinal),
        ];
    }

    private static List<AlertNode> Tree(
        Dictionary<string, SeriesNode> series,
        IReadOnlyCollection<Alert> alerts
    )
    {
        var all = alerts
            .Select(alert => new AlertNode(Find(series, alert.SeriesKey), alert))
            .ToList();
        var bySeries = all.ToLookup(node => node.Series.Key, StringComparer.Ordinal);
        foreach (var node in all)
        {
            node.Parent = Ancestors(series, node.Series)
                .ToList()
                .Select(ancestor => Closest(bySeries[ancestor.Key], node))
                .FirstOrDefault(found => found is not null);
            node.Parent?.Children.Add(node);
        }

        return all;
    }

    private static SeriesNode Find(Dictionary<string, SeriesNode> series, string key) =>
        series.TryGetValue(key, out var node)
            ? node
            : throw new ArgumentException($"No series is called {key}.", nameof(series));

    private static IEnumerable<SeriesNode> Ancestors(
        Dictionary<string, SeriesNode> series,
        SeriesNode node
    )
    {
        var steps = 0;
        for (var parent = node.Parent; parent is not null; parent = node.Parent)
        {
            if (++steps > series.Count)
            {
                throw new ArgumentException($"{node.Key} contains itself.", nameof(series));
            }

            node = Find(series, parent);
            yield return node;
        }
    }

    private static AlertNode? Closest(IEnumerable<AlertNode> candidates, AlertNode node) =>
        candidates
            .Where(node.Overlaps)
            .OrderBy(c => Math.Abs(c.Alert.Start.DayNumber - node.Alert.Start.DayNumber))
            .ThenBy(c => c.Alert.Start)
            .FirstOrDefault();

    private CostEvent Event(AlertNode root, KnownNames names)
    {
        var above = new List<AlertNode>();
        var head = root;
        while (Substitute(head) is { } lower)
        {
            above.Add(head);
            head = lower;
        }

        var parts = root.Tree().ToList();
        var rest = parts.Where(part => part != head && !above.Contains(part));
        return new(
            names.Find(parts) ?? EventIdentity.Of(head.Alert),
            head.Series,
            head.Alert,
            [.. above.Select(part => Part(part, head))],
            [
                .. rest.OrderByDescending(part => Math.Abs(part.Alert.Excess))
                    .ThenBy(part => part.Series.Key, StringComparer.Ordinal)
                    .Select(part => Part(part, head)),
            ],
            Severity(head.Alert)
        );
    }

    private static EventPart Part(AlertNode part, AlertNode head) =>
        new(
            part.Series,
            part.Alert,
            head.Alert.Excess == 0 ? 0 : part.Alert.Excess / head.Alert.Excess
        );

    private static double Severity(Alert alert) =>
        alert.Confidence * Math.Log10(1 + Math.Abs(alert.Excess));

    private AlertNode? Substitute(AlertNode node) =>
        node
            .Children.Where(child =>
                Math.Abs(child.Alert.Excess) >= settings.HeadShare * Math.Abs(node.Alert.Excess)
            )
            .OrderByDescending(child => Math.Abs(child.Alert.Excess))
            .ThenBy(child => child.Series.Key, StringComparer.Ordinal)
            .FirstOrDefault();
}
