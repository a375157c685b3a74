using CsCheck;
using Outlay.Commitments.Laddering;

namespace Outlay.Commitments.Tests.Laddering;

public sealed class LadderTests
{
    private static readonly double[] Falling =
    [
        110,
        110,
        110,
        110,
        110,
        110,
        66,
        66,
        66,
        66,
        66,
        66,
    ];

    [Theory]
    [InlineData(1, 1, 1283.33, 204.0)]
    [InlineData(4, 3, 1354.17, 129.0)]
    [InlineData(12, 1, 1334.26, 86.7)]
    public void A_ladder_costs_saving_at_first_and_caps_what_a_fall_loses(
        int parts,
        int apart,
        double cost,
        double unused
    )
    {
        var outcome = Ladder.Replay(Falling, 0.28, 0, 100, parts, apart);

        outcome.Cost.ShouldBe(cost, 5e-3);
        outcome.Unused.ShouldBe(unused, 5e-2);
    }

    [Fact]
    public void What_is_sure_is_bought_at_once_and_only_the_rest_is_laddered()
    {
        var start = new DateOnly(2026, 1, 31);

        var ladder = Ladder.Plan(60, 100, 4, 3, start, 1);

        ladder.Select(t => t.HourlyCommitment).ShouldBe([70, 10, 10, 10]);
        ladder
            .Select(t => t.Start)
            .ShouldBe([start, new(2026, 4, 30), new(2026, 7, 31), new(2026, 10, 31)]);
        ladder[0].Expiry.ShouldBe(new DateOnly(2027, 1, 31));
        Ladder.Plan(120, 100, 4, 3, start, 3).Sum(t => t.HourlyCommitment).ShouldBe(100);

        var floor = Ladder.Replay(Falling, 0.28, 60, 100, 4, 3);
        floor.Cost.ShouldBeLessThan(Ladder.Replay(Falling, 0.28, 0, 100, 4, 3).Cost);
        floor.Unused.ShouldBeLessThan(Ladder.Replay(Falling, 0.28, 0, 100, 1, 1).Unused);
    }

    [Fact]
    public void A_ladder_adds_up_to_its_target() =>
        (
            from floor in Gen.Double[0, 50]
            from target in Gen.Double[1, 100]
            from parts in Gen.Int[1, 12]
            select (floor, target, parts)
        ).Sample(t =>
            Ladder
                .Plan(t.floor, t.target, t.parts, 1, new(2026, 3, 1), 1)
                .Sum(s => s.HourlyCommitment)
                .ShouldBe(t.target, 1e-9)
        );

    [Fact]
    public void The_cliff_is_the_thirty_days_that_take_most()
    {
        var day = new DateOnly(2026, 1, 1);
        Tranche[] portfolio =
        [
            new(day, new(2027, 1, 1), 1),
            new(day, new(2027, 3, 1), 2),
            new(day, new(2027, 3, 30), 3),
            new(day, new(2027, 3, 31), 4),
        ];

        var cliff = ExpiryCliff.Of(portfolio);

        cliff.ShouldBe(new ExpiryCliff(0.7, new(2027, 3, 30)));
        cliff.IsSteep.ShouldBeTrue();
        ExpiryCliff.Of([]).ShouldBe(new ExpiryCliff(0, null));
        ExpiryCliff
            .Of(Ladder.Plan(0, 100, 12, 1, day, 1))
            .ShouldSatisfyAllConditions(
                c => c.IsSteep.ShouldBeFalse(),
                c =>
                    c.Share.ShouldBe(
                        2.0 / 12,
                        1e-9,
                        "The first days of February and March are 28 days apart."
                    )
            );
    }

    [Fact]
    public void Only_what_a_whole_year_has_seen_goes_to_three_years()
    {
        double[] calm = [10, 10, 10, 10];
        double[] holiday = [4, 4, 8, 8];
        IReadOnlyList<double>[] months = [.. Enumerable.Repeat(calm, 11), holiday];

        TermLayers.Of(months, 0.5, 0.28).ShouldBe(new TermLayers(4, 6));
        TermLayers.Of(months, 0.75, 0.28).ShouldBe(new TermLayers(8, 2));
        TermLayers.Of(months[..11], 0.5, 0.28).ShouldBe(new TermLayers(0, 10));
        TermLayers.Of([], 0.5, 0.28).ShouldBe(new TermLayers(0, 0));
    }
}
