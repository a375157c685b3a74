namespace Outlay.Forecast.Scenarios;

/// <summary>Something planned that history cannot know. Events are applied in order, after the model, through its intervals.</summary>
public abstract record ScenarioEvent
{
    private protected ScenarioEvent() { }

    internal abstract DayParts On(DateOnly day, DayParts parts);
}

/// <summary>
/// A day's cost is known + max(uncertain, least): usage below what is covered saves nothing, and cost is not negative.
/// </summary>
internal readonly record struct DayParts(double Uncertain, double Known, double Least)
{
    public double Point => Known + Math.Max(Uncertain, Least);
}

/// <summary>Usage grows or shrinks from a day on; its uncertainty with it.</summary>
/// <param name="From">The first day.</param>
/// <param name="Share">0.1 for ten percent more, -0.1 for ten percent less; not below -1.</param>
public sealed record Growth(DateOnly From, double Share) : ScenarioEvent
{
    internal override DayParts On(DateOnly day, DayParts parts) =>
        day < From ? parts : parts with { Uncertain = parts.Uncertain * (1 + Math.Max(-1, Share)) };
}

/// <summary>An amount on one day: a purchase, or a credit when negative. It is known and widens nothing.</summary>
/// <param name="Day">The day.</param>
/// <param name="Amount">In the unit of the series.</param>
public sealed record OneOff(DateOnly Day, double Amount) : ScenarioEvent
{
    internal override DayParts On(DateOnly day, DayParts parts) =>
        day == Day ? parts with { Known = parts.Known + Amount } : parts;
}

/// <summary>
/// A commitment from a day on: usage up to the covered amount is no longer paid on demand, its discounted price is paid whether used or
/// not. That price is known; what stays on demand keeps its uncertainty.
/// </summary>
/// <param name="From">The first day of the commitment.</param>
/// <param name="CoveredPerDay">On-demand cost covered per day, in the unit of the series.</param>
/// <param name="Discount">The discount on it, 0 to 1.</param>
public sealed record PlannedCommitment(DateOnly From, double CoveredPerDay, double Discount)
    : ScenarioEvent
{
    internal override DayParts On(DateOnly day, DayParts parts) =>
        day < From
            ? parts
            : parts with
            {
                Known = parts.Known - (CoveredPerDay * Discount),
                Least = Math.Max(0, parts.Least) + CoveredPerDay,
            };
}
