namespace Outlay.Commitments.Laddering;

/// <summary>A part of a commitment with days of its own.</summary>
/// <param name="Start">First day.</param>
/// <param name="Expiry">First day on which it no longer counts.</param>
/// <param name="HourlyCommitment">Money an hour.</param>
public sealed record Tranche(DateOnly Start, DateOnly Expiry, double HourlyCommitment);
