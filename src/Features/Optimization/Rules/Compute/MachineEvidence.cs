using Outlay.Inventory;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Compute;

/// <summary>Evidence that several rules of computing show.</summary>
internal static class MachineEvidence
{
    /// <summary>What commitments cover of a machine, when they do.</summary>
    public static IEnumerable<Evidence> Covered(this MachineFacts m) =>
        m.Cost is { Committed: > 0 } cost
            ?
            [
                new Evidence(
                    "Covered by commitments",
                    Wording.Share(cost.Committed),
                    "frees commitment there, not cash; not counted"
                ),
            ]
            : [];

    /// <summary>The two hourly prices.</summary>
    public static IEnumerable<Evidence> Rates(this MachineFacts m, MachineOption option) =>
        [
            new(
                $"Price of {m.Machine.Type}",
                Wording.Rate(m.Price!.Amount, m.Price.Currency),
                m.Price.Note
            ),
            new(
                $"Price of {option.Type.Name}",
                Wording.Rate(option.Price.Amount, option.Price.Currency),
                option.Price.Note
            ),
        ];

    /// <summary>A percentile of use, with its days.</summary>
    public static Evidence Percentile(
        string name,
        Metric metric,
        double percentile,
        string? bound
    ) =>
        new(
            $"{name}, {Wording.Number(percentile)}th percentile",
            Wording.Percent(metric.Values.Percentile(percentile)),
            bound
        )
        {
            Days = [.. metric.Days.Select(d => d.Maximum)],
        };

    /// <summary>The less trusted of two sources of prices.</summary>
    public static PriceSource Weaker(PriceSource one, PriceSource other) =>
        one > other ? one : other;
}
