using System.Globalization;
using System.Text.Json;
using Outlay.Connectors.Gcp.Inventory.Scan;
using Outlay.Inventory;
using Outlay.Inventory.Calls;
using Outlay.Inventory.Resources;

namespace Outlay.Connectors.Gcp.Inventory.Measures;

/// <summary>
/// Reads what Cloud Monitoring measured of a project's running instances, a metric of all of them at a time, and sums each up before
/// the next is asked for.
/// </summary>
/// <remarks>https://cloud.google.com/monitoring/api/ref_v3/rest/v3/projects.timeSeries/list.</remarks>
internal static class MetricReader
{
    public const string Permission = "monitoring.timeSeries.list";

    private const string Subject = "Metrics";
    private const int MostFineMachines = 1000;
    private const int FineDays = 30;

    public static async Task MeasureAsync(GcpPart part)
    {
        var running = part.Found.OfType<VirtualMachine>().Where(m => m.State == "running").ToList();
        if (running.Count == 0)
        {
            return;
        }

        var (from, to) = part.Scan.Rest.Window;
        var metrics = new Dictionary<string, List<Metric>>(StringComparer.Ordinal);
        foreach (
            var plan in MetricPlan.Of(
                running.Count <= MostFineMachines && (to - from).TotalDays <= FineDays
            )
        )
        {
            if (!await part.TryAsync(Subject, () => ReadAsync(part, plan, metrics)))
            {
                // What may not be read, or is switched off, is so for all metrics.
                break;
            }
        }

        for (var i = 0; i < part.Found.Count; i++)
        {
            if (
                part.Found[i] is VirtualMachine { Aliases: [var alias] } machine
                && metrics.TryGetValue(GcpPart.Last(alias), out var own)
            )
            {
                part.Found[i] = machine with
                {
                    Metrics =
                    [
                        .. own.OrderBy(m => m.Name, StringComparer.Ordinal)
                            .ThenBy(m => m.Statistic),
                    ],
                };
            }
        }
    }

    private static async Task ReadAsync(
        GcpPart part,
        MetricPlan plan,
        Dictionary<string, List<Metric>> metrics
    )
    {
        var points = new Dictionary<string, Dictionary<DateTimeOffset, double>>(
            StringComparer.Ordinal
        );
        await foreach (
            var page in part.PagesAsync(
                "monitoring",
                Permission,
                Path(part, plan),
                part.Scan.Rest.Cancel
            )
        )
        {
            foreach (var series in page.Items("timeSeries"))
            {
                Take(plan, series, points);
            }
        }

        var (from, to) = part.Scan.Rest.Window;
        foreach (var (instance, own) in points)
        {
            if (
                MetricPoints.Sum(
                    plan.Name,
                    plan.Statistic,
                    plan.PeriodSeconds,
                    from,
                    to,
                    [.. own.Select(p => (p.Key, p.Value))],
                    plan.KeepWeek
                ) is
                { } metric
            )
            {
                if (!metrics.TryGetValue(instance, out var all))
                {
                    metrics[instance] = all = [];
                }

                all.Add(metric);
            }
        }
    }

    // A series of a device is added to those of the same instance; a series may go on in the next page.
    private static void Take(
        MetricPlan plan,
        JsonElement series,
        Dictionary<string, Dictionary<DateTimeOffset, double>> points
    )
    {
        if (series.Child("resource")?.Child("labels")?.Text("instance_id") is not { } instance)
        {
            return;
        }

        if (!points.TryGetValue(instance, out var own))
        {
            points[instance] = own = [];
        }

        foreach (var point in series.Items("points"))
        {
            var value = point.Child("value") ?? default;
            // An aligned point is of the period before its end.
            if (
                RestTime.Parse(point.Child("interval")?.Text("endTime")) is { } end
                && (value.Number("doubleValue") ?? value.Number("int64Value")) is { } number
            )
            {
                var at = end.AddSeconds(-plan.PeriodSeconds);
                var scaled = number * plan.Scale;
                own[at] = plan.Statistic switch
                {
                    Statistic.Sum => own.GetValueOrDefault(at) + scaled,
                    _ => Math.Max(own.GetValueOrDefault(at, scaled), scaled),
                };
            }
        }
    }

    /// <summary>Path and query of a metric of a project.</summary>
    public static string Path(GcpPart part, MetricPlan plan)
    {
        var (from, to) = part.Scan.Rest.Window;
        var filter =
            $"metric.type = \"{plan.Type}\" AND resource.type = \"gce_instance\"{plan.Filter}";
        return $"/v3/projects/{part.Id}/timeSeries?"
            + string.Join(
                '&',
                $"filter={Uri.EscapeDataString(filter)}",
                $"interval.startTime={RestTime.Text(from)}",
                $"interval.endTime={RestTime.Text(to)}",
                $"aggregation.alignmentPeriod={plan.PeriodSeconds.ToString(CultureInfo.InvariantCulture)}s",
                $"aggregation.perSeriesAligner={plan.Aligner}",
                "pageSize=50000"
            );
    }
}
