using Outlay.Commitments.Plans;
using Outlay.Commitments.SinglePlan;
using Outlay.Commitments.Usage;

namespace Outlay.Commitments.Scenarios;

/// <summary>What a plan saves when all use falls evenly, those that stand already used up first as ever.</summary>
public sealed class UsageFall
{
    private const int Steps = 30;

    private readonly OfferInPlace _place;

    /// <summary>Prepares a plan on offer beside those that stand already.</summary>
    public UsageFall(IReadOnlyList<UsageLine> lines, IReadOnlyList<Plan> existing, Plan offer)
        : this(new OfferInPlace(lines, existing, offer, null)) { }

    internal UsageFall(OfferInPlace place) => _place = place;

    /// <summary>Saving over the horizon against not buying when use is a share less.</summary>
    /// <param name="commitment">Money an hour.</param>
    /// <param name="fall">Share of use that goes away, 0 to 1.</param>
    public double Saving(double commitment, double fall)
    {
        var place = _place.Times(1 - fall);
        return place.Before.Total.Actual - place.Cost(commitment).Actual;
    }

    /// <summary>Largest even fall at which the plan still costs no more than not buying it; 0 when it loses already.</summary>
    public double BreakEven(double commitment)
    {
        if (commitment <= 0)
        {
            return 1;
        }

        if (Saving(commitment, 0) < 0)
        {
            return 0;
        }

        var (pays, loses) = (0.0, 1.0);
        for (var i = 0; i < Steps; i++)
        {
            var middle = (pays + loses) / 2;
            (pays, loses) = Saving(commitment, middle) >= 0 ? (middle, loses) : (pays, middle);
        }

        return pays;
    }
}
