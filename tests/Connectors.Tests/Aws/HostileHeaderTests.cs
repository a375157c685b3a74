using Outlay.Ingest;
using Outlay.Testing;

namespace Outlay.Connectors.Tests.Aws;

public sealed class HostileHeaderTests
{
    [Theory]
    [InlineData("{currency}")]
    [InlineData("a\"\" FROM native; DROP SCHEMA strict; --")]
    [InlineData("resourceTags/user:it's {tags}")]
    public async Task A_header_is_a_name_whatever_it_holds(string header)
    {
        using var world = new OutlayWorld();
        var file = world.Files.Write(
            "a.csv",
            $"lineItem/UsageStartDate,lineItem/ProductCode,lineItem/CurrencyCode,lineItem/UnblendedCost,\"{header}\"\n2026-10-01T00:00:00Z,AmazonS3,USD,1,x\n"
        );

        var run = await world.ImportAsync(file);

        run.State.ShouldBe(ImportState.Succeeded, run.Message);
    }
}
