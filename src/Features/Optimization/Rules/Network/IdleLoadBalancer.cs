using Outlay.Inventory;
using Outlay.Inventory.Resources;
using Outlay.Optimization.Findings;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Network;

/// <summary>Load balancers without a target, or without a request.</summary>
internal sealed class IdleLoadBalancer : IRule
{
    private const double LeastHours = 7 * 24;

    public RuleInfo Info { get; } =
        new(
            "idle-load-balancer",
            "Idle load balancer",
            Category.StorageAndNetwork,
            "No registered target, or no request in a week or more. Saves its hours; what it is charged for traffic is near nothing then."
        );

    public IEnumerable<Verdict> Examine(RuleContext context)
    {
        foreach (var (scan, balancer) in context.All<LoadBalancer>())
        {
            var cost = ResourceCost.Of(
                context,
                balancer,
                context.Prices.Of(
                    balancer.Provider,
                    balancer.Region,
                    $"load-balancer/{balancer.Type}/hour"
                ),
                Month.Hours
            );
            var use =
                balancer.Measured(MetricNames.Requests, Statistic.Sum)
                ?? balancer.Measured(MetricNames.Connections, Statistic.Maximum)
                ?? balancer.Measured(MetricNames.Bytes, Statistic.Sum);
            var hasNoTarget = balancer.Targets == 0;
            var isUnused = use is not null && use.Values.Sum <= 0 && use.Hours >= LeastHours;
            if (cost is null)
            {
                continue;
            }

            // A balancer without requests has no points at all; with healthy targets that alone is no proof.
            if (use is null && !hasNoTarget)
            {
                yield return Draft.Unknown(
                    context,
                    scan,
                    balancer,
                    "Load balancer",
                    Info,
                    "Its requests were not measured."
                );
            }
            else if (hasNoTarget || isUnused)
            {
                yield return Found(context, scan, balancer, cost, use, hasNoTarget);
            }
        }
    }

    private Recommended Found(
        RuleContext context,
        Snapshot scan,
        LoadBalancer balancer,
        ResourceCost cost,
        Metric? use,
        bool hasNoTarget
    ) =>
        new(
            Draft.Of(
                context,
                scan,
                balancer,
                "Load balancer",
                Info,
                cost,
                $"Delete idle {balancer.Type} load balancer",
                hasNoTarget
                    ? "It has no target that it could send requests to."
                    : "It had no request in the whole window."
            ) with
            {
                Current =
                    $"{balancer.Type}, {balancer.Targets?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "unknown"} targets",
                Risk = 2,
                CanRollBack = false,
                Confidence = hasNoTarget ? 0.95 : 0.8,
                Evidence =
                [
                    new(
                        "Targets",
                        balancer.Targets is { } targets ? Wording.Number(targets) : "not known",
                        "1 or more"
                    ),
                    new(
                        "Requests in the window",
                        use is null ? "not measured" : Wording.Number(use.Values.Sum),
                        "1 or more"
                    ),
                ],
                HowTo =
                [
                    Wording.Cli(
                        balancer,
                        balancer.Type == "classic"
                            ? $"aws elb delete-load-balancer --load-balancer-name {balancer.Id} {{region}}"
                            : $"aws elbv2 delete-load-balancer --load-balancer-arn {balancer.Name} {{region}}"
                    ),
                ],
                Permissions = ["elasticloadbalancing:DeleteLoadBalancer"],
            }
        );
}
