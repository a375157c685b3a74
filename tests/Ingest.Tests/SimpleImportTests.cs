using Outlay.Testing;

namespace Outlay.Ingest.Tests;

public sealed class SimpleImportTests
{
    private const string Small = """
        BilledCost,EffectiveCost,ListCost,ContractedCost,BillingCurrency,BillingAccountId,BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ServiceName,ProviderName,PublisherName,InvoiceIssuerName,SubAccountId,Tags
        1.5,1.25,1.5,1.5,USD,0001,2026-10-01T00:00:00Z,2026-11-01T00:00:00Z,2026-10-02T00:00:00Z,2026-10-03T00:00:00Z,Usage,Compute,AWS,AWS,AWS,0042,"{""team"":""red""}"
        2.000000000000000001,2,2,2,USD,0001,2026-10-01T00:00:00Z,2026-11-01T00:00:00Z,2026-10-03T00:00:00Z,2026-10-04T00:00:00Z,Tax,Tax,AWS,AWS,AWS,NULL,
        """;

    [Fact]
    public async Task A_small_file_becomes_a_load_whose_totals_are_those_of_the_file()
    {
        using var world = new OutlayWorld();

        var run = await world.ImportAsync(world.Files.Write("october.csv", Small));

        run.Message.ShouldBe("Loaded 2 charges of 2026-10.");
        run.State.ShouldBe(ImportState.Succeeded);
        var load = world.Catalog.Current().Loads.ShouldHaveSingleItem();
        load.Connection.ShouldBe("AWS 0001");
        load.Format.ShouldBe("FOCUS 1.0");
        load.TagKeys.ShouldBe(["team"]);
        var total = load.ControlTotals.ShouldHaveSingleItem();
        total.Agrees.ShouldBeTrue();
        total.LakeBilled.ShouldBe("3.500000000000000001");
        total.LakeEffective.ShouldBe("3.250000000000000000");
    }

    [Fact]
    public async Task The_same_bytes_twice_are_recognised()
    {
        using var world = new OutlayWorld();
        var file = world.Files.Write("october.csv", Small);
        await world.ImportAsync(file);

        var again = await world.ImportAsync(file);

        again.State.ShouldBe(ImportState.Unchanged);
        world.Catalog.Current().Loads.Count.ShouldBe(1);
    }
}
