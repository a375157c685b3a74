using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Outlay.Connectors.Aws.Inventory.Scan;
using Outlay.Connectors.Aws.Inventory.Wire;
using Outlay.Inventory;
using Outlay.Inventory.Calls;
using Outlay.Inventory.Resources;

namespace Outlay.Connectors.Aws.Inventory.Measures;

/// <summary>
/// Reads metrics by GetMetricData, as many in a call as AWS lets through, and sums each up as soon as its points are there, so that
/// no more points are held than those of a few calls.
/// </summary>
/// <remarks>500 metrics and 100,800 points a call: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html.</remarks>
internal static class MetricReader
{
    private const int MostMetrics = 500;
    private const int MostPoints = 100_800;
    private const int AtOnce = 4;
    private const string Subject = "Metrics";
    private const string Operation = "cloudwatch:GetMetricData";

    /// <summary>Reads what a part wishes and gives it to what the part found.</summary>
    public static async Task MeasureAsync(AwsPart part)
    {
        var metrics = new ConcurrentDictionary<string, ConcurrentBag<Metric>>(
            StringComparer.Ordinal
        );
        var denied = false;
        await Parallel.ForEachAsync(
            Batches(part),
            new ParallelOptions
            {
                MaxDegreeOfParallelism = AtOnce,
                CancellationToken = part.Cancel,
            },
            async (batch, _) =>
            {
                if (!Volatile.Read(ref denied))
                {
                    await part.TryAsync(
                        Subject,
                        async () =>
                        {
                            try
                            {
                                await ReadAsync(part, batch, metrics);
                            }
                            catch (AwsCallException e) when (e.IsDenied)
                            {
                                // What may not be called once may not be called a thousand times.
                                Volatile.Write(ref denied, true);
                                throw;
                            }
                        }
                    );
                }
            }
        );
        for (var i = 0; i < part.Found.Count; i++)
        {
            part.Found[i] = With(part.Found[i], metrics);
        }
    }

    private static Resource With(
        Resource resource,
        ConcurrentDictionary<string, ConcurrentBag<Metric>> metrics
    )
    {
        var whole = resource is Function { Provisioned.Count: > 0 } function
            ? function with
            {
                Provisioned =
                [
                    .. function.Provisioned.Select(p =>
                        p with
                        {
                            Use = metrics
                                .GetValueOrDefault($"{function.Name}:{p.Version}")
                                ?.FirstOrDefault(),
                        }
                    ),
                ],
            }
            : resource;
        return metrics.TryGetValue(resource.Name, out var own)
            ? whole with
            {
                Metrics =
                [
                    .. own.OrderBy(m => m.Name, StringComparer.Ordinal)
                        .ThenBy(m => m.Statistic)
                        .ThenBy(m => m.PeriodSeconds),
                ],
            }
            : whole;
    }

    private static List<List<MetricWish>> Batches(AwsPart part)
    {
        var (from, to) = part.Scan.Window;
        var batches = new List<List<MetricWish>>();
        foreach (
            var period in part
                .Wishes.Where(w => w.Sources.Count > 0)
                .GroupBy(w => w.PeriodSeconds)
                .OrderBy(g => g.Min(w => w.Rank))
        )
        {
            var points = Math.Max(1, (int)((to - from).TotalSeconds / period.Key));
            var most = Math.Clamp(MostPoints / points, 1, MostMetrics);
            var batch = new List<MetricWish>();
            var queries = 0;
            foreach (var wish in period.OrderBy(w => w.Rank))
            {
                if (queries > 0 && queries + wish.Sources.Count > most)
                {
                    batches.Add(batch);
                    (batch, queries) = ([], 0);
                }

                batch.Add(wish);
                queries += wish.Sources.Count;
            }

            batches.Add(batch);
        }

        return Affordable(part, batches);
    }

    private static List<List<MetricWish>> Affordable(AwsPart part, List<List<MetricWish>> batches)
    {
        var kept = new List<List<MetricWish>>();
        var left = 0;
        foreach (var batch in batches.OrderBy(b => b.Min(w => w.Rank)))
        {
            var queries = batch.Sum(w => w.Sources.Count);
            if (part.Scan.Budget.TryTake(queries))
            {
                kept.Add(batch);
            }
            else
            {
                left += queries;
            }
        }

        if (left > 0)
        {
            part.Scan.Add(
                new ScanGap(
                    part.Account.Id,
                    part.Region,
                    Subject,
                    Operation,
                    $"{left.ToString("N0", CultureInfo.InvariantCulture)} metrics were left out: with them the scan would cost more than the {part.Scan.Budget.Usd.ToString("0.00", CultureInfo.InvariantCulture)} US dollars that are set.",
                    $"Raise '{InventoryFields.MetricsUsd.Label}', or scan fewer regions or days."
                )
            );
        }

        return kept;
    }

