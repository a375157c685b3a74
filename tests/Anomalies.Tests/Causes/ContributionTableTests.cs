using CsCheck;
using Outlay.Anomalies.Causes;

namespace Outlay.Anomalies.Tests.Causes;

public sealed class ContributionTableTests
{
    [Fact]
    public void Contributions_add_to_the_deviation_and_shares_to_one() =>
        (
            from leaves in LeafExample.Random
            from dimension in Gen.Int[0, 2]
            select (leaves, dimension)
        ).Sample(t =>
        {
            var delta = t.leaves.Sum(l => l.Actual - l.Expected);

            var table = ContributionTable.Of(LeafExample.Of(t.leaves), t.dimension);

            table.Delta.ShouldBe(delta, 0.001);
            table.Rows.Sum(r => r.Delta).ShouldBe(delta, 0.001);
            if (Math.Abs(delta) > 1)
            {
                table.Rows.Sum(r => r.Share!.Value).ShouldBe(1, 1e-9);
            }
        });

    [Fact]
    public void What_rose_and_what_fell_stand_apart()
    {
        var table = ContributionTable.Of(
            new LeafTable(
                ["region"],
                [
                    [0, 1, 1, 2],
                ],
                [10, 20, 20, 5],
                [40, 10, 5, 5]
            ),
            0
        );

        table.GrossUp.ShouldBe(30);
        table.GrossDown.ShouldBe(-25);
        table.Delta.ShouldBe(5);
        table.Rows.Select(r => r.Code).ShouldBe([0, 1, 2]);
        table.Rows[1].ShouldBe(new Contribution(1, 40, 15, -5));
    }

    [Fact]
    public void Moves_that_cancel_have_no_shares()
    {
        var table = ContributionTable.Of(
            new LeafTable(
                ["region"],
                [
                    [0, 1],
                ],
                [10, 20],
                [20, 10]
            ),
            0
        );

        table.Rows.ShouldAllBe(r => r.Share == null);
        table.GrossUp.ShouldBe(10);
    }

    [Fact]
    public void A_dimension_that_is_not_there_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() =>
            ContributionTable.Of(
                new LeafTable(
                    ["region"],
                    [
                        [0],
                    ],
                    [1],
                    [2]
                ),
                1
            )
        );
}
