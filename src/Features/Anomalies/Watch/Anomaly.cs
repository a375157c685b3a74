using Outlay.Anomalies.Detection;
using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Anomalies.Watch;

/// <summary>What a person says of an anomaly.</summary>
public enum AnomalyState
{
    /// <summary>Nobody has said anything.</summary>
    Open,

    /// <summary>Somebody looks at it.</summary>
    Acknowledged,

    /// <summary>It was planned; its days teach the detector nothing.</summary>
    Expected,

    /// <summary>It is dealt with.</summary>
    Resolved,
}

/// <summary>Why an anomaly is resolved.</summary>
public enum AnomalyReason
{
    /// <summary>The cause was found and mended.</summary>
    Fixed,

    /// <summary>It is the new normal.</summary>
    NewNormal,

    /// <summary>There was nothing; its days teach the detector nothing.</summary>
    FalseAlarm,
}

/// <summary>One thing that happened to the cost, however many levels show it.</summary>
public sealed record Anomaly
{
    /// <summary>Its name, which stays when days are scored again.</summary>
    public required string Id { get; init; }

    /// <summary>Currency of the amounts.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Key of the series that shows it best.</summary>
    public required string SeriesKey { get; init; }

    /// <summary>total, cloud, region, account, service or resource.</summary>
    public required string Level { get; init; }

    /// <summary>The values that lead to it, outermost first; empty for the total.</summary>
    public required IReadOnlyList<PathStep> Path { get; init; }

    /// <summary>What else shows it, in words, the largest first.</summary>
    public required IReadOnlyList<string> Parts { get; init; }

    /// <summary>Where it comes from, the best explanation first.</summary>
    public required IReadOnlyList<AnomalyCause> Causes { get; init; }

    /// <summary>Whether price or usage moved, in a sentence; null where that cannot be told.</summary>
    public string? Why { get; init; }

    /// <summary>The days around it as a small drawing needs them; empty for none.</summary>
    public IReadOnlyList<SketchedDay> Sketch { get; init; } = [];

    /// <summary>Its form.</summary>
    public required AlertKind Kind { get; init; }

    /// <summary>One above what was expected, minus one below.</summary>
    public required int Direction { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Last day so far.</summary>
    public required DateOnly End { get; init; }

    /// <summary>Whether the next day may still belong to it.</summary>
    public required bool IsRunning { get; init; }

    /// <summary>Cost of its days.</summary>
    public required double Actual { get; init; }

    /// <summary>Cost that was to be expected of them, as seen on the first day.</summary>
    public required double Expected { get; init; }

    /// <summary>From zero to one.</summary>
    public required double Confidence { get; init; }

    /// <summary>Confidence times the order of magnitude of the excess.</summary>
    public required double Severity { get; init; }

    /// <summary>The anomaly that moved by about as much the other way on the same days; null for none.</summary>
    public string? OffsetBy { get; init; }

    /// <summary>What a person says of it.</summary>
    public AnomalyState State { get; init; }

    /// <summary>Last day on which it is expected; null unless it is.</summary>
    public DateOnly? ExpectedUntil { get; init; }

    /// <summary>Why it is resolved; null unless it is.</summary>
    public AnomalyReason? Reason { get; init; }

    /// <summary>When it was found, UTC.</summary>
    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>Cost beyond what was expected; negative below it.</summary>
    public double Excess => Actual - Expected;

    /// <summary>Where it is, in words.</summary>
    public string Name =>
        Path.Count == 0 ? "All spend" : string.Join(" · ", Path.Select(p => p.Value ?? "none"));

    /// <summary>The query of its scope on some days.</summary>
    public CostQuery Query(DateRange days) =>
        AnomalySeries.Scope(Currency) with
        {
            Period = Period.Of(days),
            Filter = AnomalySeries.Filter(Path),
        };
}

/// <summary>A step on the way to a series.</summary>
/// <param name="Dimension">Key of the dimension.</param>
/// <param name="Value">Its value; null for charges without one.</param>
public sealed record PathStep(string Dimension, string? Value);

/// <summary>A day of a small drawing.</summary>
/// <param name="Actual">Its cost.</param>
/// <param name="Low">The least that counted as usual.</param>
/// <param name="High">The most that counted as usual.</param>
public sealed record SketchedDay(double Actual, double Low, double High);

/// <summary>Where an anomaly comes from.</summary>
/// <param name="Words">Values of dimensions, such as <c>Region eu-west-1</c>.</param>
/// <param name="Share">Their part of the excess, 1 for all of it.</param>
/// <param name="Expected">What they were expected to cost.</param>
/// <param name="Actual">What they cost.</param>
public sealed record AnomalyCause(string Words, double Share, double Expected, double Actual);

/// <summary>What counts as an anomaly.</summary>
/// <param name="Sensitivity">Robust standard deviations that a day must be off, 3 to 10; fewer find more and err more.</param>
/// <param name="MoneyFloor">Excess below which nothing is said, in the currency of the amounts.</param>
/// <param name="ArrivalFloor">Cost from which a service, region or account seen first is told; SKUs from ten times it. Null for never.</param>
public sealed record AnomalySettings(double Sensitivity, double MoneyFloor, double? ArrivalFloor);
