using System.Text.Json;
using CsCheck;
using Outlay.Commitments.SinglePlan;
using static Outlay.Commitments.Tests.CommitmentExample;

namespace Outlay.Commitments.Tests.SinglePlan;

public sealed class ReservationCountTests
{
    private static readonly double[] Running =
    [
        3,
        3,
        3,
        3,
        4,
        5,
        6,
        8,
        9,
        9,
        9,
        8,
        8,
        8,
        7,
        6,
        5,
        5,
        4,
        4,
        3,
        3,
        3,
        3,
    ];

    [Theory]
    [InlineData(0.063, 4, 10.148)]
    [InlineData(0.058, 4, 9.668)]
    [InlineData(0.04, 6, 7.56)]
    public void Units_are_reserved_while_the_last_of_them_runs_often_enough(
        double price,
        int units,
        double cost
    )
    {
        var count = ReservationCount.Of(Running, price, 0.1);

        count.Units.ShouldBe(units);
        count.Table[units].Cost.ShouldBe(cost, 1e-9);
        count.BreakEvenUtilisation.ShouldBe(price / 0.1, 1e-12);
    }

    [Fact]
    public void Reference_tables_come_out_row_by_row()
    {
        var root = Shared("c4_ri_count_by_unit_utilisation.json");
        var input = root.GetProperty("input");
        var running = input
            .GetProperty("hourly_running_instances")
            .EnumerateArray()
            .Select(v => v.GetDouble())
            .ToArray();
        foreach (var price in input.GetProperty("cases").EnumerateObject())
        {
            var expected = root.GetProperty("expected").GetProperty(price.Name);

            var count = ReservationCount.Of(
                running,
                price.Value.GetDouble(),
                input.Number("on_demand_rate")
            );

            count.Units.ShouldBe(expected.GetProperty("best_count").GetInt32());
            count.BreakEvenUtilisation.ShouldBe(expected.Number("rule_threshold"), 1e-6);
            var table = expected.GetProperty("table").EnumerateArray().ToList();
            count.Table.Count.ShouldBe(table.Count);
            foreach (var (ours, theirs) in count.Table.Zip(table))
            {
                ours.Cost.ShouldBe(theirs.Number("cost"), 1e-6);
                var utilisation = theirs.GetProperty("utilisation_of_kth");
                if (utilisation.ValueKind == JsonValueKind.Null)
                {
                    ours.Utilisation.ShouldBeNull();
                }
                else
                {
                    ours.Utilisation!.Value.ShouldBe(utilisation.GetDouble(), 1e-6);
                }
            }
        }
    }

    [Fact]
    public void The_rule_picks_the_cheapest_row() =>
        (
            from running in Gen.Int[0, 12].Array[1, 60]
            from share in Gen.Double[0.05, 1.1]
            select (running, share)
        ).Sample(t =>
        {
            var count = ReservationCount.Of([.. t.running.Select(r => (double)r)], t.share, 1);

            count.Table[count.Units].Cost.ShouldBe(count.Table.Min(r => r.Cost), 1e-9);
        });

    [Theory]
    [InlineData("t3.nano", 0.25)]
    [InlineData("m5.small", 1.0)]
    [InlineData("m5.large", 4.0)]
    [InlineData("m5.xlarge", 8.0)]
    [InlineData("m5.24xlarge", 192.0)]
    [InlineData("m5.metal", null)]
    public void Sizes_have_units(string type, double? units) =>
        NormalisedUnits.Of(type).ShouldBe(units);

    [Fact]
    public void Machines_of_all_sizes_are_counted_in_one()
    {
        var running = NormalisedUnits.Running(
            new Dictionary<string, double[]>
            {
                ["m5.large"] = [1, 0],
                ["m5.2xlarge"] = [2, 1],
                ["m5.small"] = [2, 1],
            },
            "m5.xlarge"
        );

        running.ShouldBe([0.5 + 4 + 0.25, 2 + 0.125]);
        ReservationCount.Of([2.125, 4.75], 0.6, 1).Units.ShouldBe(2);
        Should.Throw<ArgumentException>(() =>
            NormalisedUnits.Running(new Dictionary<string, double[]>(), "m5.metal")
        );
    }
}
