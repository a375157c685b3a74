using System.Globalization;
using System.Text.Json;
using Outlay.Connectors.Aws.Inventory.Measures;
using Outlay.Connectors.Aws.Inventory.Scan;
using Outlay.Connectors.Aws.Inventory.Wire;
using Outlay.Inventory;
using Outlay.Inventory.Calls;
using Outlay.Inventory.Resources;

namespace Outlay.Connectors.Aws.Inventory.Readers;

/// <summary>ECS services with what their tasks reserve.</summary>
internal sealed class ContainerReader : IAwsReader
{
    // DescribeServices takes no more.
    private const int ServicesInCall = 10;

    private static readonly string[] WithTags = ["TAGS"];

    public string Title => "Container services";

    public async Task ReadAsync(AwsPart part)
    {
        var services = new List<JsonElement>();
        await part.TryAsync(
            "ECS services",
            async () =>
            {
                foreach (var cluster in await ListAsync(part, "ListClusters", "clusterArns", null))
                {
                    var arns = await ListAsync(part, "ListServices", "serviceArns", cluster);
                    foreach (var some in arns.Chunk(ServicesInCall))
                    {
                        var answer = await part.JsonAsync(
                            AwsCall.Json(
                                AwsApi.Ecs,
                                "DescribeServices",
                                new
                                {
                                    cluster,
                                    services = some,
                                    include = WithTags,
                                }
                            )
                        );
                        services.AddRange(
                            answer.Items("services").Where(s => s.Text("status") != "INACTIVE")
                        );
                    }
                }
            }
        );
        if (services.Count == 0)
        {
            return;
        }

        var definitions = await DefinitionsAsync(part, services);
        var scaling = await ScalingPolicies.ReadAsync(part);
        foreach (var item in services)
        {
            var service = Service(
                part,
                item,
                definitions.GetValueOrDefault(item.Text("taskDefinition") ?? ""),
                scaling
            );
            part.Found.Add(service);
            part.Wishes.AddRange(Wishes(service));
        }
    }

    private static async Task<List<string>> ListAsync(
        AwsPart part,
        string operation,
        string list,
        string? cluster
    )
    {
        var arns = new List<string>();
        await foreach (
            var page in part.PagesAsync(
                next =>
                {
                    var ask = new Dictionary<string, object>(StringComparer.Ordinal)
                    {
                        ["maxResults"] = 100,
                    };
                    if (cluster is not null)
                    {
                        ask["cluster"] = cluster;
                    }

                    if (next is not null)
                    {
                        ask["nextToken"] = next;
                    }

                    return AwsCall.Json(AwsApi.Ecs, operation, ask);
                },
                "nextToken",
                part.Cancel
            )
        )
        {
            arns.AddRange(page.Texts(list));
        }

        return arns;
    }

    private static async Task<IReadOnlyDictionary<string, JsonElement?>> DefinitionsAsync(
        AwsPart part,
        IReadOnlyList<JsonElement> services
    )
    {
        var definitions = new Dictionary<string, JsonElement?>(StringComparer.Ordinal);
        await part.TryAsync(
            "ECS task definitions",
            async () =>
            {
                foreach (
                    var name in services
                        .Select(s => s.Text("taskDefinition"))
                        .OfType<string>()
                        .Distinct()
                )
                {
                    var answer = await part.JsonAsync(
                        AwsCall.Json(
                            AwsApi.Ecs,
                            "DescribeTaskDefinition",
                            new { taskDefinition = name }
                        )
                    );
                    definitions[name] = answer.Child("taskDefinition");
                }
            }
        );
        return definitions;
    }

