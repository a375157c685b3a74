using CsCheck;
using Outlay.Inventory;

namespace Outlay.Optimization.Tests;

public sealed class DistributionTests
{
    [Fact]
    public void Percentiles_on_the_grid_equal_the_sorted_value_at_their_rank() =>
        Gen.Double[0, 100]
            .Array[1, 3000]
            .Sample(values =>
            {
                var sorted = values.Order().ToArray();
                var sketch = Distribution.Of(values);
                foreach (var p in (double[])[0, 1, 50, 90, 95, 99, 99.5, 99.9, 100])
                {
                    var rank = Math.Clamp(
                        (int)Math.Ceiling(p / 100 * sorted.Length - 1e-9) - 1,
                        0,
                        sorted.Length - 1
                    );
                    sketch.Percentile(p).ShouldBe(sorted[rank]);
                }
            });

    [Fact]
    public void The_share_above_a_bound_is_never_told_too_small_and_within_a_point_of_the_truth() =>
        Gen.Select(Gen.Double[0, 100].Array[1, 3000], Gen.Double[-5, 105])
            .Sample(
                (values, bound) =>
                {
                    var truth = values.Count(v => v > bound) / (double)values.Length;
                    var told = Distribution.Of(values).ShareAbove(bound);
                    told.ShouldBeGreaterThanOrEqualTo(truth - 1e-12);
                    told.ShouldBeLessThanOrEqualTo(truth + 0.0101 + 1.0 / values.Length);
                }
            );
}
