using System.Diagnostics.CodeAnalysis;
using Outlay.Anomalies.Detection;
using Outlay.Anomalies.Events;
using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Anomalies.Watch;

/// <summary>A series that is watched.</summary>
/// <param name="Node">Its place among the others.</param>
/// <param name="Path">The values that lead to it.</param>
/// <param name="Series">Its days.</param>
internal sealed record WatchedSeries(
    SeriesNode Node,
    IReadOnlyList<PathStep> Path,
    DailySeries Series
);

/// <summary>
/// Reads the daily cost of everything, of each cloud and its regions, of the largest accounts, of their largest services and of the
/// largest resources: effective cost of usage, as credits, taxes and purchases have a calendar of their own.
/// </summary>
internal sealed class AnomalySeries(IQueryEngine engine, TimeProvider time)
{
    private const char Separator = '\u001f';
    private const string RegionMark = "\u001e";
    private const int DaysBack = 400;
    private const int MostAccounts = 150;
    private const int MostServices = 800;
    private const int MostRegions = 150;
    private const int MostResources = 300;

    // Resources are read from the charges, not from the rollup.
    private const int DaysOfResources = 120;

    /// <summary>The level of a cloud's region, which lies across accounts and services.</summary>
    public const string Region = "region";

    /// <summary>The level of a resource of a service.</summary>
    public const string Resource = "resource";

    private const string RegionDimension = "RegionName";
    private const string ResourceDimension = "ResourceId";

    private static readonly string[] Dimensions =
    [
        "HostProviderName",
        "SubAccountName",
        "ServiceName",
    ];
    private static readonly string[] Levels = ["total", "cloud", "account", "service"];
    private static readonly int[] Most = [1, MostAccounts, MostAccounts, MostServices];

    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>What counts.</summary>
    public static CostQuery Scope(Currency currency) =>
        new()
        {
            Metric = CostMetric.Effective,
            Currency = currency,
            Exclude = ChargeSwitches.Tax | ChargeSwitches.Credits | ChargeSwitches.Purchases,
        };

    public static CostFilter Filter(IReadOnlyList<PathStep> path) =>
        path.Aggregate(
            CostFilter.All,
            (filter, step) =>
                filter.And(
                    step.Value is { } value
                        ? new(new(step.Dimension), FilterOperator.Is, [value])
                        : new(new(step.Dimension), FilterOperator.Empty, [])
                )
        );

    /// <summary>Whether one series contains the other, so that what happens in one shows in both; a region shows all of its cloud.</summary>
    public static bool AreOnOnePath(string series, string planned) =>
        series == planned
        || series.StartsWith(planned + Separator, StringComparison.Ordinal)
        || planned.StartsWith(series + Separator, StringComparison.Ordinal)
        || (
            IsRegion(series)
            && planned.StartsWith(
                series[..series.LastIndexOf(Separator)] + Separator,
                StringComparison.Ordinal
            )
        );

    /// <summary>Whether a series is that of a cloud's region.</summary>
    public static bool IsRegion(string key) =>
        key[(key.LastIndexOf(Separator) + 1)..].StartsWith(RegionMark, StringComparison.Ordinal);

    /// <summary>All series of a currency, the containing ones before the contained.</summary>
    public async Task<Result<IReadOnlyList<WatchedSeries>>> ReadAsync(
        Currency currency,
        LakeFacts facts,
        CancellationToken cancellationToken
    )
    {
        var all = new List<WatchedSeries>();
        for (var level = 0; level < Levels.Length; level++)
        {
            var answer = await engine.RunAsync(
                Query(Scope(currency), facts) with
                {
                    GroupBy = [.. Dimensions.Take(level).Select(d => new Dimension(d))],
                    PageSize = Most[level],
                },
                cancellationToken
            );
            if (!answer.IsOk)
            {
                return answer.Problem;
            }

            var known = all.Select(s => s.Node.Key).ToHashSet(StringComparer.Ordinal);
            all.AddRange(Of(answer.Value, currency, level, known));
        }

        if (await RegionsAsync(currency, facts, all, cancellationToken) is { } problem)
        {
            return problem;
        }

        await ResourcesAsync(currency, facts, all, cancellationToken);
        return all;
    }

    private async Task<Problem?> RegionsAsync(
        Currency currency,
        LakeFacts facts,
        List<WatchedSeries> all,
        CancellationToken cancellationToken
    )
    {
        var answer = await engine.RunAsync(
            Query(Scope(currency), facts) with
            {
                GroupBy = [new(Dimensions[0]), new(RegionDimension)],
                PageSize = MostRegions,
            },
            cancellationToken
        );
        if (!answer.IsOk)
        {
            return answer.Problem;
        }

        foreach (
            var row in answer.Value.Rows.Where(r => r.Currency == currency && r.Keys[1] is not null)
        )
        {
            List<PathStep> path =
            [
                new(Dimensions[0], row.Keys[0]),
                new(RegionDimension, row.Keys[1]),
            ];
            var key = Key(currency, [path[0], new(RegionDimension, RegionMark + row.Keys[1])]);
            all.Add(
                new(
                    new SeriesNode(key, Region, Key(currency, [path[0]])),
                    path,
                    Daily(key, answer.Value, row.Cells, Today)
                )
            );
        }

        return null;
    }

