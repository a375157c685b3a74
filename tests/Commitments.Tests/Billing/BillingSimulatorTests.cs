using System.Text.Json;
using Outlay.Commitments.Billing;
using Outlay.Commitments.Plans;
using Outlay.Commitments.Usage;
using static Outlay.Commitments.Tests.CommitmentExample;

namespace Outlay.Commitments.Tests.Billing;

public sealed class BillingSimulatorTests
{
    private static readonly UsageLine[] Lines =
    [
        Line("c5.9xlarge", 4),
        Line("c5.24xlarge", 10),
        Line("vcpu", 15),
        Line("memory", 10),
    ];

    private static readonly PlanRates ComputeRates = Table(
        ("c5.9xlarge", 0.5, 2),
        ("c5.24xlarge", 0.8, 8),
        ("vcpu", 10.0 / 15, 1),
        ("memory", 0.5, 1)
    );

    private static readonly PlanRates FamilyRates = Table(
        ("c5.9xlarge", 0.25, 1),
        ("c5.24xlarge", 0.6, 6)
    );

    [Theory]
    [InlineData(0, 25, 25, 0)]
    [InlineData(0, 20, 26.25, 0)]
    [InlineData(0, 6, 33, 0)]
    [InlineData(0, 30, 30, 5)]
    [InlineData(7, 15, 22, 0)]
    [InlineData(3, 10, 27.166667, 0)]
    public void An_hour_costs_what_the_order_of_application_says(
        double family,
        double compute,
        double total,
        double unused
    )
    {
        var bill = BillingSimulator.Run(
            Lines,
            [Compute(compute, ComputeRates), Family(family, FamilyRates)]
        );

        bill.Total.Actual.ShouldBe(total, 1e-6);
        bill.Total.Unused.ShouldBe(unused, 1e-9);
        bill.Total.OnDemand.ShouldBe(39);
    }

    [Fact]
    public void Equal_savings_go_to_the_lowest_plan_rate_and_the_margin_is_covered_in_part() =>
        BillingSimulator
            .Trace(Lines, [Compute(6, ComputeRates)], 0)
            .ShouldBe([
                new AppliedUse("compute", "memory", 5, 10),
                new AppliedUse("compute", "c5.9xlarge", 1, 2),
            ]);

    [Fact]
    public void Use_of_the_owner_comes_before_deeper_discounts_of_others()
    {
        UsageLine[] lines = [Line("own", 10), Line("foreign", 10) with { Account = "other" }];
        var plan = Compute(6, ByLine(("own", 0.2), ("foreign", 0.5))) with { Owner = "main" };

        BillingSimulator
            .Trace(lines, [plan], 0)
            .ShouldBe([new AppliedUse("compute", "own", 6, 7.5)]);
        BillingSimulator
            .Trace(lines, [plan with { HourlyCommitment = 10 }], 0)
            .Select(a => (a.Line, a.Used))
            .ShouldBe([("own", 8), ("foreign", 2)]);
        BillingSimulator
            .Run(lines, [plan with { HourlyCommitment = 10, Shared = false }])
            .Total.Unused.ShouldBe(2, 1e-12);
    }

    [Fact]
    public void Kinds_apply_in_their_order_whatever_order_they_are_given_in()
    {
        UsageLine[] lines = [Line("a", 10)];
        Plan[] plans =
        [
            Plan.Generic("generic", new HashSet<string> { "ec2" }, 1, Flat(0.9)),
            Plan.Compute("compute", 1, Flat(0.5)),
            Plan.Ec2Instance("family", "eu", "m5", 1, Flat(0.5)),
            Plan.Reservation("reserved", "eu", "m5", "m5.large", 2, 0.5, Flat(0.5)),
        ];

        BillingSimulator
            .Trace(lines, plans, 0)
            .Select(a => a.Plan)
            .ShouldBe(["reserved", "family", "compute", "generic"]);
    }

    [Fact]
    public void A_plan_covers_its_scope_only()
    {
        var line = Line("a", 10);
        UsageLine[] others =
        [
            line with
            {
                Region = "us",
            },
            line with
            {
                Family = "c5",
                Type = "c5.large",
            },
            line with
            {
                Product = "rds",
            },
        ];
        var family = Plan.Ec2Instance("f", "eu", "m5", 5, Flat(0.5));
        var reserved = Plan.Reservation("r", "eu", "m5", "m5.xlarge", 1, 5, Flat(0.5));
        var flexible = Plan.Reservation("r", "eu", "m5", null, 1, 5, Flat(0.5));

        BillingSimulator.Run([line], [family]).Total.Used.ShouldBe(5);
        BillingSimulator.Run(others, [family]).Total.Used.ShouldBe(0);
        BillingSimulator.Run([line], [reserved]).Total.Used.ShouldBe(0);
        BillingSimulator.Run([line], [flexible]).Total.Used.ShouldBe(5);
    }

