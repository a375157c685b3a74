using Outlay.Kernel;
using Outlay.Testing;
using static Outlay.Testing.LakeBuilder;

namespace Outlay.Query.Tests.Engine;

public sealed class CostTables : IDisposable
{
    private static readonly CostQuery ByService = new()
    {
        GroupBy = [new("ServiceName")],
        Currency = Currency.Parse("USD"),
    };

    private readonly LakeBuilder _lake = new();
    private readonly TestEngine _engine;

    public CostTables() => _engine = new TestEngine(_lake);

    public void Dispose()
    {
        _engine.Dispose();
        _lake.Dispose();
    }

    [Fact]
    public async Task An_empty_lake_answers_with_zero()
    {
        var table = await _engine.RunAsync(ByService with { Compare = Comparison.Prior });

        table.Totals.ShouldHaveSingleItem().Cost.ShouldBe(0);
        table.Totals[0].Prior.ShouldBe(0);
        table.Totals[0].Cells.Count.ShouldBe(22);
        table.Rows.ShouldBeEmpty();
        table.Buckets.Count.ShouldBe(22);
    }

    [Fact]
    public async Task Groups_have_their_days_with_gaps_filled_and_their_prior_cost()
    {
        _lake.Publish(
            "aws",
            "2026-11",
            [
                Charge("2026-11-01", "1.000000000000000001"),
                Charge("2026-11-03 23:59", "2"),
                Charge("2026-11-03", "5", ("ServiceName", "Storage")),
                Charge("2026-11-25", "100"),
            ]
        );
        _lake.Publish(
            "aws",
            "2026-10",
            [
                Charge("2026-10-02", "4"),
                Charge("2026-10-22", "7", ("ServiceName", "Gone")),
                Charge("2026-10-23", "1000"),
            ]
        );

        var table = await _engine.RunAsync(ByService with { Compare = Comparison.Prior });

        table.Source.ShouldBe(CostSource.Daily);
        table.Rows.Select(r => r.Keys[0]).ShouldBe(["Storage", "Compute", "Gone"]);
        table.Rows.Select(r => r.Cost).ShouldBe([5m, 3.000000000000000001m, 0m]);
        table.Rows.Select(r => r.Prior).ShouldBe([0m, 4m, 7m]);
        table.Rows.Select(r => r.Charges).ShouldBe([1L, 2L, 0L]);
        table.Rows[1].Cells.Take(4).ShouldBe([1.000000000000000001m, 0m, 2m, 0m]);
        table.Totals[0].Cost.ShouldBe(8.000000000000000001m);
        table.Totals[0].Prior.ShouldBe(11m);
        table.Totals[0].PriorCells.Count.ShouldBe(22);
        table.Totals[0].PriorCells[21].ShouldBe(7m);
        table.GroupCount.ShouldBe(3);
    }

    [Fact]
    public async Task Currencies_stay_apart()
    {
        _lake.Publish(
            "aws",
            "2026-11",
            [
                Charge("2026-11-01", "1"),
                Charge("2026-11-02", "5", ("BillingCurrency", "EUR")),
                Charge("2026-11-02", "6", ("BillingCurrency", "EUR"), ("ServiceName", "Storage")),
            ]
        );

        var all = await _engine.RunAsync(ByService with { Currency = null, Top = 1 });
        var one = await _engine.RunAsync(ByService);

        all.Totals.Select(t => $"{t.Currency} {t.Cost}").ShouldBe(["EUR 11", "USD 1"]);
        all.Rows.Select(r => $"{r.Currency} {r.Keys[0]} {r.Cost} {r.OtherGroups}")
            .ShouldBe(["EUR Storage 6 0", "EUR  5 1", "USD Compute 1 0"]);
        one.Rows.ShouldHaveSingleItem().Cost.ShouldBe(1);
        one.Totals.ShouldHaveSingleItem().Cost.ShouldBe(1);
        one.OtherCurrencies.ShouldHaveSingleItem().Cost.ShouldBe(11);
        one.OtherCurrencies[0].Cells.ShouldBeEmpty();
        one.GroupCount.ShouldBe(1);
    }

    [Theory]
    [InlineData(TimeGrain.Hour, 22 * 24)]
    [InlineData(TimeGrain.Day, 22)]
    [InlineData(TimeGrain.Week, 4)]
    [InlineData(TimeGrain.Month, 1)]
    [InlineData(TimeGrain.None, 0)]
    public async Task Buckets_are_clipped_to_the_range(TimeGrain grain, int buckets)
    {
        _lake.Publish(
            "aws",
            "2026-11",
            [Charge("2026-11-01 05:00", "1"), Charge("2026-11-02", "2")]
        );

        var table = await _engine.RunAsync(ByService with { Grain = grain });

        table.Buckets.Count.ShouldBe(buckets);
        table.Rows[0].Cells.Sum().ShouldBe(buckets == 0 ? 0 : 3);
        if (grain == TimeGrain.Week)
        {
            table.Rows[0].Cells.ShouldBe([1m, 2m, 0m, 0m]);
            table.Buckets[0].End.ShouldBe(new DateTime(2026, 11, 2));
        }
    }

    [Fact]
    public async Task A_tag_means_all_its_spellings()
    {
        _lake.Publish(
            "aws",
            "2026-11",
            [
                Charge("2026-11-01", "1", ("tag:team", "a")),
                Charge("2026-11-01", "2", ("tag:Team", "a")),
                Charge("2026-11-01", "4", ("tag:TEAM", "b"), ("tag:Team", "a")),
                Charge("2026-11-01", "8", ("tag:team", ""), ("tag:TEAM", "b")),
                Charge("2026-11-01", "16"),
            ]
        );

        var team = await _engine.RunAsync(ByService with { GroupBy = [Dimension.Tag("team")] });
        var loud = await _engine.RunAsync(ByService with { GroupBy = [Dimension.Tag("TEAM")] });

        team.Rows.Select(r => $"{r.Keys[0]}={r.Cost}").ShouldBe(["=16", "b=12", "a=3"]);
        loud.Rows.Select(r => $"{r.Keys[0]}={r.Cost}").ShouldBe(["=16", "b=12", "a=3"]);
    }
}
