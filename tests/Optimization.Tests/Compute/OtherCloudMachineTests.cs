using Outlay.Inventory;
using Outlay.Inventory.Resources;
using Outlay.Optimization.Rules;
using Outlay.Optimization.Tests.Given;

namespace Outlay.Optimization.Tests.Compute;

/// <summary>Rules of machines at Azure and Google Cloud: the same judgement, their own tools and permissions.</summary>
public sealed class OtherCloudMachineTests
{
    private const string ArmPath =
        "/subscriptions/s-1/resourcegroups/shop/providers/microsoft.compute/virtualmachines/web";

    private static readonly GivenPrices Prices = new GivenPrices()
        .Machine("Standard_D8s_v5", 0.384m)
        .Machine("Standard_D4s_v5", 0.192m)
        .Machine("Standard_D8as_v5", 0.344m)
        .Machine("Standard_D8s_v3", 0.4m)
        .Machine("Standard_D8ds_v5", 0.39m)
        .Machine("n1-standard-8", 0.38m)
        .Machine("n2d-standard-8", 0.338m);

    private static VirtualMachine Azure(string type, params Metric[] metrics) =>
        GivenMachines.Machine(type, metrics) with
        {
            Provider = "Microsoft",
            Id = ArmPath,
            Name = ArmPath,
            DisplayName = "web",
        };

    private static VirtualMachine Google(string type, params Metric[] metrics) =>
        GivenMachines.Machine(type, metrics) with
        {
            Provider = "Google Cloud",
            AccountId = "shop-prod",
            Id = "//compute.googleapis.com/projects/shop-prod/zones/us-east-1b/instances/web",
            Name = "//compute.googleapis.com/projects/shop-prod/zones/us-east-1b/instances/web",
            DisplayName = "web",
            Zone = "us-east-1b",
        };

    private static MachineType[] Types =>
        [
            GivenMachines.Type("Standard_D8s_v5", 8, 32),
            GivenMachines.Type("Standard_D4s_v5", 4, 16),
            GivenMachines.Type("Standard_D8as_v5", 8, 32),
            GivenMachines.Type("Standard_D8s_v3", 8, 32),
            GivenMachines.Type("Standard_D8ds_v5", 8, 32),
            GivenMachines.Type("n1-standard-8", 8, 30),
            GivenMachines.Type("n2d-standard-8", 8, 32),
        ];

    private static RuleContext Context(VirtualMachine machine) =>
        GivenScan.Context([machine], Prices, types: Types);

    [Fact]
    public void A_machine_that_is_shut_down_but_not_deallocated_costs_all_of_its_hours()
    {
        var found = GivenVerdicts.Found(
            "stopped-allocated",
            Context(Azure("Standard_D4s_v5") with { State = "stopped-allocated" })
        );

        found.MonthlySaving.ShouldBe(0.192m * 730);
        found.HowTo.ShouldHaveSingleItem().Text.ShouldBe($"az vm deallocate --ids {ArmPath}");
    }

    [Fact]
    public void A_deallocated_or_running_machine_is_not_such()
    {
        GivenVerdicts.IsSilent("stopped-allocated", Context(Azure("Standard_D4s_v5")));
        GivenVerdicts.IsSilent(
            "stopped-allocated",
            Context(Azure("Standard_D4s_v5") with { State = "stopped" })
        );
    }

    [Fact]
    public void An_oversized_machine_is_resized_by_its_own_tool_and_in_its_own_family_first()
    {
        var found = GivenVerdicts.Found(
            "rightsize-machine",
            Context(
                Azure(
                    "Standard_D8s_v5",
                    [
                        .. GivenMachines.Cpu(10, 20),
                        GivenMachines.Memory(20),
                        .. GivenMachines.Traffic(1e9),
                    ]
                )
            )
        );

        found.Title.ShouldBe("Change Standard_D8s_v5 to Standard_D4s_v5");
        found.HowTo[0].Text.ShouldBe($"az vm resize --ids {ArmPath} --size Standard_D4s_v5");
    }

    [Theory]
    [InlineData("previous-generation", "Standard_D8s_v3", "Standard_D8ds_v5")]
    [InlineData("amd-machine", "Standard_D8s_v5", "Standard_D8as_v5")]
    public void A_size_of_Azure_is_followed_by_the_cheaper_one(
        string rule,
        string type,
        string next
    ) => GivenVerdicts.Found(rule, Context(Azure(type))).Proposed!.ShouldStartWith(next);

    [Fact]
    public void A_machine_of_Google_Cloud_is_changed_in_its_zone()
    {
        var found = GivenVerdicts.Found("previous-generation", Context(Google("n1-standard-8")));

        found
            .HowTo[0]
            .Text.ShouldContain(
                "gcloud compute instances set-machine-type web --machine-type n2d-standard-8 --zone us-east-1b --project shop-prod"
            );
    }

    [Fact]
    public void Permissions_are_those_of_the_cloud()
    {
        Permissions(Azure("Standard_D8s_v3"))
            .ShouldBe([
                "Microsoft.Compute/virtualMachines/deallocate/action",
                "Microsoft.Compute/virtualMachines/write",
                "Microsoft.Compute/virtualMachines/start/action",
            ]);
        Permissions(Google("n1-standard-8")).ShouldContain("compute.instances.setMachineType");
    }

    private static IReadOnlyList<string> Permissions(VirtualMachine machine) =>
        RuleRun
            .Scans(Context(machine))
            .Verdicts.Select(v => v.Verdict)
            .OfType<Recommended>()
            .Select(v => v.Recommendation)
            .Single(r => r.Rule == "previous-generation")
            .Permissions;
}
