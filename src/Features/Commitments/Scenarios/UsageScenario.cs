using Outlay.Commitments.Usage;

namespace Outlay.Commitments.Scenarios;

/// <summary>A course that use may take over the term.</summary>
/// <param name="Name">Name, such as "as now" or "a fifth less".</param>
/// <param name="Weight">How likely it is beside the others; any scale.</param>
/// <param name="Lines">Hours of use in it.</param>
public sealed record UsageScenario(string Name, double Weight, IReadOnlyList<UsageLine> Lines)
{
    /// <summary>The same use times a factor.</summary>
    public static UsageScenario Scaled(
        string name,
        double weight,
        IReadOnlyList<UsageLine> lines,
        double factor
    ) => new(name, weight, Times(lines, factor));

    internal static IReadOnlyList<UsageLine> Times(IReadOnlyList<UsageLine> lines, double factor) =>
        factor == 1
            ? lines
            :
            [
                .. lines.Select(l =>
                    l with
                    {
                        OnDemand = Array.ConvertAll(l.OnDemand, v => v * factor),
                    }
                ),
            ];
}
