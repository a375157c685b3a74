using Outlay.Anomalies.Detection;

namespace Outlay.Anomalies.Events;

/// <summary>An alert of a part of an event.</summary>
/// <param name="Node">The series.</param>
/// <param name="Alert">Its alert.</param>
/// <param name="Share">Its part of the head's impact as a fraction; above one for what contains the head.</param>
public sealed record EventPart(SeriesNode Node, Alert Alert, double Share);

/// <summary>One thing that happened, however many series show it.</summary>
/// <param name="Id">Stable name: the same series, start day and sign give the same.</param>
/// <param name="Node">The lowest series that explains at least most of what contains it.</param>
/// <param name="Head">The alert of that series.</param>
/// <param name="Above">Alerts of the series that contain the head, the topmost first.</param>
/// <param name="Children">Further alerts of the same event, the largest first.</param>
/// <param name="Severity">Confidence times the order of magnitude of the impact.</param>
public sealed record CostEvent(
    string Id,
    SeriesNode Node,
    Alert Head,
    IReadOnlyList<EventPart> Above,
    IReadOnlyList<EventPart> Children,
    double Severity
)
{
    /// <summary>The event that moved by about as much the other way on the same days, if there is one: cost that went from one place to another.</summary>
    public string? OffsetBy { get; init; }
}

/// <summary>An event as it was stored by an earlier run.</summary>
/// <param name="Id">Its name.</param>
/// <param name="SeriesKey">Series of its head.</param>
/// <param name="Start">First day.</param>
/// <param name="End">Last day.</param>
/// <param name="Direction">One above, minus one below.</param>
public sealed record KnownEvent(
    string Id,
    string SeriesKey,
    DateOnly Start,
    DateOnly End,
    int Direction
);
