using CsCheck;
using Outlay.Anomalies.Causes;
using Outlay.Anomalies.Scoring;
using Outlay.Testing;

namespace Outlay.Anomalies.Tests.Causes;

public sealed class RootCauseRankingTests
{
    private static readonly RootCauseRanking Ranking = new(RankingSettings.Default);

    [Fact]
    public void A_value_whose_leaves_all_doubled_is_the_cause()
    {
        var table = LeafExample.Table((codes, cost) => codes[0] == 2 ? 2 * cost : cost);

        var cause = Ranking.Rank(table)[0];

        cause.Elements.ShouldHaveSingleItem().Values.ShouldBe([new DimensionValue(0, 2)]);
        cause.Share.ShouldBe(1, 1e-9);
        cause.Elements[0].Consistency.ShouldBe(1, 1e-9);
    }

    [Fact]
    public void A_cause_of_two_dimensions_is_named_by_both()
    {
        var table = LeafExample.Table(
            (codes, cost) => codes[0] == 1 && codes[1] == 3 ? 4 * cost : cost
        );

        Ranking
            .Rank(table)[0]
            .Elements.ShouldHaveSingleItem()
            .Values.ShouldBe([new DimensionValue(0, 1), new DimensionValue(1, 3)]);
    }

    [Fact]
    public void Two_values_that_fell_together_are_one_cause_of_two_elements()
    {
        var table = LeafExample.Table((codes, cost) => codes[1] is 0 or 4 ? 0.4 * cost : cost);

        var cause = Ranking.Rank(table)[0];

        cause
            .Elements.Select(e => e.Values.ShouldHaveSingleItem())
            .ShouldBe([new(1, 0), new(1, 4)], ignoreOrder: true);
        cause.Elements.ShouldAllBe(e => e.Delta < 0);
    }

    [Fact]
    public void Cost_where_none_was_expected_is_found()
    {
        var table = new LeafTable(
            ["service", "region"],
            [
                [0, 0, 1, 1, 2, 2],
                [0, 1, 0, 1, 0, 1],
            ],
            [10, 10, 10, 10, 0, 0],
            [10, 10, 10, 10, 7, 9]
        );

        Ranking
            .Rank(table)[0]
            .Elements.ShouldHaveSingleItem()
            .Values.ShouldBe([new DimensionValue(0, 2)]);
    }

    [Fact]
    public void The_order_of_leaves_does_not_matter() =>
        (from leaves in LeafExample.Random from seed in Gen.Int select (leaves, seed)).Sample(t =>
        {
            var shuffled = LeafExample.Shuffle(t.leaves, t.seed);

            var one = Ranking.Rank(LeafExample.Of(t.leaves));
            var other = Ranking.Rank(LeafExample.Of(shuffled));

            other.Count.ShouldBe(one.Count);
            for (var rank = 0; rank < one.Count; rank++)
            {
                ShouldAgree(other[rank].Score, one[rank].Score);
                ShouldAgree(other[rank].Share, one[rank].Share);
            }
        });

    /// <summary>Sums in another order differ in their last digits, so the measure is relative.</summary>
    private static void ShouldAgree(double actual, double expected) =>
        actual.ShouldBe(expected, 1e-9 * Math.Max(1, Math.Abs(expected)));

    [Fact]
    public void A_whole_that_did_not_move_has_no_cause() =>
        Ranking.Rank(LeafExample.Table((_, cost) => cost)).ShouldBeEmpty();

    [Fact]
    public void Dimensions_of_many_values_are_told_apart()
    {
        const int count = 3_000;
        var codes = Enumerable.Range(0, count).ToArray();
        var expected = Enumerable.Repeat(1d, count).ToArray();
        var actual = (double[])expected.Clone();
        actual[1234] = 5_000;
        var table = new LeafTable(
            ["resource", "sku"],
            [codes, [.. codes.Select(c => count - 1 - c)]],
            expected,
            actual
        );

        Ranking.Rank(table)[0].Elements[0].Values.ShouldBe([new DimensionValue(0, 1234)]);
    }

    [Fact]
    public void Columns_of_different_length_and_negative_codes_are_refused()
    {
        Should.Throw<ArgumentException>(() =>
            new LeafTable(
                ["a"],
                [
                    [0, 1],
                ],
                [1],
                [1]
            )
        );
        Should.Throw<ArgumentException>(() =>
            new LeafTable(
                ["a"],
                [
                    [0],
                ],
                [1],
                [1, 2]
            )
        );
        Should.Throw<ArgumentException>(() => new LeafTable(["a"], [], [1], [1]));
        Should.Throw<ArgumentException>(() =>
            new LeafTable(
                ["a"],
                [
                    [-1],
                ],
                [1],
                [1]
            )
        );
    }

    [Fact]
    public void Known_causes_are_named_as_often_as_measured_before()
    {
        if (!SharedData.TryFind(out var data))
        {
            Assert.Skip("The labelled causes are not here.");
        }

        var cases = CauseCase.Read(Path.Combine(data, "anomalies", "rca", "cases.json"));

        double Mean(Func<CauseCase, IReadOnlyCollection<string>> answer) =>
            cases.Average(c => c.F1(answer(c)));

        Mean(c =>
                Ranking.Rank(c.Table) is [var best, ..]
                    ? [.. best.Elements.Select(e => c.Text(e.Values))]
                    : []
            )
            .ShouldBeGreaterThanOrEqualTo(0.83);
        Mean(c => [.. Adtributor.Explain(c.Table).Select(v => c.Text([v]))]).ShouldBe(0.49, 0.02);
    }
}
