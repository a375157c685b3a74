using System.Globalization;
using Outlay.Ingest;
using Outlay.Testing;

namespace Outlay.Connectors.Tests.Azure;

/// <summary>Exports that describe the same usage twice and nowhere say so.</summary>
public sealed class UsageTwiceTests
{
    private const string Header =
        "Date,SubscriptionId,MeterCategory,MeterId,ResourceId,CostInBillingCurrency,BillingCurrency,ChargeType,PricingModel";

    [Fact]
    public async Task Actual_and_amortised_costs_without_commitments_are_refused()
    {
        using var world = new OutlayWorld();
        world.Files.Write("azure/actual/part_0.csv", Export("sub-1", 1, 3));
        world.Files.Write(
            "azure/amortised/part_0.csv",
            Export("sub-1", 1, 3).Replace("OnDemand", "onDemand", StringComparison.Ordinal)
        );

        var run = await ImportAsync(world);

        run.State.ShouldBe(ImportState.Failed);
        run.Message.ShouldNotBeNull().ShouldContain("describe the same usage");
        run.Message.ShouldContain("on 3 of 3 days");
        world.Catalog.Current().Loads.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_runs_of_the_month_to_date_the_older_one_is_to_be_left_out()
    {
        using var world = new OutlayWorld();
        world.Files.Write("azure/20261003/part_0.csv", Export("sub-1", 1, 3, late: 3));
        world.Files.Write("azure/20261003/part_1.csv", Export("sub-2", 1, 3));
        world.Files.Write("azure/20261004/part_0.csv", Export("sub-1", 1, 4));
        world.Files.Write("azure/20261004/part_1.csv", Export("sub-2", 1, 4));

        var run = await ImportAsync(world);

        run.State.ShouldBe(ImportState.Failed);
        run.Message.ShouldNotBeNull().ShouldContain("Leave out 20261003.");
        run.Message.ShouldContain("on 2 of 3 days");
        world.Catalog.Current().Loads.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_runs_of_a_FOCUS_export_are_refused_too()
    {
        const string header =
            "BilledCost,EffectiveCost,BillingAccountId,BillingCurrency,BillingPeriodStart,ChargePeriodStart,ChargeCategory,ProviderName,ServiceName,x_SkuMeterId\n";
        const string first = "1.5,1.5,acc-1,EUR,2026-10-01,2026-10-01,Usage,Microsoft,Storage,M1\n";
        const string second =
            "2.5,2.5,acc-1,EUR,2026-10-01,2026-10-02,Usage,Microsoft,Storage,M1\n";
        using var world = new OutlayWorld();
        world.Files.Write("azure/1/part_0_0001.csv", header + first);
        world.Files.Write("azure/2/part_0_0001.csv", header + first + second);

        var run = await ImportAsync(world);

        run.State.ShouldBe(ImportState.Failed);
        run.Message.ShouldNotBeNull().ShouldContain("on 1 of 1 days");
    }

    [Fact]
    public async Task Two_files_of_one_folder_are_refused_too()
    {
        using var world = new OutlayWorld();
        world.Files.Write("azure/actual.csv", Export("sub-1", 1, 2));
        world.Files.Write(
            "azure/amortised.csv",
            Export("sub-1", 1, 2).Replace("OnDemand", "onDemand", StringComparison.Ordinal)
        );

        var run = await ImportAsync(world);

        run.State.ShouldBe(ImportState.Failed);
        run.Message.ShouldNotBeNull().ShouldContain("a folder of its own");
    }

    [Fact]
    public async Task Exports_of_single_days_of_several_subscriptions_and_parts_of_one_export_load()
    {
        using var world = new OutlayWorld();
        world.Files.Write("azure/day-1/part_0.csv", Export("sub-1", 1, 1));
        world.Files.Write("azure/day-2/part_0.csv", Export("sub-1", 2, 2));
        world.Files.Write("azure/other/part_0.csv", Export("sub-2", 1, 2));
        world.Files.Write("azure/parts/part_0.csv", Export("sub-3", 1, 2));
        world.Files.Write("azure/parts/part_1.csv", Export("sub-3", 1, 2, late: 1));

        var run = await ImportAsync(world);

        run.State.ShouldBe(ImportState.Succeeded, run.Message);
        world.Catalog.Current().Loads.Sum(l => l.Rows).ShouldBe(8);
    }

    private static Task<ImportRun> ImportAsync(OutlayWorld world) =>
        world.ImportAsync(
            new ImportRequest
            {
                Paths = [Path.Combine(world.Files.Root, "azure")],
                Connection = "azure",
            },
            TestContext.Current.CancellationToken
        );

    // Costs the same every day, as machines do; from the late day on some usage is not billed yet.
    private static string Export(string subscription, int from, int to, int late = 99) =>
        string.Join(
            '\n',
            Enumerable
                .Range(from, to - from + 1)
                .Select(day =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"2026-10-{day:D2},{subscription},Virtual Machines,M1,/vm/{subscription},{(day >= late ? 0.5m : 1.25m)},EUR,Usage,OnDemand"
                    )
                )
                .Prepend(Header)
        ) + "\n";
}
