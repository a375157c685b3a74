using CsCheck;
using Outlay.Web.Charts;

namespace Outlay.Faces.Tests.Web.Charts;

public sealed class StackGeometryTests
{
    private static readonly Gen<decimal[][]> Values = Gen.Int[1, 12]
        .SelectMany(buckets =>
            Gen.Int[-500_000, 9_000_000].Select(cents => cents / 100m).Array[buckets].Array[1, 6]
        );

    [Fact]
    public void The_height_of_a_stack_is_the_sum_of_its_positive_values() =>
        Values.Sample(values =>
        {
            var (series, scale, bars) = Draw(values);
            for (var bucket = 0; bucket < values[0].Length; bucket++)
            {
                var sum = series.Sum(s => Math.Max(s.At(bucket), 0));
                var tops = bars.SelectMany(s => s)
                    .Where(b => b.Bucket == bucket && b.Y < scale.Y(0))
                    .Select(b => b.Y)
                    .DefaultIfEmpty(scale.Y(0));
                tops.Min().ShouldBe(scale.Y(sum), 0.0001m);
            }
        });

    [Fact]
    public void Bars_of_a_bucket_never_overlap() =>
        Values.Sample(values =>
        {
            var (_, _, bars) = Draw(values);
            foreach (var bucket in bars.SelectMany(s => s).GroupBy(b => b.Bucket))
            {
                var ordered = bucket.OrderBy(b => b.Y).ThenBy(b => b.Height).ToList();
                foreach (var (above, below) in ordered.Zip(ordered.Skip(1)))
                {
                    (above.Y + above.Height).ShouldBeLessThanOrEqualTo(below.Y + 0.0001m);
                }
            }
        });

    [Fact]
    public void Negative_values_hang_below_zero()
    {
        var (_, scale, bars) = Draw([
            [100m],
            [-40m],
        ]);

        bars[0][0].Y.ShouldBe(scale.Y(100));
        bars[1][0].Y.ShouldBe(scale.Y(0));
        (bars[1][0].Y + bars[1][0].Height).ShouldBeInRange(scale.Y(-40) - 1, scale.Y(-40));
    }

    [Fact]
    public void A_bucket_without_a_value_has_no_bar() =>
        Draw([
            [0m, 5m],
        ])
            .Bars[0]
            .Count.ShouldBe(1);

    [Fact]
    public void Bars_stay_inside_the_drawing() =>
        Values.Sample(values =>
            Draw(values)
                .Bars.SelectMany(s => s)
                .ShouldAllBe(b => b.X >= 0 && b.X + b.Width <= 1.0001m && b.Height >= 0)
        );

    private static (
        List<ChartSeries> Series,
        ChartScale Scale,
        IReadOnlyList<IReadOnlyList<Bar>> Bars
    ) Draw(decimal[][] values)
    {
        var series = values.Select((v, i) => new ChartSeries($"S{i}", i, v)).ToList();
        var (low, high) = StackGeometry.Bounds(values[0].Length, series);
        var scale = ChartScale.Around(low, high, 220);
        return (series, scale, StackGeometry.Bars(values[0].Length, series, scale));
    }
}