    // A lake whose resources take too long to read is watched without them.
    private async Task ResourcesAsync(
        Currency currency,
        LakeFacts facts,
        List<WatchedSeries> all,
        CancellationToken cancellationToken
    )
    {
        var services = all.Where(s => s.Path.Count == Dimensions.Length)
            .GroupBy(s => (s.Path[1].Value, s.Path[2].Value))
            .ToDictionary(g => g.Key, g => g.First());
        var query = Query(Scope(currency), facts);
        var days = query.Period.Days!.Value;
        var first = Today.AddDays(-DaysOfResources);
        var answer = await engine.RunAsync(
            query with
            {
                Period = Period.Of(first > days.From ? new DateRange(first, days.To) : days),
                GroupBy = [new(Dimensions[1]), new(Dimensions[2]), new(ResourceDimension)],
                Filter = CostFilter.All.And(new(new(ResourceDimension), FilterOperator.Exists, [])),
                PageSize = MostResources,
            },
            cancellationToken
        );
        if (!answer.IsOk)
        {
            return;
        }

        foreach (var row in answer.Value.Rows.Where(r => r.Currency == currency))
        {
            if (!services.TryGetValue((row.Keys[0], row.Keys[1]), out var service))
            {
                continue;
            }

            List<PathStep> path = [.. service.Path, new(ResourceDimension, row.Keys[2])];
            var key = Key(currency, path);
            all.Add(
                new(
                    new SeriesNode(key, Resource, service.Node.Key),
                    path,
                    Daily(key, answer.Value, row.Cells, Today)
                )
            );
        }
    }

    /// <summary>The series that an anomaly is about.</summary>
    public async Task<Result<DailySeries>> ReadAsync(
        Anomaly anomaly,
        LakeFacts facts,
        CancellationToken cancellationToken
    )
    {
        var scope = Scope(anomaly.Currency) with { Filter = Filter(anomaly.Path) };
        var answer = await engine.RunAsync(Query(scope, facts), cancellationToken);
        return answer.IsOk
            ? Daily(anomaly.SeriesKey, answer.Value, Total(answer.Value, anomaly.Currency), Today)
            : answer.Problem;
    }

    private CostQuery Query(CostQuery scope, LakeFacts facts)
    {
        var first = Today.AddDays(-DaysBack);
        if (facts.FirstDay is { } known && known > first)
        {
            first = known;
        }

        return scope with
        {
            Period = Period.Of(DateRange.Inclusive(first, first > Today ? first : Today)),
            Grain = TimeGrain.Day,
        };
    }

    private IEnumerable<WatchedSeries> Of(
        CostTable table,
        Currency currency,
        int level,
        HashSet<string> known
    )
    {
        var rows =
            level == 0
                ? [([], Total(table, currency))]
                : table
                    .Rows.Where(r => r.Currency == currency)
                    .Select(r => (Keys: r.Keys, r.Cells));
        foreach (var (keys, cells) in rows)
        {
            var path = Dimensions.Zip(keys, (d, k) => new PathStep(d, k)).ToList();
            var key = Key(currency, path);
            yield return new(
                new SeriesNode(key, Levels[level], Parent(currency, path, known)),
                path,
                Daily(key, table, cells, Today)
            );
        }
    }

    // A contained series may be among the largest without the one that contains it.
    private static string? Parent(Currency currency, List<PathStep> path, HashSet<string> known)
    {
        for (var length = path.Count - 1; length >= 0; length--)
        {
            var key = Key(currency, [.. path.Take(length)]);
            if (known.Contains(key))
            {
                return key;
            }
        }

        return null;
    }

    private static string Key(Currency currency, IReadOnlyList<PathStep> path) =>
        string.Join(Separator, path.Select(p => p.Value ?? "").Prepend(currency.Code));

    private static IReadOnlyList<decimal> Total(CostTable table, Currency currency) =>
        table.Totals.FirstOrDefault(t => t.Currency == currency)?.Cells ?? [];

    internal static DailySeries Daily(
        string key,
        CostTable table,
        IReadOnlyList<decimal> cells,
        DateOnly today
    )
    {
        var complete = table
            .Buckets.TakeWhile(b => !b.Incomplete && DateOnly.FromDateTime(b.Start) < today)
            .Count();
        return new DailySeries(
            key,
            table.Range.From,
            cells.Select(Number).ToArray(),
            table.Range.From.AddDays(complete - 1)
        );
    }

    [SuppressMessage(
        "ApiDesign",
        "RS0030",
        Justification = "A detector is statistics over money; nothing that was billed is computed from it."
    )]
    internal static double Number(decimal amount) => (double)amount;
}
