using System.Collections.Concurrent;
using System.Text.Json;
using Outlay.Connectors.Azure.Inventory.Readers;
using Outlay.Connectors.Azure.Inventory.Scan;
using Outlay.Inventory;
using Outlay.Inventory.Calls;
using Outlay.Inventory.Resources;

namespace Outlay.Connectors.Azure.Inventory.Measures;

/// <summary>
/// Reads what Azure Monitor measured of running machines: many at once at the metrics endpoint of their region, one by one at Resource
/// Manager where that cannot be reached. Each metric is summed up as soon as its points are there.
/// </summary>
/// <remarks>At most 50 resources a call: https://learn.microsoft.com/rest/api/monitor/metrics-batch/batch.</remarks>
internal sealed class MetricReader(AzurePart part, string region)
{
    public const string Operation = "Microsoft.Insights/metrics/read";

    private const string Version = "2023-10-01";
    private const int MostMachines = 50;
    private const int MostPoints = 60_000;
    private const int MostFineMachines = 1000;
    private const int FineDays = 30;
    private const int AtOnce = 4;
    private const double BytesOfGib = 1024.0 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, ConcurrentBag<Metric>> _metrics = new(
        StringComparer.OrdinalIgnoreCase
    );
    private readonly Dictionary<string, double> _memory = new(StringComparer.OrdinalIgnoreCase);
    private readonly AzureScan _scan = part.Scan;
    private volatile bool _isDenied;
    private volatile bool _hasNoBatch = InventoryFields.MetricsOf(part.Scan.Settings) is null;

