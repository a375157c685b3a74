using CsCheck;
using Outlay.Commitments.Advice;
using Outlay.Commitments.Payments;
using Outlay.Commitments.Plans;

namespace Outlay.Commitments.Tests.Advice;

public sealed class SideBySideTests
{
    private static readonly MachineOption[] Options =
    [
        new("compute", PlanKind.Compute, 1, Payment.NoUpfront, 0.14),
        new("family", PlanKind.Ec2Instance, 1, Payment.NoUpfront, 0.121),
        new("reserved", PlanKind.Reservation, 1, Payment.AllUpfront, 0.112785),
        new("three years", PlanKind.Reservation, 3, Payment.PartialUpfront, 0.08),
    ];

    [Fact]
    public void A_machine_that_always_runs_takes_the_deepest_price()
    {
        var table = SideBySide.Of("m5.xlarge", 0.192, 730, Options);

        table
            .Rows.Select(r => r.Option.Name)
            .ShouldBe(["three years", "reserved", "family", "compute"]);
        table.Best!.MonthlySaving.ShouldBe((0.192 - 0.08) * 730, 1e-9);
        table.Best.Upfront.ShouldBe(0.04 * 26280, 1e-9);
        table.Best.Discount.ShouldBe(1 - (0.08 / 0.192), 1e-12);
        var reserved = table.Rows[1];
        reserved.BreakEvenHours.ShouldBe(730 * 0.587424, 0.01);
        reserved.BreakEvenMonths!.Value.ShouldBe(7.0491, 1e-3);
    }

    [Fact]
    public void A_machine_of_working_hours_stays_on_demand()
    {
        var table = SideBySide.Of("m5.xlarge", 0.192, 200, Options);

        table.Best.ShouldBeNull();
        table.Rows.ShouldAllBe(r => r.MonthlySaving < 0);
        table.Rows.Single(r => r.Option.Name == "family").BreakEvenHours.ShouldBe(460.05, 0.01);
    }

    [Fact]
    public void An_option_saves_exactly_above_its_break_even_hours() =>
        (
            from price in Gen.Double[0.01, 0.3]
            from onDemand in Gen.Double[0.01, 0.3]
            from hours in Gen.Double[0, 730]
            select (price, onDemand, hours)
        ).Sample(t =>
        {
            var row = SideBySide
                .Of(
                    "x",
                    t.onDemand,
                    t.hours,
                    [new("o", PlanKind.Compute, 1, Payment.NoUpfront, t.price)]
                )
                .Rows[0];

            if (Math.Abs(t.hours - row.BreakEvenHours) > 1e-6)
            {
                (row.MonthlySaving > 0).ShouldBe(t.hours > row.BreakEvenHours);
            }
        });
}
