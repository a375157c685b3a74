using Outlay.Commitments.Payments;
using Outlay.Commitments.Plans;

namespace Outlay.Commitments.Advice;

/// <summary>A plan that can be bought.</summary>
/// <param name="Id">Name.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Scope">Lines that it may cover.</param>
/// <param name="Rates">Rates of these lines for this term and payment.</param>
/// <param name="Years">Years of the term.</param>
/// <param name="Payment">Payment option.</param>
public sealed record PlanOffer(
    string Id,
    PlanKind Kind,
    PlanScope Scope,
    PlanRates Rates,
    int Years,
    Payment Payment
)
{
    /// <summary>Account that would buy it.</summary>
    public string? Owner { get; init; }

    /// <summary>Whether it would cover use of other accounts.</summary>
    public bool Shared { get; init; } = true;

    /// <summary>Amortised price of a unit where only whole units are sold; null where any money is.</summary>
    public double? UnitPrice { get; init; }

    /// <summary>The plan of a commitment, for all hours.</summary>
    public Plan Of(double hourlyCommitment) =>
        new(Id, Kind, hourlyCommitment, Scope, Rates) { Owner = Owner, Shared = Shared };
}
