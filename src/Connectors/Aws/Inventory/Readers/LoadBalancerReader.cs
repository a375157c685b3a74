using System.Collections.Concurrent;
using System.Xml.Linq;
using Outlay.Connectors.Aws.Inventory.Scan;
using Outlay.Connectors.Aws.Inventory.Wire;
using Outlay.Inventory.Resources;

namespace Outlay.Connectors.Aws.Inventory.Readers;

/// <summary>Application, network and gateway load balancers with their targets, and classic ones with their machines.</summary>
internal sealed class LoadBalancerReader : IAwsReader
{
    private const int AtOnce = 4;

    public string Title => "Load balancers";

    public async Task ReadAsync(AwsPart part)
    {
        var found = new List<LoadBalancer>();
        await part.TryAsync("Load balancers", () => NewerAsync(part, found));
        await part.TryAsync("Classic load balancers", () => ClassicAsync(part, found));
        if (found.Count == 0)
        {
            return;
        }

        var tags = await TagReader.ReadAsync(
            part,
            "Tags of load balancers",
            "elasticloadbalancing:loadbalancer"
        );
        foreach (var balancer in found)
        {
            part.Found.Add(
                tags.TryGetValue(balancer.Name, out var own)
                    ? balancer with
                    {
                        Tags = own,
                    }
                    : balancer
            );
            part.Wishes.AddRange(LoadBalancerMetrics.Of(balancer));
        }
    }

    private static async Task NewerAsync(AwsPart part, List<LoadBalancer> found)
    {
        var balancers = new List<XElement>();
        await foreach (
            var page in part.PagesAsync(
                AwsApi.LoadBalancing,
                "DescribeLoadBalancers",
                PageNames.LoadBalancing,
                cancellationToken: part.Cancel
            )
        )
        {
            balancers.AddRange(page.Items("LoadBalancers"));
        }

        if (balancers.Count == 0)
        {
            return;
        }

        var groups = await GroupsAsync(part);
        var health = groups is null ? null : await HealthAsync(part, groups);
        foreach (var item in balancers)
        {
            var arn = item.Text("LoadBalancerArn") ?? "";
            var own = (groups ?? []).Where(g => g.BalancerArns.Contains(arn)).ToList();
            var targets = own.Select(g => health?.GetValueOrDefault(g.Arn)).ToList();
            found.Add(
                new LoadBalancer
                {
                    Provider = AwsInventoryCollector.ProviderName,
                    AccountId = part.Account.Id,
                    Region = part.Region,
                    Id = item.Text("LoadBalancerName") ?? arn,
                    Name = arn,
                    DisplayName = item.Text("LoadBalancerName"),
                    CreatedAt = item.Time("CreatedTime"),
                    Type = item.Text("Type") ?? "application",
                    TargetGroups = own.Count,
                    Targets = health is null ? null : targets.Sum(t => t?.All ?? 0),
                    HealthyTargets = health is null ? null : targets.Sum(t => t?.Healthy ?? 0),
                    NetworkId = item.Text("VpcId"),
                }
            );
        }
    }

    private static async Task<List<TargetGroup>?> GroupsAsync(AwsPart part)
    {
        var groups = new List<TargetGroup>();
        var read = await part.TryAsync(
            "Target groups",
            async () =>
            {
                await foreach (
                    var page in part.PagesAsync(
                        AwsApi.LoadBalancing,
                        "DescribeTargetGroups",
                        PageNames.LoadBalancing,
                        cancellationToken: part.Cancel
                    )
                )
                {
                    groups.AddRange(
                        page.Items("TargetGroups")
                            .Select(g => new TargetGroup(
                                g.Text("TargetGroupArn") ?? "",
                                [.. g.Items("LoadBalancerArns").Select(a => a.Value)]
                            ))
                    );
                }
            }
        );
        return read ? groups : null;
    }

    private static async Task<IReadOnlyDictionary<string, Health>?> HealthAsync(
        AwsPart part,
        List<TargetGroup> groups
    )
    {
        var health = new ConcurrentDictionary<string, Health>(StringComparer.Ordinal);
        var read = await part.TryAsync(
            "Health of targets",
            () =>
                Parallel.ForEachAsync(
                    groups.Where(g => g.BalancerArns.Count > 0),
                    new ParallelOptions
                    {
                        MaxDegreeOfParallelism = AtOnce,
                        CancellationToken = part.Cancel,
                    },
                    async (group, _) =>
                    {
                        var answer = await part.XmlAsync(
                            AwsCall.Form(
                                AwsApi.LoadBalancing,
                                "DescribeTargetHealth",
                                ("TargetGroupArn", group.Arn)
                            )
                        );
                        var states = (answer.Child("DescribeTargetHealthResult") ?? answer)
                            .Items("TargetHealthDescriptions")
                            .Select(t => t.Text("TargetHealth/State"))
                            .ToList();
                        health[group.Arn] = new Health(
                            states.Count,
                            states.Count(s => s == "healthy")
                        );
                    }
                )
        );
        return read ? health : null;
    }

    private static async Task ClassicAsync(AwsPart part, List<LoadBalancer> found)
    {
        var balancers = new List<XElement>();
        await foreach (
            var page in part.PagesAsync(
                AwsApi.ClassicLoadBalancing,
                "DescribeLoadBalancers",
                PageNames.LoadBalancing,
                cancellationToken: part.Cancel
            )
        )
        {
            balancers.AddRange(page.Items("LoadBalancerDescriptions"));
        }

        var healthy = await ClassicHealthAsync(part, balancers);
        foreach (var item in balancers)
        {
            var name = item.Text("LoadBalancerName") ?? "";
            found.Add(
                new LoadBalancer
                {
                    Provider = AwsInventoryCollector.ProviderName,
                    AccountId = part.Account.Id,
                    Region = part.Region,
                    Id = name,
                    Name = part.Arn("elasticloadbalancing", $"loadbalancer/{name}"),
                    DisplayName = name,
                    CreatedAt = item.Time("CreatedTime"),
                    Type = "classic",
                    TargetGroups = 1,
                    Targets = item.Items("Instances").Count(),
                    HealthyTargets =
                        healthy is null ? null
                        : healthy.TryGetValue(name, out var own) ? own
                        : 0,
                    NetworkId = item.Text("VPCId"),
                }
            );
        }
    }

    private static async Task<IReadOnlyDictionary<string, int>?> ClassicHealthAsync(
        AwsPart part,
        IReadOnlyList<XElement> balancers
    )
    {
        var healthy = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var read = await part.TryAsync(
            "Health of classic load balancers' machines",
            () =>
                Parallel.ForEachAsync(
                    balancers
                        .Where(b => b.Items("Instances").Any())
                        .Select(b => b.Text("LoadBalancerName") ?? ""),
                    new ParallelOptions
                    {
                        MaxDegreeOfParallelism = AtOnce,
                        CancellationToken = part.Cancel,
                    },
                    async (name, _) =>
                    {
                        var answer = await part.XmlAsync(
                            AwsCall.Form(
                                AwsApi.ClassicLoadBalancing,
                                "DescribeInstanceHealth",
                                ("LoadBalancerName", name)
                            )
                        );
                        healthy[name] = (answer.Child("DescribeInstanceHealthResult") ?? answer)
                            .Items("InstanceStates")
                            .Count(s => s.Text("State") == "InService");
                    }
                )
        );
        return read ? healthy : null;
    }

    private sealed record TargetGroup(string Arn, IReadOnlyList<string> BalancerArns);

    private sealed record Health(int All, int Healthy);
}
