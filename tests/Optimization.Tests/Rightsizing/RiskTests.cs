using Outlay.Inventory;
using Outlay.Optimization.Rightsizing;
using Outlay.Optimization.Tests.Given;

namespace Outlay.Optimization.Tests.Rightsizing;

public sealed class RiskTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.0005, 1)]
    [InlineData(0.00051, 2)]
    [InlineData(0.005, 2)]
    [InlineData(0.0051, 3)]
    [InlineData(0.02, 3)]
    [InlineData(0.021, 4)]
    public void A_level_ends_at_its_bound(double exceedance, int level) =>
        Risk.Level(exceedance).ShouldBe(level);

    [Fact]
    public void Risks_of_two_dimensions_add_up()
    {
        Risk.Level(0.003, 0).ShouldBe(2);
        Risk.Level(0.003, 0.003).ShouldBe(3);
    }

    [Fact]
    public void Use_above_a_share_of_the_new_capacity_is_counted_in_time()
    {
        // Half the capacity, of which 95 % may be used: 47.5 % of what is there now.
        var use = Distribution.Of([.. Enumerable.Repeat(40.0, 99), 48]);
        Risk.Exceedance(use, 0.5).ShouldBe(0.01, 0.0011);
        Risk.Exceedance(use, 0.52).ShouldBe(0);
        Risk.Exceedance(use, 0.1).ShouldBe(1, 0.0011);
    }

    [Fact]
    public void Two_weeks_of_a_steady_load_with_memory_are_sure()
    {
        var steady = GivenScan.Constant(MetricNames.Cpu, Statistic.Average, 40);
        Risk.Confidence(steady, true, 99.5).ShouldBe(1, 1e-9);
        Risk.Confidence(steady, false, 99.5).ShouldBe(0.5, 1e-9);
    }

    [Fact]
    public void A_week_is_half_as_sure_and_so_is_half_of_the_points()
    {
        Risk.Confidence(GivenScan.Constant(MetricNames.Cpu, Statistic.Average, 40, 7), true, 99.5)
            .ShouldBe(0.5, 1e-9);
        var gaps = MetricPoints.Sum(
            MetricNames.Cpu,
            Statistic.Average,
            3600,
            GivenScan.Now.AddDays(-14),
            GivenScan.Now,
            [
                .. Enumerable
                    .Range(0, 168)
                    .Select(h => (GivenScan.Now.AddDays(-14).AddHours(2 * h), 40.0)),
            ],
            keepWeek: false
        )!;
        Risk.Confidence(gaps, true, 99.5).ShouldBe(0.5, 1e-9);
    }

    [Fact]
    public void A_load_that_grows_is_less_sure() =>
        Risk.Confidence(
                GivenScan.Hourly(MetricNames.Cpu, Statistic.Average, h => h < 168 ? 20 : 40),
                true,
                99.5
            )
            .ShouldBe(0.5, 1e-9);
}
