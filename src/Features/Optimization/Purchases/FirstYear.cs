namespace Outlay.Optimization.Purchases;

/// <summary>What the first year of a purchase comes to.</summary>
/// <param name="Saving">Saved when use stays as it was.</param>
/// <param name="Unused">Commitment that nothing uses then.</param>
/// <param name="FallSaving">Saved when use falls by 40 % from the seventh month on.</param>
/// <param name="FallUnused">Commitment that nothing uses then.</param>
public sealed record FirstYear(double Saving, double Unused, double FallSaving, double FallUnused);
