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
/// Reads the daily cost of everything, of each cloud, of the largest accounts and of their largest services: effective cost of usage, as
/// credits, taxes and purchases have a calendar of their own.
/// </summary>
internal sealed class AnomalySeries(IQueryEngine engine, TimeProvider time)
{
    private const char Separator = '\u001f';
    private const int DaysBack = 400;
    private const int MostAccounts = 150;
    private const int MostServices = 800;

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

    /// <summary>Whether one series contains the other, so that what happens in one shows in both.</summary>
    public static bool AreOnOnePath(string left, string right) =>
        left == right
        || left.StartsWith(right + Separator, StringComparison.Ordinal)
        || right.StartsWith(left + Separator, StringComparison.Ordinal);

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

        return all;
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
            ? Daily(anomaly.SeriesKey, answer.Value, Total(answer.Value, anomaly.Currency))
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
                Daily(key, table, cells)
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

    private DailySeries Daily(string key, CostTable table, IReadOnlyList<decimal> cells)
    {
        var complete = table
            .Buckets.TakeWhile(b => !b.Incomplete && DateOnly.FromDateTime(b.Start) < Today)
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