    /// <summary>Measures the running machines of a region and gives them what was measured.</summary>
    public async Task MeasureAsync()
    {
        var machines = part
            .Found.OfType<VirtualMachine>()
            .Where(m => m.Region == region && m.State == "running")
            .ToList();
        var types = part
            .Types.Where(t => t.Region == region)
            .GroupBy(t => t.Name, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        foreach (var machine in machines)
        {
            if (types.TryGetValue(machine.Type, out var type))
            {
                _memory[machine.Id] = type.MemoryGib * BytesOfGib;
            }
        }

        var burstable = machines
            .Where(m => types.GetValueOrDefault(m.Type)?.IsBurstable == true)
            .ToList();
        await Parallel.ForEachAsync(
            Batches(Cpu(machines.Count), machines)
                .Concat(Batches(MetricPlan.Hours, machines))
                .Concat(Batches(MetricPlan.Credits, burstable)),
            new ParallelOptions
            {
                MaxDegreeOfParallelism = AtOnce,
                CancellationToken = _scan.Rest.Cancel,
            },
            async (batch, _) => await ReadAsync(batch.Plan, batch.Ids)
        );
        for (var i = 0; i < part.Found.Count; i++)
        {
            if (_metrics.TryGetValue(part.Found[i].Id, out var own))
            {
                part.Found[i] = part.Found[i] with
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

    private MetricPlan Cpu(int machines) =>
        machines <= MostFineMachines && Span.TotalDays <= FineDays
            ? MetricPlan.FineCpu
            : MetricPlan.HourlyCpu;

    private TimeSpan Span => _scan.Rest.Window.To - _scan.Rest.Window.From;

    private IEnumerable<(MetricPlan Plan, string[] Ids)> Batches(
        MetricPlan plan,
        IReadOnlyList<VirtualMachine> machines
    )
    {
        var points = Math.Max(1, (int)(Span.TotalSeconds / plan.PeriodSeconds));
        var most = Math.Clamp(MostPoints / (points * plan.Names.Count()), 1, MostMachines);
        return machines.Select(m => m.Id).Chunk(most).Select(ids => (plan, ids));
    }

    private async Task ReadAsync(MetricPlan plan, string[] ids)
    {
        if (!_hasNoBatch)
        {
            try
            {
                await BatchAsync(plan, ids);
                _scan.Rest.Gaps.Worked();
                return;
            }
            catch (RestException e) when (!e.IsThrottled)
            {
                // The endpoint is newer than Resource Manager and may be closed off; what is wrong beyond that, the next call says.
                _hasNoBatch = true;
            }
        }

        foreach (var id in ids.Where(_ => !_isDenied))
        {
            await part.TryAsync("Metrics", () => SingleAsync(plan, id), region);
        }
    }

    private async Task BatchAsync(MetricPlan plan, string[] ids)
    {
        var host = InventoryFields
            .MetricsOf(_scan.Settings)!
            .Replace(InventoryFields.RegionMark, region, StringComparison.Ordinal);
        var (from, to) = _scan.Rest.Window;
        var call = new RestCall(
            part.Id,
            region,
            Operation,
            new Uri(
                $"{host}/subscriptions/{part.Id}/metrics:getBatch?api-version={Version}&starttime={RestTime.Text(from)}&endtime={RestTime.Text(to)}&{Query(plan)}"
            ),
            Audience(host)
        )
        {
            Body = new { resourceids = ids },
        };
        await _scan.Rest.Wire.AskAsync(
            call,
            async (stream, cancel) =>
            {
                using var json = await JsonDocument.ParseAsync(stream, cancellationToken: cancel);
                foreach (var answer in json.RootElement.Items("values"))
                {
                    Take(plan, answer.Text("resourceid") ?? "", answer);
                }

                return true;
            },
            _scan.Rest.Cancel
        );
    }

    private async Task SingleAsync(MetricPlan plan, string id)
    {
        try
        {
            await _scan.Rest.Wire.AskAsync(
                new RestCall(part.Id, region, Operation, Single(_scan, id, plan), _scan.ArmScope),
                async (stream, cancel) =>
                {
                    using var json = await JsonDocument.ParseAsync(
                        stream,
                        cancellationToken: cancel
                    );
                    Take(plan, id, json.RootElement);
                    return true;
                },
                _scan.Rest.Cancel
            );
        }
        catch (RestException e) when (e.IsDenied)
        {
            // What may not be read of one machine may not be read of a thousand.
            _isDenied = true;
            throw;
        }
    }

    /// <summary>Where Resource Manager tells the metrics of one machine.</summary>
    public static Uri Single(AzureScan scan, string id, MetricPlan plan)
    {
        var (from, to) = scan.Rest.Window;
        return new Uri(
            $"{scan.Arm}{id}/providers/Microsoft.Insights/metrics?api-version={Version}&timespan={RestTime.Text(from)}/{RestTime.Text(to)}&{Query(plan)}"
        );
    }

    private static string Query(MetricPlan plan) =>
        string.Join(
            '&',
            $"interval={plan.Interval}",
            $"metricnamespace={Uri.EscapeDataString(Machines.Kind)}",
            $"metricnames={Uri.EscapeDataString(string.Join(',', plan.Names))}",
            $"aggregation={plan.Aggregations}"
        );

    private void Take(MetricPlan plan, string id, JsonElement answer)
    {
        var series = answer
            .Items("value")
            .ToLookup(
                m => m.Child("name")?.Text("value") ?? "",
                m => m.Items("timeseries").SelectMany(s => s.Items("data")).ToList(),
                StringComparer.OrdinalIgnoreCase
            );
        foreach (var line in plan.Lines)
        {
            if (line.IsFreeMemory && !_memory.ContainsKey(id))
            {
                continue;
            }

            var points = new List<(DateTimeOffset At, double Value)>();
            foreach (var point in series[line.Asked].SelectMany(p => p))
            {
                // A period without a measurement has its time and nothing else.
                if (
                    point.Number(line.Take) is { } value
                    && RestTime.Parse(point.Text("timeStamp")) is { } at
                )
                {
                    points.Add((at, Value(line, id, value)));
                }
            }

            var (from, to) = _scan.Rest.Window;
            if (
                MetricPoints.Sum(
                    line.Name,
                    line.Statistic,
                    plan.PeriodSeconds,
                    from,
                    to,
                    points,
                    line.KeepWeek
                ) is
                { } metric
            )
            {
                _metrics.GetOrAdd(id, _ => []).Add(metric);
            }
        }
    }

    private double Value(MetricLine line, string id, double value) =>
        line.IsFreeMemory
            ? Math.Clamp((1 - value / _memory[id]) * 100, 0, 100)
            : value * line.Scale;

    // Tokens are for the endpoint without the region before it.
    private string Audience(string host)
    {
        var address = new Uri(host);
        var name = address.Authority.StartsWith($"{region}.", StringComparison.Ordinal)
            ? address.Authority[(region.Length + 1)..]
            : address.Authority;
        return $"{address.Scheme}://{name}/.default";
    }
}
