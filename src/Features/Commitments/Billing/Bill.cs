namespace Outlay.Commitments.Billing;

/// <summary>Use of one plan over the horizon, in money at its rates.</summary>
/// <param name="Id">Plan.</param>
/// <param name="Committed">Money committed.</param>
/// <param name="Used">Money used up by covered use.</param>
/// <param name="Covered">That use at on-demand prices.</param>
public sealed record PlanUse(string Id, double Committed, double Used, double Covered)
{
    /// <summary>Money lost.</summary>
    public double Unused => Committed - Used;

    /// <summary>Used over committed; 0 without a commitment.</summary>
    public double Utilisation => Committed > 0 ? Used / Committed : 0;
}

/// <summary>Money of one hour, or of many added up.</summary>
/// <param name="OnDemand">Cost had everything been on demand.</param>
/// <param name="Eligible">The part of it that some plan could cover.</param>
/// <param name="Covered">The part of it that plans covered.</param>
/// <param name="Committed">Cost of the commitments, used or not.</param>
/// <param name="Used">The part of the commitments that was used.</param>
public readonly record struct Charges(
    double OnDemand,
    double Eligible,
    double Covered,
    double Committed,
    double Used
)
{
    /// <summary>Committed and lost.</summary>
    public double Unused => Committed - Used;

    /// <summary>What is paid: commitments, and on-demand prices for what they did not cover.</summary>
    public double Actual => Committed + OnDemand - Covered;

    /// <summary>Paid less than on demand; below 0 when commitments lost money.</summary>
    public double Saving => Covered - Committed;

    /// <summary>Covered over eligible, at on-demand prices; 0 when nothing is eligible.</summary>
    public double Coverage => Eligible > 0 ? Covered / Eligible : 0;

    /// <summary>Used over committed; 0 without a commitment.</summary>
    public double Utilisation => Committed > 0 ? Used / Committed : 0;

    /// <summary>
    /// Effective savings rate, <c>1 - actual / on demand</c>, what is unused included. Source: FinOps Foundation, "How to calculate effective
    /// savings rate (ESR)".
    /// </summary>
    public double EffectiveSavingsRate => OnDemand > 0 ? 1 - (Actual / OnDemand) : 0;

    /// <summary>Sum of two.</summary>
    public static Charges operator +(Charges a, Charges b) =>
        new(
            a.OnDemand + b.OnDemand,
            a.Eligible + b.Eligible,
            a.Covered + b.Covered,
            a.Committed + b.Committed,
            a.Used + b.Used
        );

    /// <summary>Times a factor.</summary>
    public static Charges operator *(Charges a, double factor) =>
        new(
            a.OnDemand * factor,
            a.Eligible * factor,
            a.Covered * factor,
            a.Committed * factor,
            a.Used * factor
        );
}

/// <summary>What a horizon of hours costs under plans.</summary>
/// <param name="Hours">Each hour.</param>
/// <param name="Total">All hours added up, by their weights where the run had some.</param>
/// <param name="Plans">Use of each plan, in the order given.</param>
public sealed record Bill(
    IReadOnlyList<Charges> Hours,
    Charges Total,
    IReadOnlyList<PlanUse> Plans
);

/// <summary>A part of a line that a plan covered in an hour.</summary>
/// <param name="Plan">Plan.</param>
/// <param name="Line">Line.</param>
/// <param name="Used">Money at plan rates.</param>
/// <param name="Covered">The same use at on-demand prices.</param>
public sealed record AppliedUse(string Plan, string Line, double Used, double Covered);
