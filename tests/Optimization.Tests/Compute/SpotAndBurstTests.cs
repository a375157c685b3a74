using Outlay.Inventory;
using Outlay.Inventory.Resources;
using Outlay.Optimization.Rules;
using Outlay.Optimization.Tests.Given;

namespace Outlay.Optimization.Tests.Compute;

public sealed class SpotAndBurstTests
{
    private static readonly GivenPrices Prices = new GivenPrices()
        .Machine("t3.large", 0.0832m)
        .Machine("m5.large", 0.096m)
        .Machine("c5.large", 0.085m);

    private static readonly MachineType[] Types =
    [
        GivenMachines.Type("t3.large", 2, 8) with
        {
            IsBurstable = true,
        },
        GivenMachines.Type("m5.large", 2, 8),
        GivenMachines.Type("c5.large", 2, 4),
    ];

    private static readonly VirtualMachine Grouped = GivenMachines.Machine("m5.large") with
    {
        ManagedBy = "asg",
        Tags = GivenMachines.Development,
    };

    [Fact]
    public void A_scaling_group_outside_production_counts_half_of_its_cost()
    {
        var found = GivenVerdicts.Found("spot-machine", GivenScan.Context([Grouped], Prices));
        found.MonthlySaving.ShouldBe(0.096m * 730 / 2);
        found.Range.ShouldBe((0.096m * 730 * 0.5m, 0.096m * 730 * 0.72m));
        found.Excludes.ShouldBe("purchase");
    }

    [Fact]
    public void Production_single_machines_and_spot_itself_stay_on_demand()
    {
        GivenVerdicts.IsSilent(
            "spot-machine",
            GivenScan.Context(
                [
                    Grouped with
                    {
                        Tags = new Dictionary<string, string>(),
                    },
                    Grouped with
                    {
                        ManagedBy = null,
                    },
                    Grouped with
                    {
                        IsSpot = true,
                    },
                ],
                Prices
            )
        );
    }

    [Fact]
    public void Surplus_credits_that_cost_more_than_a_fixed_machine_are_found()
    {
        // 48 credits an hour are 0.8 of a processor's hour at 0.05: 0.04 on top of 0.0832.
        var found = GivenVerdicts.Found("burst-charges", Burst(48));
        found.Title.ShouldBe("Change t3.large to m5.large");
        found.MonthlyCost.ShouldBe(0.1232m * 730, 1e-6m);
        found.MonthlySaving.ShouldBe((0.1232m - 0.096m) * 730, 1e-6m);
    }

    [Fact]
    public void Few_surplus_credits_or_none_are_no_reason_to_change()
    {
        GivenVerdicts.IsSilent("burst-charges", Burst(15));
        GivenVerdicts.IsSilent("burst-charges", Burst(0));
    }

    [Fact]
    public void Without_a_measurement_of_credits_nothing_is_said() =>
        GivenVerdicts.IsSilent(
            "burst-charges",
            GivenScan.Context([GivenMachines.Machine("t3.large")], Prices, types: Types)
        );

    private static RuleContext Burst(double creditsOfHour) =>
        GivenScan.Context(
            [
                GivenMachines.Machine(
                    "t3.large",
                    GivenScan.Constant(MetricNames.SurplusCredits, Statistic.Sum, creditsOfHour)
                ),
            ],
            Prices,
            types: Types
        );
}
