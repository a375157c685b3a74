namespace Outlay.Benchmarks;

/// <summary>One line of the result table.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Ours">Our figure, with its unit.</param>
/// <param name="Baseline">The bare engine's figure of the same run; empty where there is none.</param>
/// <param name="Bar">What must hold.</param>
/// <param name="Ratio">Ours against the baseline, or our figure where the bar is absolute.</param>
/// <param name="Met">Whether the bar is met.</param>
internal sealed record Measure(
    string Name,
    string Ours,
    string Baseline,
    string Bar,
    string Ratio,
    bool Met
);