    private static ContainerService Service(
        AwsPart part,
        JsonElement item,
        JsonElement? definition,
        ILookup<string, string> scaling
    )
    {
        var name = item.Text("serviceName") ?? "";
        var cluster = (item.Text("clusterArn") ?? "").Split('/')[^1];
        var containers = definition?.Items("containerDefinitions").ToList() ?? [];
        var platform = definition?.Child("runtimePlatform");
        var capacity = Capacity.Of(item);
        return new ContainerService
        {
            Provider = AwsInventoryCollector.ProviderName,
            AccountId = part.Account.Id,
            Region = part.Region,
            Id = name,
            Name = item.Text("serviceArn") ?? part.Arn("ecs", $"service/{cluster}/{name}"),
            DisplayName = name,
            CreatedAt = item.Time("createdAt"),
            Tags = item.Tags("tags"),
            Cluster = cluster,
            DesiredTasks = item.Whole("desiredCount"),
            RunningTasks = item.Whole("runningCount"),
            CpuUnits = Units(definition, containers, "cpu"),
            MemoryMib = Units(definition, containers, "memory"),
            DiskGib = definition?.Child("ephemeralStorage")?.Number("sizeInGiB") ?? 20,
            Architecture = platform?.Text("cpuArchitecture") == "ARM64" ? "arm64" : "x86_64",
            OperatingSystem =
                platform
                    ?.Text("operatingSystemFamily")
                    ?.StartsWith("WINDOWS", StringComparison.Ordinal) == true
                    ? "windows"
                    : "linux",
            IsServerless = capacity.IsServerless,
            SpotShare = capacity.SpotShare,
            ScalesBy = [.. scaling[$"service/{cluster}/{name}"].Distinct().Order()],
            LargestContainerCpu = Largest(containers, "cpu"),
            LargestContainerMib = Math.Max(
                Largest(containers, "memory"),
                Largest(containers, "memoryReservation")
            ),
        };
    }

    // A task on servers of one's own may reserve nothing as a whole; then its containers add up.
    private static int Units(
        JsonElement? definition,
        IReadOnlyList<JsonElement> containers,
        string name
    ) =>
        int.TryParse(
            definition?.Text(name),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var units
        )
            ? units
            : containers.Sum(c => c.Whole(name));

    private static int Largest(IReadOnlyList<JsonElement> containers, string name) =>
        containers.Select(c => c.Whole(name)).DefaultIfEmpty(0).Max();

    private static IEnumerable<MetricWish> Wishes(ContainerService service)
    {
        MetricWish Wish(string name, Statistic statistic, string space, string metric) =>
            new(
                service.Name,
                name,
                statistic,
                MetricWish.Hour,
                new MetricSource(
                    space,
                    metric,
                    ("ClusterName", service.Cluster),
                    ("ServiceName", service.Id)
                )
            );
        yield return Wish(MetricNames.Cpu, Statistic.Average, "AWS/ECS", "CPUUtilization") with
        {
            KeepWeek = true,
        };
        yield return Wish(MetricNames.Cpu, Statistic.Maximum, "AWS/ECS", "CPUUtilization") with
        {
            KeepWeek = true,
        };
        yield return Wish(MetricNames.Memory, Statistic.Average, "AWS/ECS", "MemoryUtilization");
        yield return Wish(MetricNames.Memory, Statistic.Maximum, "AWS/ECS", "MemoryUtilization");
        yield return Wish(
            MetricNames.RunningTasks,
            Statistic.Average,
            "ECS/ContainerInsights",
            "RunningTaskCount"
        );
    }

    /// <summary>Where a service's tasks run: a launch type, or providers of capacity by weight.</summary>
    private sealed record Capacity(bool IsServerless, double SpotShare)
    {
        private const string Spot = "FARGATE_SPOT";

        public static Capacity Of(JsonElement service)
        {
            var providers = service
                .Items("capacityProviderStrategy")
                .Select(p =>
                    (Name: p.Text("capacityProvider") ?? "", Weight: p.Number("weight") ?? 0)
                )
                .ToList();
            if (providers.Count == 0)
            {
                return new(service.Text("launchType") == "FARGATE", 0);
            }

            var all = providers.Sum(p => p.Weight);
            return new(
                providers.TrueForAll(p => p.Name is "FARGATE" or Spot),
                all > 0 ? providers.Where(p => p.Name == Spot).Sum(p => p.Weight) / all
                    : providers.TrueForAll(p => p.Name == Spot) ? 1
                    : 0
            );
        }
    }
}
