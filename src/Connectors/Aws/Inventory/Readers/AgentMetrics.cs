using Outlay.Connectors.Aws.Inventory.Measures;
using Outlay.Connectors.Aws.Inventory.Scan;
using Outlay.Connectors.Aws.Inventory.Wire;
using Outlay.Inventory.Calls;

namespace Outlay.Connectors.Aws.Inventory.Readers;

/// <summary>
/// Metrics whose dimensions only a listing tells, such as those of the CloudWatch agent: which it attaches depends on how it was set
/// up, and a question that does not name all of them finds nothing.
/// </summary>
internal static class AgentMetrics
{
    /// <summary>The sources of a metric by the value of a dimension, such as the machine's id.</summary>
    /// <param name="part">The part.</param>
    /// <param name="subject">What is missing when they cannot be listed.</param>
    /// <param name="space">The namespace.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="key">The dimension that tells whose it is.</param>
    public static async Task<ILookup<string, MetricSource>> ListAsync(
        AwsPart part,
        string subject,
        string space,
        string metric,
        string key
    )
    {
        var found = new List<(string Key, MetricSource Source)>();
        await part.TryAsync(
            subject,
            async () =>
            {
                await foreach (
                    var page in part.PagesAsync(
                        next =>
                            AwsCall.Json(
                                AwsApi.CloudWatch,
                                "ListMetrics",
                                Ask(space, metric, next)
                            ),
                        "NextToken",
                        part.Cancel
                    )
                )
                {
                    foreach (var item in page.Items("Metrics"))
                    {
                        var dimensions = item.Items("Dimensions")
                            .Select(d => (d.Text("Name") ?? "", d.Text("Value") ?? ""))
                            .ToList();
                        if (dimensions.FirstOrDefault(d => d.Item1 == key) is { Item2: { } value })
                        {
                            found.Add((value, new MetricSource(space, metric, dimensions)));
                        }
                    }
                }
            }
        );
        return found.ToLookup(f => f.Key, f => f.Source, StringComparer.Ordinal);
    }

    private static Dictionary<string, string> Ask(string space, string metric, string? next)
    {
        var ask = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Namespace"] = space,
            ["MetricName"] = metric,
        };
        if (next is not null)
        {
            ask["NextToken"] = next;
        }

        return ask;
    }
}
