namespace Outlay.Commitments.Advice;

/// <summary>Why nothing is advised.</summary>
public enum RefusalReason
{
    /// <summary>Fewer than 14 days of hours are known.</summary>
    TooFewHours,

    /// <summary>Eligible use of the last three days is more than 5 % below that of the same days a week before.</summary>
    FallingUse,

    /// <summary>No offer covers any use.</summary>
    NothingEligible,
}

/// <summary>A refusal.</summary>
/// <param name="Reason">Reason.</param>
/// <param name="Text">The same in a sentence.</param>
public sealed record Refusal(RefusalReason Reason, string Text);

/// <summary>Advice on each offer, or why there is none.</summary>
/// <param name="Advice">One for each offer, the largest monthly saving in a poor month (p10) first.</param>
/// <param name="Refusal">Null unless nothing is advised.</param>
public sealed record PurchaseAnswer(IReadOnlyList<PurchaseAdvice> Advice, Refusal? Refusal)
{
    /// <summary>The first; null when nothing is advised.</summary>
    public PurchaseAdvice? Best => Advice.Count > 0 ? Advice[0] : null;
}
