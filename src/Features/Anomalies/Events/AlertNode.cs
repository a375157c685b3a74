using Outlay.Anomalies.Detection;

namespace Outlay.Anomalies.Events;

/// <summary>An alert with the alerts of contained series that show the same thing.</summary>
internal sealed class AlertNode(SeriesNode series, Alert alert)
{
    public SeriesNode Series => series;

    public Alert Alert => alert;

    public AlertNode? Parent { get; set; }

    public List<AlertNode> Children { get; } = [];

    public bool Overlaps(AlertNode other) =>
        alert.Direction == other.Alert.Direction
        && alert.Start <= other.Alert.End
        && other.Alert.Start <= alert.End;

    public IEnumerable<AlertNode> Tree() => Children.SelectMany(c => c.Tree()).Prepend(this);
}
