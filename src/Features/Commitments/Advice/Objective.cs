namespace Outlay.Commitments.Advice;

/// <summary>What a purchase is sized for.</summary>
public abstract record Objective
{
    private Objective() { }

    /// <summary>The largest expected saving.</summary>
    public sealed record MaximumSaving : Objective;

    /// <summary>A commitment that is given.</summary>
    /// <param name="HourlyCommitment">Money an hour.</param>
    public sealed record FixedHourly(double HourlyCommitment) : Objective;

    /// <summary>A share of eligible use that shall be covered, averaged over the hours looked at.</summary>
    /// <param name="Coverage">Share, 0 to 1, by what stands already and the purchase together.</param>
    public sealed record TargetCoverage(double Coverage) : Objective;
}
