using Outlay.Optimization.Prices;

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
    public void Names_of_another_form_have_no_size(string provider, string type) =>
        MachineSize.Split(provider, type).ShouldBeNull();
}
