using System.Xml.Linq;
using Outlay.Connectors.Aws.Inventory.Measures;
using Outlay.Connectors.Aws.Inventory.Scan;
using Outlay.Connectors.Aws.Inventory.Wire;
using Outlay.Inventory;
using Outlay.Inventory.Resources;

namespace Outlay.Connectors.Aws.Inventory.Readers;

/// <summary>NAT gateways and VPC endpoints.</summary>
internal sealed class NetworkReader : IAwsReader
{
    private const string NatSpace = "AWS/NATGateway";
    private const string EndpointSpace = "AWS/PrivateLinkEndpoints";

    public string Title => "NAT gateways and endpoints";

    public async Task ReadAsync(AwsPart part)
    {
        await part.TryAsync("NAT gateways", () => GatewaysAsync(part));
        await part.TryAsync("VPC endpoints", () => EndpointsAsync(part));
    }

    private static async Task GatewaysAsync(AwsPart part)
    {
        var gateways = new List<XElement>();
        await foreach (
            var page in part.PagesAsync(
                AwsApi.Ec2,
                "DescribeNatGateways",
                PageNames.Ec2,
                cancellationToken: part.Cancel
            )
        )
        {
            gateways.AddRange(
                page.Items("natGatewaySet")
                    .Where(g => g.Text("state") is not ("deleted" or "deleting"))
            );
        }

        var routes = gateways.Count == 0 ? null : await RoutesAsync(part);
        foreach (var item in gateways)
        {
            var id = item.Text("natGatewayId") ?? "";
            var tags = item.Tags("tagSet");
            var gateway = new NatGateway
            {
                Provider = AwsInventoryCollector.ProviderName,
                AccountId = part.Account.Id,
                Region = part.Region,
                Id = id,
                Name = part.Arn("ec2", $"natgateway/{id}"),
                DisplayName = tags.GetValueOrDefault("Name"),
                CreatedAt = item.Time("createTime"),
                Tags = tags,
                NetworkId = item.Text("vpcId"),
                State = item.Text("state") ?? "unknown",
                Routes = routes?.GetValueOrDefault(id),
            };
            part.Found.Add(gateway);
            part.Wishes.AddRange(Wishes(gateway));
        }
    }

    private static IEnumerable<MetricWish> Wishes(NatGateway gateway)
    {
        MetricSource Source(string metric) => new(NatSpace, metric, ("NatGatewayId", gateway.Id));
        yield return new MetricWish(
            gateway.Name,
            MetricNames.Connections,
            Statistic.Maximum,
            MetricWish.Hour,
            Source("ActiveConnectionCount")
        );
        yield return new MetricWish(
            gateway.Name,
            MetricNames.Bytes,
            Statistic.Sum,
            MetricWish.Hour,
            Source("BytesInFromSource"),
            Source("BytesInFromDestination")
        );
    }

    /// <summary>Route tables by the gateway they point at; null when they could not be read.</summary>
    private static async Task<Dictionary<string, int>?> RoutesAsync(AwsPart part)
    {
        var routes = new Dictionary<string, int>(StringComparer.Ordinal);
        var read = await part.TryAsync(
            "Route tables",
            async () =>
            {
                await foreach (
                    var page in part.PagesAsync(
                        AwsApi.Ec2,
                        "DescribeRouteTables",
                        PageNames.Ec2Types,
                        cancellationToken: part.Cancel
                    )
                )
                {
                    foreach (
                        var gateway in page.Items("routeTableSet")
                            .SelectMany(t =>
                                t.Items("routeSet")
                                    .Select(r => r.Text("natGatewayId"))
                                    .OfType<string>()
                                    .Distinct()
                            )
                    )
                    {
                        routes[gateway] = routes.GetValueOrDefault(gateway) + 1;
                    }
                }
            }
        );
        return read ? routes : null;
    }

    private static async Task EndpointsAsync(AwsPart part)
    {
        var found = new List<NetworkEndpoint>();
        await foreach (
            var page in part.PagesAsync(
                AwsApi.Ec2,
                "DescribeVpcEndpoints",
                PageNames.Ec2,
                cancellationToken: part.Cancel
            )
        )
        {
            found.AddRange(page.Items("vpcEndpointSet").Select(e => Endpoint(part, e)));
        }

        part.Found.AddRange(found);
        var paid = found.Where(e => !e.IsGateway).ToList();
        if (paid.Count == 0)
        {
            return;
        }

        // Its metrics have four dimensions or five, by subnet; those of four are the sums.
        var sources = await AgentMetrics.ListAsync(
            part,
            "Use of endpoints",
            EndpointSpace,
            "BytesProcessed",
            "VPC Endpoint Id"
        );
        foreach (var endpoint in paid)
        {
            if (sources[endpoint.Id].MinBy(s => s.Dimensions.Count) is { } source)
            {
                part.Wishes.Add(
                    new MetricWish(
                        endpoint.Name,
                        MetricNames.Bytes,
                        Statistic.Sum,
                        MetricWish.Hour,
                        source
                    )
                );
            }
        }
    }

    private static NetworkEndpoint Endpoint(AwsPart part, XElement item)
    {
        var id = item.Text("vpcEndpointId") ?? "";
        var tags = item.Tags("tagSet");
        var service = item.Text("serviceName") ?? "";
        var own = $".{part.Region}.";
        var at = service.IndexOf(own, StringComparison.Ordinal);
        return new NetworkEndpoint
        {
            Provider = AwsInventoryCollector.ProviderName,
            AccountId = part.Account.Id,
            Region = part.Region,
            Id = id,
            Name = part.Arn("ec2", $"vpc-endpoint/{id}"),
            DisplayName = tags.GetValueOrDefault("Name"),
            CreatedAt = item.Time("creationTimestamp"),
            Tags = tags,
            NetworkId = item.Text("vpcId"),
            Service = at < 0 ? service : service[(at + own.Length)..],
            IsGateway = item.Text("vpcEndpointType") == "Gateway",
            Zones = Math.Max(1, item.Items("subnetIdSet").Count()),
        };
    }
}
