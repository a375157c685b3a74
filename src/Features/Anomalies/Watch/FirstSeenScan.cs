using Outlay.Anomalies.Arrivals;
using Outlay.Anomalies.Detection;
using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Anomalies.Watch;

/// <summary>
/// Looks for services, regions, accounts and SKUs that were charged for the first time. What had no cost for a while before the
/// days that are looked at is a candidate, and only the history of candidates is read.
/// </summary>
internal sealed class FirstSeenScan(IQueryEngine engine, TimeProvider time)
{
    private const int DaysBack = 400;
    private const int MostCandidates = 200;

    // A SKU comes with many others; the floor of all would drown what matters.
    private const double SkuFloors = 10;

    private static readonly ArrivalSettings Standard = ArrivalSettings.Default;

    private static readonly (Dimension[] Keys, double Floors)[] Watched =
    [
        ([new("SubAccountName")], 1),
        ([new("ServiceName")], 1),
        ([new("RegionName")], 1),
        ([new("ServiceName"), new("SkuMeter")], SkuFloors),
    ];

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>What arrived in the last days.</summary>
    public async Task<Result<IReadOnlyList<FirstSeen>>> FindAsync(
        Currency currency,
        LakeFacts facts,
        double floor,
        CancellationToken cancellationToken
    )
    {
        var begin = Today.AddDays(-DaysBack);
        if (facts.FirstDay is { } known && known > begin)
        {
            begin = known;
        }

        var found = new List<FirstSeen>();
        foreach (var (keys, floors) in Watched)
        {
            var arrivals = await FindAsync(
                currency,
                keys,
                begin,
                floor * floors,
                cancellationToken
            );
            if (!arrivals.IsOk)
            {
                // SKUs are read from the charges; a lake that is too large for that is watched without them.
                if (keys.Length > 1 && arrivals.Problem.Kind == ProblemKind.Unavailable)
                {
                    continue;
                }

                return arrivals.Problem;
            }

            // All SKUs of a new service are new.
            found.AddRange(
                arrivals.Value.Where(a =>
                    !found.Exists(f => f.Path[0] == a.Path[0] && f.FirstDay <= a.FirstDay)
                )
            );
        }

        return found;
    }

    private async Task<Result<IReadOnlyList<FirstSeen>>> FindAsync(
        Currency currency,
        Dimension[] keys,
        DateOnly begin,
        double floor,
        CancellationToken cancellationToken
    )
    {
        var candidates = await CandidatesAsync(currency, keys, begin, floor, cancellationToken);
        if (!candidates.IsOk)
        {
            return candidates.Problem;
        }

        if (candidates.Value.Count == 0)
        {
            return Array.Empty<FirstSeen>();
        }

        var history = await engine.RunAsync(
            AnomalySeries.Scope(currency) with
            {
                Period = Period.Of(DateRange.Inclusive(begin, Today)),
                Grain = TimeGrain.Day,
                GroupBy = keys,
                Filter = CostFilter.All.And(
                    new(
                        keys[^1],
                        FilterOperator.Is,
                        [.. candidates.Value.Select(c => c[^1]!).Distinct()]
                    )
                ),
                PageSize = CostQuery.MaxPageSize,
            },
            cancellationToken
        );
        if (!history.IsOk)
        {
            return history.Problem;
        }

        var since = Today.AddDays(-AnomalyScan.DaysKept);
        var watch = new ArrivalWatch(Standard with { MoneyFloor = floor });
        return history
            .Value.Rows.Where(r => r.Currency == currency)
            .SelectMany(r =>
                watch
                    .Watch(keys[^1].Key, Daily(history.Value, r), begin)
                    .Where(a => a.FirstSeen >= since)
                    .Select(a => Of(a, currency, keys, r.Keys))
            )
            .ToList();
    }

    // Nobody who is back after the quiet days can have had cost in these days before the ones that are kept.
    private async Task<Result<List<IReadOnlyList<string?>>>> CandidatesAsync(
        Currency currency,
        Dimension[] keys,
        DateOnly begin,
        double floor,
        CancellationToken cancellationToken
    )
    {
        var since = Today.AddDays(-AnomalyScan.DaysKept);
        var before = since.AddDays(AnomalyScan.DaysKept - Standard.QuietDays);
        if (begin >= since)
        {
            return new List<IReadOnlyList<string?>>();
        }

        var answer = await engine.RunAsync(
            AnomalySeries.Scope(currency) with
            {
                Period = Period.Of(DateRange.Inclusive(since, Today)),
                Grain = TimeGrain.None,
                GroupBy = keys,
                Filter = CostFilter.All.And(new(keys[^1], FilterOperator.Exists, [])),
                Compare = new(ComparisonKind.Custom, new DateRange(before, since)),
                Sort = new(SortKey.Prior, Descending: false),
                PageSize = CostQuery.MaxPageSize,
            },
            cancellationToken
        );
        if (!answer.IsOk)
        {
            return answer.Problem;
        }

        return answer
            .Value.Rows.Where(r =>
                r.Currency == currency
                && r.Prior is null or 0
                && AnomalySeries.Number(r.Cost) >= floor
            )
            .OrderByDescending(r => r.Cost)
            .Take(MostCandidates)
            .Select(r => r.Keys)
            .ToList();
    }

    private DailySeries Daily(CostTable table, CostRow row) =>
        AnomalySeries.Daily(string.Join(' ', row.Keys), table, row.Cells, Today);

    private static FirstSeen Of(
        Arrival arrival,
        Currency currency,
        Dimension[] keys,
        IReadOnlyList<string?> values
    ) =>
        new(
            currency,
            [.. keys.Zip(values, (d, v) => new PathStep(d.Key, v))],
            arrival.FirstSeen,
            arrival.Raised,
            arrival.Cost,
            arrival.IsReturn
        );
}
