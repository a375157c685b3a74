using Outlay.Anomalies.Causes;
using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Anomalies.Watch;

/// <summary>Ranks where an anomaly comes from: its days against the four weeks before, by three dimensions that lead further.</summary>
internal sealed class AnomalyCauses(IQueryEngine engine)
{
    private const int WeeksBefore = 4;
    private const int MostLeaves = 1000;
    private const int Shown = 3;

    private static readonly string[] Ways =
    [
        "HostProviderName",
        "SubAccountName",
        "ServiceName",
        "RegionName",
        "ResourceType",
        "PricingCategory",
    ];

    public async Task<Result<IReadOnlyList<AnomalyCause>>> RankAsync(
        Anomaly anomaly,
        CancellationToken cancellationToken
    )
    {
        var dimensions = Ways.Where(w => anomaly.Path.All(p => p.Dimension != w))
            .Take(3)
            .Select(d => new Dimension(d))
            .ToList();
        var before = new DateRange(anomaly.Start.AddDays(-7 * WeeksBefore), anomaly.Start);
        var answer = await engine.RunAsync(
            anomaly.Query(DateRange.Inclusive(anomaly.Start, anomaly.End)) with
            {
                Grain = TimeGrain.None,
                GroupBy = dimensions,
                Compare = new Comparison(ComparisonKind.Custom, before),
                Sort = new CostSort(SortKey.Change, anomaly.Direction > 0),
                PageSize = MostLeaves,
            },
            cancellationToken
        );
        if (!answer.IsOk)
        {
            return answer.Problem;
        }

        var rows = answer.Value.Rows.Where(r => r.Currency == anomaly.Currency).ToList();
        if (rows.Count == 0)
        {
            return Array.Empty<AnomalyCause>();
        }

        var values = dimensions
            .Select((_, d) => rows.Select(r => r.Keys[d] ?? "").Distinct().ToList())
            .ToList();
        var codes = values
            .Select((names, d) => rows.Select(r => names.IndexOf(r.Keys[d] ?? "")).ToArray())
            .ToList();
        var table = new LeafTable(
            [.. dimensions.Select(d => d.Key)],
            codes,
            Expected(rows, anomaly),
            [.. rows.Select(r => AnomalySeries.Number(r.Cost))]
        );
        return new RootCauseRanking(RankingSettings.Default)
            .Rank(table)
            .Take(Shown)
            .Select(cause => Cause(cause, dimensions, values))
            .ToList();
    }

    // The days before, brought to what the detector expected of the whole.
    private static double[] Expected(List<CostRow> rows, Anomaly anomaly)
    {
        var raw = rows.Select(r => Math.Max(0, AnomalySeries.Number(r.Prior ?? 0))).ToArray();
        var sum = raw.Sum();
        return sum == 0 ? raw : [.. raw.Select(r => r * Math.Max(0, anomaly.Expected) / sum)];
    }

    private static AnomalyCause Cause(
        RootCause cause,
        List<Dimension> dimensions,
        List<List<string>> values
    ) =>
        new(
            string.Join(
                "; ",
                cause.Elements.Select(e =>
                    string.Join(
                        ", ",
                        e.Values.Select(v =>
                            Words(dimensions[v.Dimension], values[v.Dimension][v.Code])
                        )
                    )
                )
            ),
            cause.Share,
            cause.Elements.Sum(e => e.Expected),
            cause.Elements.Sum(e => e.Actual)
        );

    private static string Words(Dimension dimension, string value) =>
        $"{Query.Dimensions.Label(dimension)} {(value.Length == 0 ? "none" : value)}";
}
