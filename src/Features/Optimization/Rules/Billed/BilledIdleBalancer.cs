using Outlay.Optimization.Recommendations;

namespace Outlay.Optimization.Rules.Billed;

/// <summary>Load balancers with hours and no use.</summary>
internal static class BilledIdleBalancer
{
    public static BilledRule Rule { get; } =
        new(
            new BilledPattern
            {
                Info = new(
                    "bill-idle-balancer",
                    "Idle load balancer, by the bill",
                    Category.StorageAndNetwork,
                    "The bill has hours of a load balancer and no capacity unit or byte of it. Saves its hours."
                ),
                Matches = l => l.Has("LoadBalancerUsage"),
                Share = (_, _) => (1m, 1m),
                Kind = "Load balancer",
                Title = _ => "Delete idle load balancer",
                Why = _ => "It is billed by the hour, and nothing went through it.",
                Excludes = "life",
                Used = l =>
                    l.Has("LCUUsage")
                    || (l.Has("DataProcessing-Bytes") && l.Service == "Elastic Load Balancing"),
                Action = ActionKind.Delete,
                Confidence = 0.7,
                Risk = 2,
                Permissions = ["elasticloadbalancing:DeleteLoadBalancer"],
            }
        );
}
