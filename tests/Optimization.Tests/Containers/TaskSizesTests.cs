using System.Globalization;
using Outlay.Optimization.Prices;
using Outlay.Optimization.Rules.Containers;
using Outlay.Testing;

namespace Outlay.Optimization.Tests.Containers;

public sealed class TaskSizesTests
{
    [Fact]
    public void There_are_74_different_sizes()
    {
        TaskSizes.All.Count.ShouldBe(74);
        TaskSizes.All.Distinct().Count().ShouldBe(74);
        TaskSizes
            .All.GroupBy(s => s.Cpu)
            .Select(g => (g.Key, g.Count(), g.Min(s => s.Mib), g.Max(s => s.Mib)))
            .ShouldBe([
                (256, 3, 512, 2048),
                (512, 4, 1024, 4096),
                (1024, 7, 2048, 8192),
                (2048, 13, 4096, 16384),
                (4096, 23, 8192, 30720),
                (8192, 12, 16384, 61440),
                (16384, 12, 32768, 122880),
            ]);
    }

    [Fact]
    public void Sizes_and_prices_equal_the_published_list()
    {
        if (!SharedData.TryFind(out var data))
        {
            Assert.Skip("The published list of task sizes stands beside the repository.");
        }

        var rows = File.ReadLines(Path.Combine(data, "prices", "fargate-sizes.csv"))
            .Skip(1)
            .Select(l =>
                l.Split(',').Select(v => decimal.Parse(v, CultureInfo.InvariantCulture)).ToArray()
            )
            .ToList();
        rows.Select(r => ((int)r[0], (int)r[1])).Order().ShouldBe(TaskSizes.All.Order());
        foreach (var row in rows)
        {
            Hour("x86_64", row[0], row[1]).ShouldBe(row[2], 1e-6m);
            Hour("arm64", row[0], row[1]).ShouldBe(row[3], 1e-6m);
        }
    }

    private static decimal Hour(string architecture, decimal cpu, decimal mib)
    {
        decimal Rate(string unit) =>
            RateCard
                .Shipped.Item("AWS", "us-east-1", $"fargate/linux/{architecture}/{unit}")!
                .Amount;
        return cpu / 1024 * Rate("vcpu-hour") + mib / 1024 * Rate("gib-hour");
    }
}
