using Outlay.Inventory;
using Outlay.Inventory.Resources;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules;
using Outlay.Optimization.Tests.Given;

namespace Outlay.Optimization.Tests.Compute;

public sealed class NewerMachineTests
{
    private static readonly GivenPrices Prices = new GivenPrices()
        .Machine("m4.large", 0.1m)
        .Machine("m5.large", 0.096m)
        .Machine("m6i.large", 0.096m)
        .Machine("m6a.large", 0.0864m)
        .Machine("m5a.large", 0.086m)
        .Machine("m6g.large", 0.077m)
        .Machine("m7g.large", 0.0816m)
        .Machine("m8g.large", 0.2m);

    private static readonly MachineType[] Types =
    [
        GivenMachines.Type("m4.large", 2, 8),
        GivenMachines.Type("m5.large", 2, 8),
        GivenMachines.Type("m6i.large", 2, 8),
        GivenMachines.Type("m6a.large", 2, 8),
        GivenMachines.Type("m5a.large", 2, 8),
        GivenMachines.Type("m6g.large", 2, 8, "arm64"),
        GivenMachines.Type("m7g.large", 2, 8, "arm64"),
        GivenMachines.Type("m8g.large", 2, 8, "arm64"),
    ];

    [Fact]
    public void An_older_generation_takes_its_cheapest_successor()
    {
        var found = GivenVerdicts.Found("previous-generation", Context("m4.large"));
        found.Title.ShouldBe("Change m4.large to m5.large");
        found.MonthlySaving.ShouldBe(0.004m * 730, 1e-9m);
        found.Alternatives.ShouldHaveSingleItem().Proposed.ShouldStartWith("m6i.large");
    }

    [Fact]
    public void Processors_of_amd_save_a_tenth()
    {
        var found = GivenVerdicts.Found("amd-machine", Context("m5.large"));
        found.Title.ShouldBe("Change m5.large to m5a.large");
        found.MonthlySaving.ShouldBe(0.01m * 730, 1e-9m);
    }

    [Fact]
    public void Arm_processors_save_a_fifth_and_what_costs_more_is_never_proposed()
    {
        var found = GivenVerdicts.Found("arm-machine", Context("m5.large"));
        found.Action.ShouldBe(ActionKind.MigrateToArm);
        found.MonthlySaving.ShouldBe(0.019m * 730, 1e-9m);
        found.Alternatives.ShouldHaveSingleItem().Proposed.ShouldStartWith("m7g.large");
    }

    [Theory]
    [InlineData("previous-generation", "m5.large")]
    [InlineData("amd-machine", "m6a.large")]
    [InlineData("arm-machine", "m6g.large")]
    public void The_newest_of_its_kind_stays(string rule, string type) =>
        GivenVerdicts.IsSilent(rule, Context(type));

    [Fact]
    public void Arm_is_not_proposed_for_windows_nor_where_people_switched_it_off()
    {
        GivenVerdicts.IsSilent(
            "arm-machine",
            Context("m5.large", m => m with { OperatingSystem = "windows" })
        );
        GivenVerdicts.IsSilent(
            "arm-machine",
            Context("m5.large") with
            {
                Settings = new RuleSettings { ProposeArm = false },
            }
        );
    }

    [Fact]
    public void A_local_disk_must_be_there_in_the_newer_family() =>
        GivenVerdicts.IsSilent(
            "previous-generation",
            GivenScan.Context(
                [GivenMachines.Machine("m4.large")],
                Prices,
                types: [Types[0] with { LocalStorageGb = 75 }, .. Types[1..]]
            )
        );

    [Fact]
    public void Types_of_another_region_are_not_on_offer() =>
        GivenVerdicts.IsSilent(
            "previous-generation",
            GivenScan.Context(
                [GivenMachines.Machine("m4.large")],
                Prices,
                types: [Types[0], Types[1] with { Region = "eu-west-1" }]
            )
        );

    private static RuleContext Context(
        string type,
        Func<VirtualMachine, VirtualMachine>? change = null
    ) =>
        GivenScan.Context(
            [(change ?? (m => m))(GivenMachines.Machine(type))],
            new GivenPricesOfWindows(Prices),
            types: Types
        );

    /// <summary>Windows at the prices of Linux, so that only the rule's own bound can keep it silent.</summary>
    private sealed class GivenPricesOfWindows(GivenPrices prices) : Optimization.Prices.IPrices
    {
        public Optimization.Prices.Price? Machine(
            string provider,
            string region,
            string type,
            string operatingSystem = "linux"
        ) => prices.Machine(provider, region, type);

        public Optimization.Prices.Price? Of(string provider, string region, string item) =>
            prices.Of(provider, region, item);
    }
}
