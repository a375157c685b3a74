using Outlay.Inventory;
using Outlay.Inventory.Resources;
using Outlay.Optimization.Analysis;
using Outlay.Optimization.Tests.Given;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Tests.Analysis;

/// <summary>Lines of a bill find the resource that a scan saw, in each cloud's way of naming it.</summary>
public sealed class ResourceBillsTests
{
    private const string Group = "/subscriptions/s-1/resourcegroups/shop/providers/vm/web";
    private const string Zone = "//compute.googleapis.com/projects/shop/zones/z-b/instances/";

    [Theory]
    [InlineData(
        "Microsoft",
        "s-1",
        "/subscriptions/S-1/resourceGroups/Shop/providers/VM/web",
        true
    )]
    [InlineData("Microsoft", "/subscriptions/S-1", Group, true)]
    [InlineData("Microsoft", "s-2", Group, false)]
    [InlineData("Google Cloud", "shop", Zone + "web", true)]
    [InlineData("Google Cloud", "shop", Zone + "4711", true)]
    [InlineData("Google Cloud", "shop", Zone + "Web", false)]
    [InlineData("AWS", "1", "arn:function/Till", true)]
    [InlineData("AWS", "1", "arn:function/till", false)]
    public void A_line_is_of_the_resource_that_it_names(
        string provider,
        string account,
        string id,
        bool isFound
    )
    {
        Resource[] resources =
        [
            Machine("Microsoft", "s-1", Group),
            Machine("Google Cloud", "shop", Zone + "web") with
            {
                Aliases = [Zone + "4711"],
            },
            Machine("AWS", "1", "arn:function/Till"),
        ];
        var bills = new ResourceBills(
            [
                new Snapshot
                {
                    Provider = provider,
                    Started = GivenScan.Now,
                    Finished = GivenScan.Now,
                    MeasuredFrom = GivenScan.Now,
                    Resources = resources,
                },
            ],
            null
        );

        bills.See(
            new BillLine
            {
                Provider = provider,
                AccountId = account,
                ResourceId = id,
                ChargeCategory = "Usage",
                Currency = "USD",
            }
        );

        foreach (var resource in resources)
        {
            bills.Of(resource).Count.ShouldBe(isFound && resource.Provider == provider ? 1 : 0);
        }
    }

    private static VirtualMachine Machine(string provider, string account, string name) =>
        GivenMachines.Machine("any") with
        {
            Provider = provider,
            AccountId = account,
            Id = name,
            Name = name,
        };
}
