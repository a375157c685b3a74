using System.Text.Json;
using CsCheck;

namespace Outlay.Query.Tests.Engine;

/// <summary>The engine against plain C# over random lakes and random questions.</summary>
public sealed class RandomLakes
{
    private static readonly Gen<(AnyLake Lake, CostQuery[] Queries)> LakeAndQueries = Gen.Select(
        AnyLake.Any,
        AnyLakeQuery.Any.Array[12]
    );

    [Fact]
    public Task Every_answer_is_the_sum_of_its_charges() =>
        EveryAsync(
            async (engine, charges, query) =>
            {
                var table = await engine.RunAsync(query);

                foreach (var total in table.Totals.Concat(table.OtherCurrencies))
                {
                    var mine = Chosen(charges, query, total.Currency.Code);
                    var now = mine.Where(c => Oracle.In(c, table.Range)).ToList();
                    total.Cost.ShouldBe(now.Sum(Oracle.Cost));
                    total.Charges.ShouldBe(now.Count);
                    total.Prior.ShouldBe(Prior(mine, table));
                }

                foreach (var total in table.Totals)
                {
                    var mine = Chosen(charges, query, total.Currency.Code);
                    total.Cells.ShouldBe(Cells(mine, table.Buckets));
                    total.PriorCells.ShouldBe(
                        table.PriorRange is { } prior
                            ? Cells(mine, TimeBuckets.Of(query.Grain, prior, null))
                            : []
                    );
                }

                foreach (var row in table.Rows)
                {
                    var mine = Chosen(charges, query, row.Currency.Code)
                        .Where(c => Keys(c, query).SequenceEqual(row.Keys))
                        .ToList();
                    row.Cost.ShouldBe(mine.Where(c => Oracle.In(c, table.Range)).Sum(Oracle.Cost));
                    row.Prior.ShouldBe(Prior(mine, table));
                    row.Cells.ShouldBe(Cells(mine, table.Buckets));
                }
            }
        );

    [Fact]
    public Task Groups_add_up_to_the_total_and_pages_show_each_once() =>
        EveryAsync(
            async (engine, _, query) =>
            {
                var whole = await engine.RunAsync(
                    query with
                    {
                        PageSize = 500,
                        Grain = TimeGrain.None,
                    }
                );
                var pages = new List<CostRow>();
                for (var page = 1; page <= (whole.GroupCount + 6) / 7; page++)
                {
                    pages.AddRange(
                        (await engine.RunAsync(query with { Page = page, PageSize = 7 })).Rows
                    );
                }

                whole.Rows.Count.ShouldBe(whole.GroupCount);
                Names(pages).ShouldBe(Names(whole.Rows));
                Sorted(whole.Rows, whole);
                foreach (var total in whole.Totals.Where(_ => query.GroupBy.Count > 0))
                {
                    var rows = whole.Rows.Where(r => r.Currency == total.Currency).ToList();
                    rows.Sum(r => r.Cost).ShouldBe(total.Cost);
                    rows.Sum(r => r.Charges).ShouldBe(total.Charges);
                    rows.Sum(r => r.Prior ?? 0).ShouldBe(total.Prior ?? 0);
                }
            }
        );

    [Fact]
    public Task The_largest_and_the_rest_are_everything() =>
        EveryAsync(
            async (engine, _, query) =>
            {
                var whole = await engine.RunAsync(query with { PageSize = 70 });
                var table = await engine.RunAsync(query with { Top = 2 });

                table.GroupCount.ShouldBe(whole.GroupCount);
                foreach (var total in table.Totals.Where(t => query.GroupBy.Count > 0))
                {
                    var rows = table.Rows.Where(r => r.Currency == total.Currency).ToList();
                    rows.Sum(r => r.Cost).ShouldBe(total.Cost);
                    rows.Sum(r => r.Charges).ShouldBe(total.Charges);
                    rows.Sum(r => r.OtherGroups + (r.IsOther ? 0 : 1))
                        .ShouldBe(
                            query.GroupBy.Count == 0 ? 0 : GroupsOf(whole, total.Currency.Code)
                        );
                    rows.Count(r => !r.IsOther).ShouldBeLessThanOrEqualTo(2);
                    rows.SkipLast(1).ShouldAllBe(r => !r.IsOther);
                    for (var i = 0; i < total.Cells.Count; i++)
                    {
                        rows.Sum(r => r.Cells[i]).ShouldBe(total.Cells[i]);
                    }
                }
            }
        );

