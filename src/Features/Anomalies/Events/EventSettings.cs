namespace Outlay.Anomalies.Events;

/// <summary>Constants of the merging of alerts.</summary>
public sealed record EventSettings
{
    /// <summary>The defaults.</summary>
    public static EventSettings Default { get; } = new();

    /// <summary>Share of its parent's impact from which a part takes the parent's place.</summary>
    public double HeadShare { get; init; } = 0.8;

    /// <summary>How far two opposite impacts may differ, relative to the larger, to be called offsetting.</summary>
    public double OffsetTolerance { get; init; } = 0.2;

    /// <summary>Days by which the starts of offsetting events may differ.</summary>
    public int OffsetDays { get; init; } = 1;
}
