using System.Text.Json;
using Outlay.Connectors.Aws.Inventory.Scan;
using Outlay.Connectors.Aws.Inventory.Wire;
using Outlay.Inventory.Calls;

namespace Outlay.Connectors.Aws.Inventory.Readers;

/// <summary>What the scaling of ECS services follows.</summary>
internal static class ScalingPolicies
{
    /// <summary>Words for what scaling follows, by the service as the scaling knows it.</summary>
    public static async Task<ILookup<string, string>> ReadAsync(AwsPart part)
    {
        var found = new List<(string Service, string By)>();
        await part.TryAsync(
            "Scaling of ECS services",
            async () =>
            {
                await foreach (
                    var page in part.PagesAsync(
                        next =>
                            AwsCall.Json(
                                AwsApi.ApplicationScaling,
                                "DescribeScalingPolicies",
                                next is null
                                    ? new { ServiceNamespace = "ecs" }
                                    : new { ServiceNamespace = "ecs", NextToken = next }
                            ),
                        "NextToken",
                        part.Cancel
                    )
                )
                {
                    found.AddRange(
                        page.Items("ScalingPolicies")
                            .Select(p => (p.Text("ResourceId") ?? "", By(p)))
                    );
                }
            }
        );
        return found.ToLookup(f => f.Service, f => f.By, StringComparer.Ordinal);
    }

    private static string By(JsonElement policy)
    {
        if (policy.Text("PolicyType") == "StepScaling")
        {
            return "steps";
        }

        var target = policy.Child("TargetTrackingScalingPolicyConfiguration");
        return target?.Child("PredefinedMetricSpecification")?.Text("PredefinedMetricType") switch
        {
            "ECSServiceAverageCPUUtilization" => "cpu",
            "ECSServiceAverageMemoryUtilization" => "memory",
            "ALBRequestCountPerTarget" => "requests",
            { } other => other,
            null => target?.Child("CustomizedMetricSpecification")?.Text("MetricName") ?? "other",
        };
    }
}