    private static async Task ReadAsync(
        AwsPart part,
        List<MetricWish> batch,
        ConcurrentDictionary<string, ConcurrentBag<Metric>> metrics
    )
    {
        using var turn = await part.Scan.MeasuringAsync();
        var (from, to) = part.Scan.Window;
        var points = new List<(DateTimeOffset At, double Value)>[batch.Count];
        var owners = new List<int>();
        var queries = new List<object>();
        for (var i = 0; i < batch.Count; i++)
        {
            points[i] = [];
            foreach (var source in batch[i].Sources)
            {
                queries.Add(Query(queries.Count, batch[i], source));
                owners.Add(i);
            }
        }

        string? next = null;
        do
        {
            next = await part.AskAsync(
                Call(from, to, queries, next),
                (stream, token) => TakeAsync(stream, batch, owners, points, token)
            );
        } while (next is not null);

        for (var i = 0; i < batch.Count; i++)
        {
            var wish = batch[i];
            var metric = MetricPoints.Sum(
                wish.Name,
                wish.Statistic,
                wish.PeriodSeconds,
                from,
                to,
                wish.Sources.Count == 1 ? points[i] : Added(points[i]),
                wish.KeepWeek
            );
            if (metric is not null)
            {
                metrics.GetOrAdd(wish.Of, _ => []).Add(metric);
            }
        }
    }

    private static List<(DateTimeOffset At, double Value)> Added(
        List<(DateTimeOffset At, double Value)> points
    ) => [.. points.GroupBy(p => p.At).Select(g => (g.Key, g.Sum(p => p.Value)))];

    // A further page asks for no further metric, so that only the first is paid for.
    private static AwsCall Call(
        DateTimeOffset from,
        DateTimeOffset to,
        List<object> queries,
        string? next
    )
    {
        var body = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["StartTime"] = from.ToUnixTimeSeconds(),
            ["EndTime"] = to.ToUnixTimeSeconds(),
            ["ScanBy"] = "TimestampAscending",
            ["MaxDatapoints"] = MostPoints,
            ["MetricDataQueries"] = queries,
        };
        if (next is not null)
        {
            body["NextToken"] = next;
        }

        return AwsCall.Json(AwsApi.CloudWatch, "GetMetricData", body) with
        {
            PriceUsd = next is null ? queries.Count * MetricBudget.Price : 0,
        };
    }

    private static object Query(int index, MetricWish wish, MetricSource source) =>
        new
        {
            Id = $"m{index}",
            MetricStat = new
            {
                Metric = new
                {
                    source.Namespace,
                    MetricName = source.Name,
                    Dimensions = source.Dimensions.Select(d => new { d.Name, d.Value }),
                },
                Period = wish.PeriodSeconds,
                Stat = (wish.Asked ?? wish.Statistic).ToString(),
            },
            ReturnData = true,
        };

    private static async Task<string?> TakeAsync(
        Stream stream,
        List<MetricWish> batch,
        List<int> owners,
        List<(DateTimeOffset At, double Value)>[] points,
        CancellationToken cancellationToken
    )
    {
        using var json = await JsonDocument.ParseAsync(
            stream,
            cancellationToken: cancellationToken
        );
        foreach (var result in json.RootElement.Items("MetricDataResults"))
        {
            if (
                result.Text("Id") is not ['m', .. var number]
                || !int.TryParse(number, CultureInfo.InvariantCulture, out var index)
                || index >= owners.Count
            )
            {
                continue;
            }

            var owner = owners[index];
            var own = points[owner];
            foreach (var (at, value) in result.Items("Timestamps").Zip(result.Items("Values")))
            {
                own.Add(
                    (AwsTime.OfSeconds(at.GetDouble()), value.GetDouble() * batch[owner].Scale)
                );
            }
        }

        return json.RootElement.Text("NextToken");
    }
}
