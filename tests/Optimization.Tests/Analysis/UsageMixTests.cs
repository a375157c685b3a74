using Outlay.Optimization.Analysis;
using Outlay.Optimization.Rules;
using Outlay.Optimization.Tests.Given;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Tests.Analysis;

/// <summary>How computing is bought, by the bill.</summary>
public sealed class UsageMixTests
{
    private const decimal ToMonth = 730m / 24 / 30;

    [Fact]
    public void Tasks_are_split_by_how_they_are_bought_and_by_processor()
    {
        var mix = Mixes(
                Of("Fargate-vCPU-Hours:perCPU", 50),
                Of("Fargate-ARM-GB-Hours", 10),
                Of("SpotUsage-Fargate-GB-Hours", 15) with
                {
                    PricingCategory = "Dynamic",
                },
                Of("Fargate-GB-Hours", 25) with
                {
                    PricingCategory = "Committed",
                    CommitmentId = "sp-1",
                    EffectiveCost = 18,
                },
                Of("AmazonEKS-Hours:perCluster", 70) with
                {
                    Service = "Amazon Elastic Kubernetes Service",
                }
            )
            .ShouldHaveSingleItem();
        mix.Category.ShouldBe(Category.Containers);
        mix.OnDemand.ShouldBe(60 * ToMonth, 1e-9m);
        mix.Committed.ShouldBe(25 * ToMonth, 1e-9m);
        mix.Spot.ShouldBe(15 * ToMonth, 1e-9m);
        mix.ArmShare!.Value.ShouldBe(0.1m, 1e-12m);
    }

    [Fact]
    public void Unused_commitments_and_other_services_are_no_use() =>
        Mixes(
                Of("BoxUsage:m5.large", 50) with
                {
                    CommitmentId = "ri",
                    CommitmentStatus = "Unused",
                },
                Of("EBS:VolumeUsage", 50),
                Of("BoxUsage:m5.large", 50) with
                {
                    ChargeCategory = "Purchase",
                }
            )
            .ShouldBeEmpty();

    [Theory]
    [InlineData("AWS", "m7g.large", true)]
    [InlineData("AWS", "im4gn.large", true)]
    [InlineData("AWS", "a1.large", true)]
    [InlineData("AWS", "g4dn.xlarge", false)]
    [InlineData("AWS", "m6i.large", false)]
    [InlineData("Microsoft", "Standard_D4ps_v5", true)]
    [InlineData("Microsoft", "Standard_D4s_v5", false)]
    [InlineData("Google Cloud", "c4a-standard-4", true)]
    [InlineData("Google Cloud", "n2-standard-4", false)]
    public void Processors_are_told_by_the_type_of_each_cloud(
        string provider,
        string type,
        bool isArm
    )
    {
        var mix = Mixes(
                Of("hours", 10) with
                {
                    Provider = provider,
                    ServiceCategory = "Compute",
                    MachineType = type,
                }
            )
            .ShouldHaveSingleItem();
        mix.Category.ShouldBe(Category.Compute);
        mix.ArmShare.ShouldBe(isArm ? 1 : 0);
    }

    [Fact]
    public void Currencies_are_kept_apart_the_larger_first() =>
        Mixes(Of("Lambda-GB-Second", 10), Of("Lambda-GB-Second-ARM", 20) with { Currency = "EUR" })
            .Select(m => (m.Category, m.Currency, m.ArmShare))
            .ShouldBe([(Category.Serverless, "EUR", 1m), (Category.Serverless, "USD", 0m)]);

    private static BillLine Of(string meter, decimal cost) => GivenLines.Of(meter, cost);

    private static IReadOnlyList<UsageMix> Mixes(params BillLine[] lines)
    {
        var tally = new UsageMixTally();
        foreach (var line in lines)
        {
            tally.See(line);
        }

        return tally.Mixes(30);
    }
}
