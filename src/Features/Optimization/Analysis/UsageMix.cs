using Outlay.Optimization.Rules;

namespace Outlay.Optimization.Analysis;

/// <summary>
/// How computing is bought, a month: at contracted prices, which is what it costs on demand after negotiated discounts; Spot at what it costs.
/// </summary>
/// <param name="Category">Machines, containers or functions.</param>
/// <param name="Currency">Currency of the amounts.</param>
/// <param name="OnDemand">On demand.</param>
/// <param name="Committed">Covered by plans and reservations.</param>
/// <param name="Spot">Spot.</param>
/// <param name="Arm">Of all three, on ARM processors.</param>
/// <param name="KnownProcessors">Of all three, where the bill tells the processor.</param>
public sealed record UsageMix(
    Category Category,
    string Currency,
    decimal OnDemand,
    decimal Committed,
    decimal Spot,
    decimal Arm,
    decimal KnownProcessors
)
{
    /// <summary>All of it.</summary>
    public decimal Total => OnDemand + Committed + Spot;

    /// <summary>Share on ARM of what is known, 0 to 1; null when the bill tells no processor.</summary>
    public decimal? ArmShare => KnownProcessors > 0 ? Arm / KnownProcessors : null;
}
