using Outlay.Kernel;
using Outlay.Testing;
using static Outlay.Testing.LakeBuilder;

namespace Outlay.Query.Tests.Engine;

/// <summary>Hostile text in every place that takes text stays text.</summary>
public sealed class Injections : IDisposable
{
    private readonly LakeBuilder _lake = new();
    private readonly TestEngine _engine;

    public Injections()
    {
        _engine = new TestEngine(_lake);
        _lake.Publish(
            "aws",
            "2026-11",
            [
                Charge("2026-11-01", "1", ("tag:team", "a"), ("x_Note", "n")),
                Charge("2026-11-02", "2", ("ServiceName", "it's \"$1\" ; DROP")),
            ]
        );
    }

    public static TheoryData<string> Hostile { get; } =
    [
        "' OR '1'='1",
        "'; DROP TABLE charges; --",
        "\"; SELECT 1; --",
        "\") FROM read_csv('/etc/passwd') --",
        "$1",
        "?",
        "%",
        "_",
        "\\",
        "\u202e😀",
        "{0}",
        "x']) || 'y",
        new string('x', 100_000),
    ];

    public void Dispose()
    {
        _engine.Dispose();
        _lake.Dispose();
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task As_a_filter_value_it_matches_nothing(string text)
    {
        foreach (
            var dimension in new[] { "ServiceName", "tag:team", "x_Note", "BillingPeriodStart" }
        )
        {
            foreach (
                var op in new[]
                {
                    FilterOperator.Is,
                    FilterOperator.Contains,
                    FilterOperator.StartsWith,
                }
            )
            {
                if (op == FilterOperator.Contains && text == "$1")
                {
                    continue;
                }

                (await CostAsync(new(new(dimension), op, [text]))).ShouldBe(0, $"{dimension} {op}");
            }

            (await CostAsync(new(new(dimension), FilterOperator.IsNot, [text]))).ShouldBe(3);
        }
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task As_a_dimension_it_is_only_a_name_that_nothing_has(string text)
    {
        foreach (var name in new[] { "tag:" + text, "x_" + text })
        {
            var dimension = new Dimension(name);
            var table = await _engine.Engine.RunAsync(
                new CostQuery { GroupBy = [dimension] },
                TestContext.Current.CancellationToken
            );
            var values = await _engine.Engine.ValuesAsync(
                new ValuesQuery(dimension, new CostQuery()),
                TestContext.Current.CancellationToken
            );

            table.Value.Rows.ShouldHaveSingleItem().Keys.ShouldBe([null]);
            table.Value.Totals[0].Cost.ShouldBe(3);
            values.Value.ShouldHaveSingleItem().Value.ShouldBeNull();
        }
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task As_a_tag_key_of_the_data_it_is_a_key(string text)
    {
        _lake.Publish(
            "gcp",
            "2026-11",
            [Charge("2026-11-01", "4", ("tag:" + text, text), ("x_" + text, text))]
        );

        foreach (var name in new[] { "tag:" + text, "x_" + text })
        {
            var table = await _engine.RunAsync(new CostQuery { GroupBy = [new(name)] });
            var cost = await CostAsync(new(new(name), FilterOperator.Is, [text]));

            table.Rows[0].Keys.ShouldBe([text]);
            table.Rows[0].Cost.ShouldBe(4);
            cost.ShouldBe(4);
        }
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task As_a_search_it_finds_nothing(string text)
    {
        var values = await _engine.Engine.ValuesAsync(
            new ValuesQuery(new("RegionId"), new CostQuery(), text),
            TestContext.Current.CancellationToken
        );

        values.Value.ShouldBeEmpty();
    }

    [Fact]
    public async Task Text_with_nul_is_refused_as_the_engine_would_cut_it()
    {
        var token = TestContext.Current.CancellationToken;
        var filter = CostFilter.All.And(new(new("RegionId"), FilterOperator.Is, ["a\0b"]));

        var value = await _engine.Engine.RunAsync(new CostQuery { Filter = filter }, token);
        var name = await _engine.Engine.RunAsync(
            new CostQuery { GroupBy = [Dimension.Tag("a\0")] },
            token
        );
        var search = await _engine.Engine.ValuesAsync(
            new ValuesQuery(new("RegionId"), new CostQuery(), "\0"),
            token
        );

        value.Problem?.Field.ShouldBe("filter");
        name.Problem?.Field.ShouldBe("groupBy");
        search.Problem?.Field.ShouldBe("search");
    }

    private async Task<decimal> CostAsync(FilterCondition condition)
    {
        var query = new CostQuery
        {
            Currency = Currency.Parse("USD"),
            Filter = CostFilter.All.And(condition),
        };
        return (await _engine.RunAsync(query)).Totals[0].Cost;
    }
}
