using Outlay.Commitments.Usage;

namespace Outlay.Commitments.Plans;

/// <summary>What use of a line costs under a plan.</summary>
/// <param name="Share">Plan rate over on-demand rate, <c>1 - discount</c>; above 0.</param>
/// <param name="UnitRate">Plan rate of one unit; breaks ties between lines of one discount, the lowest first. 0 where unknown.</param>
public readonly record struct LineRate(double Share, double UnitRate = 0)
{
    /// <summary>Saving as a share of the on-demand price.</summary>
    public double Discount => 1 - Share;

    /// <summary>The rate of a discount, such as 0.28.</summary>
    public static LineRate OfDiscount(double discount) => new(1 - discount);
}

/// <summary>Rate of a line under a plan; null when the plan does not cover it.</summary>
public delegate LineRate? PlanRates(UsageLine line);
