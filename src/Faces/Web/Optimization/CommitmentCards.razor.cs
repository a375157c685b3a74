namespace Outlay.Web.Optimization;

/// <summary>Commitments.</summary>
public sealed partial class CommitmentCards;
