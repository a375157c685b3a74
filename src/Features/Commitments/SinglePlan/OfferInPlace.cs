using Outlay.Commitments.Billing;
using Outlay.Commitments.Plans;
using Outlay.Commitments.Usage;

namespace Outlay.Commitments.SinglePlan;

/// <summary>One plan on offer among those that stand already, on one set of hours.</summary>
internal sealed class OfferInPlace
{
    private readonly IReadOnlyList<Plan> _plans;
    private readonly int _offer;
    private readonly IReadOnlyList<double>? _weights;
    private readonly CompiledBilling _billing;
    private readonly double[] _standing;

    public OfferInPlace(
        IReadOnlyList<UsageLine> lines,
        IReadOnlyList<Plan> existing,
        Plan offer,
        IReadOnlyList<double>? weights
    )
        : this([.. existing, offer], weights, new LineGroups(lines, [.. existing, offer], false))
    { }

    private OfferInPlace(
        IReadOnlyList<Plan> plans,
        IReadOnlyList<double>? weights,
        LineGroups groups
    )
    {
        _plans = plans;
        _offer = plans.Count - 1;
        _weights = weights;
        _billing = new CompiledBilling(groups, plans);
        _standing = [.. plans.Take(_offer).Select(p => p.HourlyCommitment), 0];
        Before = _billing.Run(_standing, weights);
    }

    /// <summary>The bill without the offer.</summary>
    public Bill Before { get; }

    /// <summary>Weight of all hours.</summary>
    public double Weight => _weights?.Sum() ?? _billing.Groups.Hours;

    /// <summary>The bill with an hourly commitment of the offer.</summary>
    public Bill With(double commitment) => _billing.Run(Commitments(commitment), _weights);

    /// <summary>The same with all use times a factor.</summary>
    public OfferInPlace Times(double factor) =>
        factor == 1 ? this : new(_plans, _weights, _billing.Groups.Times(factor));

    /// <summary>Paid with an hourly commitment of the offer, and what of it is lost.</summary>
    public (double Actual, double Unused) Cost(double commitment) =>
        _billing.Cost(Commitments(commitment), _weights);

    /// <summary>
    /// Whether what stands already takes its use before the offer does, so that the offer sees a fixed rest. Not so for a plan that comes
    /// later in the order, or of its own kind with other rates, on lines that the offer covers as well.
    /// </summary>
    public bool SeesFixedRest =>
        Enumerable
            .Range(0, _offer)
            .Where(p => _standing[p] > 0)
            .All(p =>
                _plans[p].Kind < _plans[_offer].Kind
                || (_plans[p].Kind == _plans[_offer].Kind && AlikeOrApart(p))
                || _billing.Groups.ByPlan.All(r => r[p] is null || r[_offer] is null)
            );

    /// <summary>Adds the hours' levels at which the offer has used up a line.</summary>
    public void AddTo(Breakpoints breakpoints, double weight)
    {
        var rest = _billing.Rest(_standing);
        var steps = _billing.Steps.Where(s => s.Plan == _offer).ToArray();
        var lines = new (double, double)[steps.Length];
        for (var hour = 0; hour < _billing.Groups.Hours; hour++)
        {
            var row = hour * _billing.Groups.Count;
            for (var i = 0; i < steps.Length; i++)
            {
                lines[i] = (rest[row + steps[i].Group], steps[i].Share);
            }

            breakpoints.AddHour(lines, weight * (_weights?[hour] ?? 1));
        }
    }

    private bool AlikeOrApart(int plan)
    {
        var rates = _billing.Groups.ByPlan;
        return rates.All(r => r[plan] == r[_offer])
            || rates.All(r => r[plan] is null || r[_offer] is null);
    }

    private double[] Commitments(double commitment) => [.. _standing.AsSpan(0, _offer), commitment];
}
