using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Faces.Tests.Spend;

/// <summary>Small tables made by hand.</summary>
internal static class Tables
{
    public static readonly DateOnly Today = new(2026, 11, 23);
    public static readonly Currency Usd = Currency.Parse("USD");

    public static CostTable Of(CostQuery query, params CostRow[] rows)
    {
        var range = query.Period.Resolve(Today);
        var buckets = query.Grain == TimeGrain.Day ? Days(range) : [];
        var total = rows.Sum(r => r.Cost);
        return new()
        {
            Query = query,
            Range = range,
            PriorRange = query.Compare.Resolve(query.Period, Today),
            Buckets = buckets,
            Totals =
            [
                new(
                    Usd,
                    total,
                    rows.Sum(r => r.Prior ?? 0),
                    rows.Sum(r => r.Charges),
                    [
                        .. buckets.Select(
                            (_, i) => rows.Sum(r => i < r.Cells.Count ? r.Cells[i] : 0)
                        ),
                    ],
                    []
                ),
            ],
            OtherCurrencies = [],
            Rows = rows,
            GroupCount = rows.Length,
            Source = CostSource.Daily,
            Revision = 1,
            Elapsed = TimeSpan.FromMilliseconds(3),
        };
    }

    public static CostRow Row(decimal cost, decimal? prior, params string?[] keys) =>
        new(Usd, keys, cost, prior, 4, []);

    public static List<TimeBucket> Days(DateRange range) =>
        [
            .. Enumerable
                .Range(0, range.Days)
                .Select(i => range.From.AddDays(i).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc))
                .Select(d => new TimeBucket(d, d.AddDays(1), d.Day >= 22)),
        ];
}
