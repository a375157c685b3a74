using CsCheck;
using Outlay.Testing;
using static Outlay.Testing.LakeBuilder;

namespace Outlay.Query.Tests.Engine;

public sealed class ChangesOfTwoPeriods : IDisposable
{
    private static readonly Dimension[] Grain =
    [
        new("ChargeCategory"),
        new("ServiceName"),
        new("SkuId"),
        new("tag:team"),
    ];

    private readonly LakeBuilder _lake = new();
    private readonly TestEngine _engine;

    public ChangesOfTwoPeriods() => _engine = new TestEngine(_lake);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _engine.Dispose();
        _lake.Dispose();
    }

    [Fact]
    public async Task A_line_has_quantity_and_all_costs_of_both_periods()
    {
        Publish();

        var table = await AskAsync(new(new() { Compare = Comparison.Prior }, Grain, 1));

        table.Range.ToString().ShouldBe("2026-11-01..2026-11-22");
        table.PriorRange.ToString().ShouldBe("2026-10-01..2026-10-22");
        var line = table.Lines.Single(l => l.Keys[2] == "vm");
        line.Keys.ShouldBe(["Usage", "Compute", "vm", "shop"]);
        line.Before.ShouldBe(new ChangesSums(10, 12, 11, 9));
        line.After.ShouldBe(new ChangesSums(30, 36, 33.000000000000000001m, 30));
        line.IsRest.ShouldBeFalse();
        table.Lines.Single(l => l.Keys[2] == "disk").After.ShouldBe(default);
    }

    [Fact]
    public async Task Lines_beyond_the_limit_are_summed_by_the_kept_dimensions()
    {
        Publish();

        var table = await AskAsync(
            new(new() { Compare = Comparison.Prior }, Grain, Kept: 1, Limit: 1)
        );

        table.Lines.Count.ShouldBe(3);
        table.Lines[0].Keys[2].ShouldBe("vm");
        table
            .Lines.Skip(1)
            .Select(l => $"{l.Keys[0]} {l.Keys[1]} {l.Rest} {l.Before.Cost} {l.After.Cost}")
            .Order()
            .ShouldBe(["Tax  1 0 2", "Usage  2 5 7"]);
        table.Lines.Skip(1).ShouldAllBe(l => l.Before.Quantity == null && l.IsRest);
    }

    [Fact]
    public async Task The_metric_takes_the_place_of_the_cost()
    {
        Publish();

        var table = await AskAsync(
            new(new() { Compare = Comparison.Prior, Metric = CostMetric.List }, Grain, 1)
        );

        table.Lines.Single(l => l.Keys[2] == "vm").After.ShouldBe(new ChangesSums(30, 36, 36, 36));
    }

    [Fact]
    public async Task Nothing_to_compare_with_and_wrong_dimensions_are_said()
    {
        var none = await _engine.Engine.ChangesAsync(new(new CostQuery(), Grain, 1), Token);
        var wrong = await _engine.Engine.ChangesAsync(
            new(new() { Compare = Comparison.Prior }, [new("BilledCost")], 1),
            Token
        );

        none.Problem.ShouldNotBeNull().Field.ShouldBe("compare");
        wrong.Problem.ShouldNotBeNull().Message.ShouldContain("BilledCost");
        (await AskAsync(new(new() { Compare = Comparison.Prior }, Grain, 1))).Lines.ShouldBeEmpty();
    }

    [Fact]
    public void Lines_add_up_to_the_totals_of_the_same_query_whatever_the_limit() =>
        Gen.Select(AnyLake.Any, AnyLakeQuery.Any, Gen.Int[1, 12])
            .Where(x => x.Item2.Compare.Kind != ComparisonKind.None)
            .Sample(
                (lake, query, limit) =>
                {
                    using var built = lake.Build();
                    using var engine = new TestEngine(built);
                    var totals = engine
                        .Engine.RunAsync(query with { GroupBy = [] }, Token)
                        .GetAwaiter()
                        .GetResult()
                        .Value.Totals;
                    var lines = engine
                        .Engine.ChangesAsync(
                            new(
                                query,
                                [.. Grain, new("x_Note"), new("BillingPeriodStart")],
                                1,
                                limit
                            ),
                            Token
                        )
                        .GetAwaiter()
                        .GetResult()
                        .Value.Lines;
                    foreach (var total in totals)
                    {
                        var own = lines.Where(l => l.Currency == total.Currency).ToList();
                        own.Sum(l => l.After.Cost).ShouldBe(total.Cost);
                        own.Sum(l => l.Before.Cost).ShouldBe(total.Prior!.Value);
                        own.Count(l => !l.IsRest).ShouldBeLessThanOrEqualTo(limit);
                    }
                },
                iter: 60
            );

    private void Publish()
    {
        _lake.Publish(
            "aws",
            "2026-10",
            [
                Charge("2026-10-02", "9", Vm("10", "12", "11")),
                Charge("2026-10-03", "5", ("SkuId", "disk")),
                Charge("2026-10-30", "1000", ("SkuId", "late")),
            ]
        );
        _lake.Publish(
            "aws",
            "2026-11",
            [
                Charge("2026-11-02", "10", Vm("10", "12", "11.000000000000000001")),
                Charge("2026-11-03", "20", Vm("20", "24", "22")),
                Charge("2026-11-04", "7", ("SkuId", "new"), ("ServiceName", null)),
                Charge("2026-11-04", "2", ("ChargeCategory", "Tax")),
            ]
        );
    }

    private static (string, string?)[] Vm(string quantity, string list, string contracted) =>
        [
            ("SkuId", "vm"),
            ("tag:team", "shop"),
            ("PricingQuantity", quantity),
            ("ListCost", list),
            ("ContractedCost", contracted),
        ];

    private async Task<ChangesTable> AskAsync(ChangesQuery query) =>
        (await _engine.Engine.ChangesAsync(query, Token)).Value;
}
