using System.Globalization;
using System.IO.Compression;
using Outlay.Optimization.Prices;
using Outlay.Testing;

namespace Outlay.Optimization.Tests.Prices;

public sealed class RateCardTests
{
    private const decimal Tolerance = 0.005m;

    // Older lists are rounded to thousandths, which is more than half a percent of a small size.
    private const decimal Rounding = 0.0005m;

    [Fact]
    public void Every_family_has_a_price_in_its_own_region()
    {
        RateCard.Shipped.Families.Count().ShouldBeGreaterThan(80);
        foreach (var (provider, family) in RateCard.Shipped.Families)
        {
            var type = family.Replace("{n}", "4", StringComparison.Ordinal);
            RateCard
                .Shipped.Machine(provider, Home(provider), type)
                .ShouldNotBeNull($"{provider} {type}")
                .Amount.ShouldBeGreaterThan(0);
        }
    }

    [Theory]
    [InlineData("AWS", "us-east-1", "m5.24xlarge", 4.608)]
    [InlineData("AWS", "us-east-1", "t3.micro", 0.0104)]
    [InlineData("AWS", "us-east-1", "c6i.4xlarge", 0.68)]
    [InlineData("Microsoft", "eastus", "Standard_D8s_v5", 0.384)]
    [InlineData("Google Cloud", "us-central1", "n2-standard-16", 0.776944)]
    [InlineData("Google Cloud", "us-central1", "c4-standard-8", 0.39534)]
    public void Published_prices_stand_in_the_card(
        string provider,
        string region,
        string type,
        double hour
    ) =>
        RateCard
            .Shipped.Machine(provider, region, type)!
            .Amount.ShouldBe((decimal)hour, (decimal)hour * Tolerance);

    [Theory]
    [InlineData("AWS", "us-east-1", "aws-ec2-ondemand-linux.csv")]
    [InlineData("Microsoft", "eastus", "azure-vm-ondemand-linux.csv.gz")]
    [InlineData("Google Cloud", "us-central1", "gcp-vm-ondemand-spot.csv.gz")]
    public void Families_equal_the_published_lists(string provider, string region, string file)
    {
        if (!SharedData.TryFind(out var data))
        {
            Assert.Skip("The published lists of prices stand beside the repository.");
        }

        var known = RateCard
            .Shipped.Families.Where(f => f.Provider == provider)
            .Select(f => f.Family)
            .ToHashSet(StringComparer.Ordinal);
        var wrong = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in Rows(Path.Combine(data, "prices", file)).Where(r => r[0] == region))
        {
            var published = decimal.Parse(row[2], CultureInfo.InvariantCulture);
            if (
                published > 0
                && MachineSize.Split(provider, row[1]) is var (family, _)
                && known.Contains(family)
            )
            {
                seen.Add(family);
                var told = RateCard.Shipped.Machine(provider, region, row[1])!.Amount;
                if (Math.Abs(told - published) > Math.Max(published * Tolerance, Rounding))
                {
                    wrong.Add($"{row[1]}: card {told}, list {published}");
                }
            }
        }

        wrong.ShouldBeEmpty();
        known.Except(seen).ShouldBeEmpty();
    }

    private static string Home(string provider) =>
        provider switch
        {
            "AWS" => "us-east-1",
            "Microsoft" => "eastus",
            _ => "us-central1",
        };

    private static IEnumerable<string[]> Rows(string path)
    {
        using var file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split(',');
        }
    }
}
