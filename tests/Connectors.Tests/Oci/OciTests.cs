using Outlay.Ingest;
using Outlay.Testing;

namespace Outlay.Connectors.Tests.Oci;

/// <summary>Oracle Cloud's own reports beyond what the golden cases say.</summary>
public sealed class OciTests
{
    [Fact]
    public async Task A_usage_report_is_refused_because_it_has_no_costs()
    {
        using var world = new OutlayWorld();
        var file = world.Files.Write(
            "usage.csv",
            """
            lineItem/referenceNo,lineItem/tenantId,lineItem/intervalUsageStart,product/service,usage/consumedQuantity
            r1,ocid1.tenancy.oc1..a,2026-10-02T00:00Z,COMPUTE,1
            """
        );

        var run = await world.ImportAsync(file);

        run.State.ShouldBe(ImportState.Failed);
        run.Message.ShouldNotBeNull().ShouldContain("which holds no costs");
        run.Message.ShouldContain("reports/cost-csv");
    }

    [Theory]
    [InlineData("Oci/pay-as-you-go")]
    [InlineData("Oci/prepaid")]
    public async Task A_cost_report_conforms(string name)
    {
        using var world = new OutlayWorld();
        var run = await world.ImportAsync(Path.Combine(GoldenCase.Folder(name), "native"));
        run.State.ShouldBe(ImportState.Succeeded, run.Message);

        var errors = await Conformance.ErrorsAsync(world);

        // The reports have no list prices.
        errors.Where(e => !e.Contains("ListUnitPrice", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_report_in_which_a_cost_is_no_number_is_refused_with_row_and_column()
    {
        using var world = new OutlayWorld();
        var file = world.Files.Write(
            "cost.csv",
            """
            lineItem/referenceNo,lineItem/intervalUsageStart,product/service,cost/myCost,cost/currencyCode
            r1,2026-10-02T00:00Z,COMPUTE,1,USD
            r2,2026-10-02T00:00Z,COMPUTE,one,USD
            """
        );

        var run = await world.ImportAsync(file);

        run.State.ShouldBe(ImportState.Failed);
        run.Message.ShouldNotBeNull().ShouldContain("cost/myCost 'one' is not a number");
    }
}