    [Fact]
    public void A_plan_costs_and_covers_in_its_own_hours_only()
    {
        var plan = Compute(5, Flat(0.5)) with { StartHour = 1, EndHour = 3 };

        BillingSimulator
            .Run([Line("a", 10, 10, 10, 10)], [plan])
            .Hours.Select(h => h.Actual)
            .ShouldBe([10, 5, 5, 10]);
    }

    [Fact]
    public void Weights_count_in_the_total_and_not_in_the_hours()
    {
        var bill = BillingSimulator.Run([Line("a", 10, 2)], [Compute(3, Flat(0.5))], [2, 0.5]);

        bill.Hours.Select(h => h.Actual).ShouldBe([7, 3]);
        bill.Total.Actual.ShouldBe(15.5, 1e-12);
        bill.Plans[0].Committed.ShouldBe(7.5, 1e-12);
        bill.Plans[0].Unused.ShouldBe(1, 1e-12);
        bill.Plans[0].Utilisation.ShouldBe(6.5 / 7.5, 1e-12);
    }

    [Fact]
    public void Hours_below_zero_and_free_plans_are_refused()
    {
        Should.Throw<ArgumentException>(() => BillingSimulator.Run([Line("a", -1)], []));
        Should.Throw<ArgumentException>(() => BillingSimulator.Run([Line("a", double.NaN)], []));
        Should.Throw<ArgumentException>(() =>
            BillingSimulator.Run([Line("a", 1), Line("b", 1, 2)], [])
        );
        Should.Throw<ArgumentOutOfRangeException>(() =>
            BillingSimulator.Run([Line("a", 1)], [Compute(1, Flat(1))])
        );
    }

    [Fact]
    public void Reference_hours_come_out_to_the_cent_and_line_by_line()
    {
        var root = Shared("c2_order_of_application.json");
        var input = root.GetProperty("input");
        var lines = input.GetProperty("lines").EnumerateArray().ToList();
        var usage = lines.ConvertAll(l =>
            Line(l.GetProperty("id").GetString()!, l.Number("on_demand_cost"))
        );
        foreach (var scenario in input.GetProperty("scenarios").EnumerateObject())
        {
            var plans = scenario
                .Value.EnumerateArray()
                .Select(p => PlanOf(p[0].GetString()!, p[1].GetDouble(), lines))
                .ToList();
            var expected = root.GetProperty("expected").GetProperty(scenario.Name);

            var bill = BillingSimulator.Run(usage, plans);

            bill.Total.Actual.ShouldBe(expected.Number("total"), 1e-6, scenario.Name);
            bill.Total.OnDemand.ShouldBe(expected.Number("ode"), 1e-9);
            foreach (var use in bill.Plans)
            {
                use.Unused.ShouldBe(expected.GetProperty("unused").Number(use.Id), 1e-6);
            }

            var applied = expected.GetProperty("applied").EnumerateArray().ToList();
            var trace = BillingSimulator.Trace(usage, plans, 0);
            trace
                .Select(a => (a.Plan, a.Line))
                .ShouldBe(
                    applied.Select(a =>
                        (a.GetProperty("plan").GetString()!, a.GetProperty("line").GetString()!)
                    )
                );
            foreach (var (ours, theirs) in trace.Zip(applied))
            {
                ours.Used.ShouldBe(theirs.Number("commit_used"), 1e-6);
                ours.Covered.ShouldBe(theirs.Number("od_equiv"), 1e-6);
            }
        }
    }

    internal static Plan PlanOf(string id, double commitment, List<JsonElement> lines)
    {
        var table = lines
            .Where(l => l.GetProperty("plan_cost").TryGetProperty(id, out _))
            .ToDictionary(
                l => l.GetProperty("id").GetString()!,
                l => new LineRate(
                    l.GetProperty("plan_cost").Number(id) / l.Number("on_demand_cost"),
                    l.GetProperty("unit_rate").Number(id)
                )
            );
        return new(
            id,
            id == "compute" ? PlanKind.Compute : PlanKind.Ec2Instance,
            commitment,
            PlanScope.Everything,
            line => table.TryGetValue(line.Id, out var rate) ? rate : null
        );
    }

    private static PlanRates Table(params (string Line, double Share, double UnitRate)[] rates)
    {
        var table = rates.ToDictionary(r => r.Line, r => new LineRate(r.Share, r.UnitRate));
        return line => table.TryGetValue(line.Id, out var rate) ? rate : null;
    }
}