    [Fact]
    public Task The_rollup_says_what_the_charges_say() =>
        LakeAndQueries.SampleAsync(
            async sample =>
            {
                using var lake = sample.Lake.Build();
                using var quick = new TestEngine(lake);
                using var slow = new TestEngine(lake, o => o.ForceCharges = true);
                foreach (var query in sample.Queries)
                {
                    var daily = await quick.RunAsync(query);
                    var charges = await slow.RunAsync(query);

                    Answer(daily).ShouldBe(Answer(charges));
                    charges.Source.ShouldBe(CostSource.Charges);
                }
            },
            iter: 6,
            threads: 1,
            print: s => string.Join('\n', s.Queries.Select(CostQueryUrl.Format))
        );

    [Fact]
    public Task The_charges_behind_a_number_sum_to_it() =>
        EveryAsync(
            async (engine, _, query) =>
            {
                var table = await engine.RunAsync(query);
                var page = (
                    await engine.Engine.ChargesAsync(
                        new ChargesQuery(query, Limit: 1000),
                        TestContext.Current.CancellationToken
                    )
                ).Value;
                var totals = table.Totals.Where(t => t.Charges > 0).ToList();

                page.Total.ShouldBe(totals.Sum(t => t.Charges));
                page.Rows.Count.ShouldBe((int)page.Total);
                page.Sums.OrderBy(s => s.Currency.Code)
                    .Select(s => (s.Currency, s.Cost, s.Charges))
                    .ShouldBe(
                        totals
                            .OrderBy(t => t.Currency.Code)
                            .Select(t => (t.Currency, t.Cost, t.Charges))
                    );
            }
        );

    private static Task EveryAsync(
        Func<TestEngine, IReadOnlyList<IReadOnlyDictionary<string, string?>>, CostQuery, Task> check
    ) =>
        LakeAndQueries.SampleAsync(
            async sample =>
            {
                using var lake = sample.Lake.Build();
                using var engine = new TestEngine(lake);
                foreach (var query in sample.Queries)
                {
                    await check(engine, sample.Lake.Charges, query);
                }
            },
            iter: 6,
            threads: 1,
            print: s => string.Join('\n', s.Queries.Select(CostQueryUrl.Format))
        );

    private static List<IReadOnlyDictionary<string, string?>> Chosen(
        IReadOnlyList<IReadOnlyDictionary<string, string?>> charges,
        CostQuery query,
        string currency
    ) => [.. charges.Where(c => c["BillingCurrency"] == currency && Oracle.Passes(c, query))];

    private static decimal? Prior(
        IEnumerable<IReadOnlyDictionary<string, string?>> charges,
        CostTable table
    ) =>
        table.PriorRange is null
            ? null
            : charges.Where(c => Oracle.In(c, table.PriorRange)).Sum(Oracle.Cost);

    private static List<decimal> Cells(
        List<IReadOnlyDictionary<string, string?>> charges,
        IReadOnlyList<TimeBucket> buckets
    ) =>
        [
            .. buckets.Select(b =>
                charges
                    .Where(c => Oracle.Time(c) >= b.Start && Oracle.Time(c) < b.End)
                    .Sum(Oracle.Cost)
            ),
        ];

    private static IEnumerable<string?> Keys(
        IReadOnlyDictionary<string, string?> charge,
        CostQuery query
    ) => query.GroupBy.Select(d => Oracle.Value(charge, d));

    private static int GroupsOf(CostTable table, string currency) =>
        table.Rows.Count(r => r.Currency.Code == currency);

    private static void Sorted(IReadOnlyList<CostRow> rows, CostTable table)
    {
        if (table.Query.Sort.Key != SortKey.Cost)
        {
            return;
        }

        foreach (var currency in rows.GroupBy(r => r.Currency, r => r.Cost))
        {
            var up = currency.Order().ToList();
            currency.ShouldBe(table.Query.Sort.Descending ? up.AsEnumerable().Reverse() : up);
        }
    }

    private static IEnumerable<string> Names(IEnumerable<CostRow> rows) =>
        rows.Select(r =>
            Json(
                new
                {
                    r.Currency.Code,
                    r.Keys,
                    r.Cost,
                    r.Prior,
                    r.Charges,
                }
            )
        );

    private static string Answer(CostTable table) =>
        Json(
            new
            {
                table.Totals,
                table.OtherCurrencies,
                table.Rows,
                table.GroupCount,
            }
        );

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);
}
