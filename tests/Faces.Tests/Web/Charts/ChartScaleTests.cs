using System.Globalization;
using CsCheck;
using Outlay.Web.Charts;

namespace Outlay.Faces.Tests.Web.Charts;

public sealed class ChartScaleTests
{
    private static readonly Gen<decimal> Amount = Gen.Long[-1_000_000_000, 1_000_000_000_000]
        .Select(thousandths => thousandths / 1000m);

    [Theory]
    [InlineData(0, 316, "100")]
    [InlineData(0, 83, "25")]
    [InlineData(0, 1, "0.25")]
    [InlineData(-60, 290, "100")]
    public void Steps_are_round(decimal low, decimal high, string step) =>
        ChartScale
            .Around(low, high, 220)
            .Step.ShouldBe(decimal.Parse(step, CultureInfo.InvariantCulture));

    [Fact]
    public void Any_values_and_zero_lie_between_the_ticks() =>
        Gen.Select(Amount, Amount)
            .Sample(
                (a, b) =>
                {
                    var scale = ChartScale.Around(Math.Min(a, b), Math.Max(a, b), 220);
                    scale.Low.ShouldBeLessThanOrEqualTo(Math.Min(Math.Min(a, b), 0));
                    scale.High.ShouldBeGreaterThanOrEqualTo(Math.Max(Math.Max(a, b), 0));
                    scale.Ticks.Count().ShouldBeInRange(2, 8);
                    scale.Ticks.ShouldContain(0m);
                    scale.Y(scale.Low).ShouldBe(220);
                }
            );

    [Fact]
    public void Nothing_but_zero_still_has_an_axis()
    {
        var scale = ChartScale.Around(0, 0, 220);

        scale.Y(0).ShouldBe(220);
        scale.High.ShouldBe(1);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(365)]
    [InlineData(9000)]
    public void About_ten_buckets_have_a_label(int buckets)
    {
        var labels = AxisLabels.For(buckets).ToList();

        labels.Count.ShouldBeInRange(4, 12);
        labels[0].ShouldBe((0, false));
        labels.Count(l => !l.WideOnly).ShouldBeInRange(3, 6);
    }
}
