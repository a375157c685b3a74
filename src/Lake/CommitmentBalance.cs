namespace Outlay.Lake;

/// <summary>What a commitment costs in a period against what became of it.</summary>
/// <param name="CommitmentDiscountId">The commitment.</param>
/// <param name="Currency">Billing currency.</param>
/// <param name="Due">Fee and amortised upfront fee, as decimal text.</param>
/// <param name="Spread">EffectiveCost of its used and unused parts, as decimal text.</param>
public sealed record CommitmentBalance(
    string CommitmentDiscountId,
    string Currency,
    string Due,
    string Spread
)
{
    /// <summary>
    /// The <c>x_</c> column in which a charge for a commitment says what the commitment costs in the time of the charge: its fee plus the
    /// share of its upfront fee. A mapping fills it where the source tells the share.
    /// </summary>
    public const string DueColumn = "x_CommitmentDue";
}
