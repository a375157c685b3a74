using Outlay.Connectors.Aws.Inventory.Measures;
using Outlay.Inventory;
using Outlay.Inventory.Resources;

namespace Outlay.Connectors.Aws.Inventory.Readers;

/// <summary>What is measured of a load balancer, which each type tells in its own namespace.</summary>
internal static class LoadBalancerMetrics
{
    public static IReadOnlyList<MetricWish> Of(LoadBalancer balancer)
    {
        // arn:…:loadbalancer/app/name/id
        var at = balancer.Name.IndexOf("loadbalancer/", StringComparison.Ordinal);
        (string, string) own =
            balancer.Type == "classic"
                ? ("LoadBalancerName", balancer.Id)
                : ("LoadBalancer", balancer.Name[(at + "loadbalancer/".Length)..]);
        return balancer.Type switch
        {
            "classic" =>
            [
                Sum(balancer, MetricNames.Requests, new("AWS/ELB", "RequestCount", own)),
                Sum(balancer, MetricNames.Bytes, new("AWS/ELB", "EstimatedProcessedBytes", own)),
            ],
            "network" => OfFlows(balancer, "AWS/NetworkELB", own),
            "gateway" => OfFlows(balancer, "AWS/GatewayELB", own),
            _ =>
            [
                Sum(balancer, MetricNames.Requests, new("AWS/ApplicationELB", "RequestCount", own)),
                Sum(balancer, MetricNames.Bytes, new("AWS/ApplicationELB", "ProcessedBytes", own)),
            ],
        };
    }

    private static IReadOnlyList<MetricWish> OfFlows(
        LoadBalancer balancer,
        string space,
        (string, string) own
    ) =>
        [
            new(
                balancer.Name,
                MetricNames.Connections,
                Statistic.Maximum,
                MetricWish.Hour,
                new MetricSource(space, "ActiveFlowCount", own)
            ),
            Sum(balancer, MetricNames.Bytes, new(space, "ProcessedBytes", own)),
        ];

    private static MetricWish Sum(LoadBalancer balancer, string name, MetricSource source) =>
        new(balancer.Name, name, Statistic.Sum, MetricWish.Hour, source);
}
