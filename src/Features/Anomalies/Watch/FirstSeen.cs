using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Anomalies.Watch;

/// <summary>A service, region, account or SKU that was charged for the first time, or again after a long time.</summary>
/// <param name="Currency">Currency of the cost.</param>
/// <param name="Path">The values that lead to it, outermost first; the last one is what was seen.</param>
/// <param name="FirstDay">First day with cost.</param>
/// <param name="RaisedDay">Day on which its cost passed the floor.</param>
/// <param name="Cost">Cost since its first day.</param>
/// <param name="IsReturn">Whether it had been seen before.</param>
public sealed record FirstSeen(
    Currency Currency,
    IReadOnlyList<PathStep> Path,
    DateOnly FirstDay,
    DateOnly RaisedDay,
    double Cost,
    bool IsReturn
)
{
    /// <summary>What it is a value of.</summary>
    public Dimension Dimension => new(Path[^1].Dimension);

    /// <summary>What it is, such as Region.</summary>
    public string Kind => Dimension.Key == "SkuMeter" ? "SKU" : Dimensions.Label(Dimension);

    /// <summary>What was seen, in words.</summary>
    public string Name => string.Join(" · ", Path.Select(p => p.Value ?? "none"));

    /// <summary>The query of its cost since its first day.</summary>
    public CostQuery Query(DateOnly today) =>
        AnomalySeries.Scope(Currency) with
        {
            Period = Period.Of(DateRange.Inclusive(FirstDay, today < FirstDay ? FirstDay : today)),
            Filter = AnomalySeries.Filter(Path),
        };
}
