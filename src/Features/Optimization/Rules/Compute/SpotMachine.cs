using Outlay.Optimization.Recommendations;

namespace Outlay.Optimization.Rules.Compute;

/// <summary>Machines of scaling groups outside production, which can bear to be taken away.</summary>
internal sealed class SpotMachine : IRule
{
    private const decimal Least = 0.5m;
    private const decimal Most = 0.72m;

    public RuleInfo Info { get; } =
        new(
            "spot-machine",
            "Spot capacity",
            Category.Compute,
            "Belongs to a scaling group and is not production, so it can bear to be taken away. Spare capacity costs 50 to 72 % less; the total counts 50 %."
        );

    public IEnumerable<Verdict> Examine(RuleContext context) =>
        MachineFacts
            .Running(context)
            .Where(m =>
                m is { Cost: not null, Machine.ManagedBy: not null }
                && context.Settings.IsNonProduction(m.Machine)
            )
            .Select(Found);

    private Recommended Found(MachineFacts m) =>
        new(
            new Recommendation
            {
                Rule = Info.Id,
                Action = ActionKind.UseSpot,
                Subject = m.Subject,
                Title = $"Run {m.Machine.Type} on spare capacity",
                Current = $"{m.Size}, on demand",
                Proposed = $"{m.Machine.Type}, Spot",
                Currency = m.Cost!.Currency,
                MonthlyCost = m.Cost.Monthly,
                MonthlySaving = m.Cost.Saving(Least),
                Range = (m.Cost.Saving(Least), m.Cost.Saving(Most)),
                Prices = m.Cost.Source,
                Confidence = 0.4,
                Risk = 3,
                Effort = Effort.Medium,
                Why =
                    $"{m.Machine.ManagedBy} makes it anew when it is lost, and its tags say that it is not production.",
                Evidence =
                [
                    new("Scaling group", m.Machine.ManagedBy!, "ends and makes machines by itself"),
                    .. m.Covered(),
                ],
                HowTo =
                [
                    new HowTo(
                        "Terraform",
                        "mixed_instances_policy {\n  instances_distribution {\n    on_demand_percentage_above_base_capacity = 0\n    spot_allocation_strategy                 = \"price-capacity-optimized\"\n  }\n}"
                    ),
                ],
                Permissions = ["autoscaling:UpdateAutoScalingGroup"],
                Excludes = "purchase",
            }
        );
}
