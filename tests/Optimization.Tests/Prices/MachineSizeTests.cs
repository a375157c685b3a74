using Outlay.Optimization.Prices;
using Outlay.Optimization.Tests.Given;

namespace Outlay.Optimization.Tests.Prices;

public sealed class MachineSizeTests
{
    [Theory]
    [InlineData("AWS", "m5.large", "m5.large", 1)]
    [InlineData("AWS", "t3.nano", "t3.large", 0.0625)]
    [InlineData("AWS", "m7i-flex.2xlarge", "m7i-flex.large", 4)]
    [InlineData("AWS", "r5.24xlarge", "r5.large", 48)]
    [InlineData("AWS", "db.m5.xlarge", "db.m5.large", 2)]
    [InlineData("Microsoft", "Standard_D4s_v5", "Standard_D{n}s_v5", 4)]
    [InlineData("Microsoft", "Standard_E16ads_v5", "Standard_E{n}ads_v5", 16)]
    [InlineData("Google Cloud", "n2-standard-8", "n2-standard-{n}", 8)]
    [InlineData("Google Cloud", "c2d-highcpu-112", "c2d-highcpu-{n}", 112)]
    public void Names_split_into_family_and_size(
        string provider,
        string type,
        string family,
        double factor
    ) => MachineSize.Split(provider, type).ShouldBe((family, (decimal)factor));

    [Theory]
    [InlineData("AWS", "m5.metal")]
    [InlineData("AWS", "large")]
    [InlineData("AWS", "m5.hugexlarge")]
    [InlineData("Microsoft", "Standard")]
    [InlineData("Google Cloud", "n2-standard")]
    [InlineData("Google Cloud", "n2-highmem-128")]
    [InlineData("Microsoft", "Standard_E64s_v3")]
    [InlineData("Microsoft", "Standard_DS3_v2")]
    [InlineData("Microsoft", "Standard_D11")]
    [InlineData("Microsoft", "Standard_B2ms")]
    [InlineData("Microsoft", "Standard_A4_v2")]
    [InlineData("Microsoft", "Standard_E8-2s_v5")]
    public void Names_of_another_form_have_no_size(string provider, string type) =>
        MachineSize.Split(provider, type).ShouldBeNull();

    [Theory]
    [InlineData("m5.large", "m5")]
    [InlineData("Standard_D4s_v5", "Standard_Ds_v5")]
    [InlineData("Standard_E8-2s_v5", "Standard_Es_v5")]
    [InlineData("Standard_DS3_v2", "Standard_DS_v2")]
    [InlineData("n2-standard-8", "n2-standard")]
    [InlineData("e2-micro", "e2-micro")]
    public void A_type_tells_its_family(string type, string family) =>
        GivenMachines.Type(type, 1, 1).Family.ShouldBe(family);
}
