using Outlay.Commitments.Bench;

namespace Outlay.Commitments.Tests.Advice;

public sealed class BacktestTests
{
    private const int Histories = 8;

    [Fact]
    public void Steady_use_brings_nearly_all_that_hindsight_would_have_saved()
    {
        var runs = Runs(null);

        runs.Average(r => r.Ours / r.Hindsight).ShouldBeGreaterThanOrEqualTo(0.95);
        runs.Min(r => r.Ours / r.Hindsight).ShouldBeGreaterThanOrEqualTo(0.9);
        runs.ShouldAllBe(r => r.Ours > r.Minimum && r.Ours <= r.Hindsight + 1e-6);
    }

    [Theory]
    [InlineData(-20)]
    [InlineData(-5)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(45)]
    public void A_fifth_less_loses_less_than_a_replay_of_the_last_month(int step)
    {
        var runs = Runs(step);

        runs.Sum(r => r.Hindsight - r.Ours).ShouldBeLessThan(runs.Sum(r => r.Hindsight - r.Vendor));
        runs.ShouldAllBe(r => r.Ours > 0);
    }

    [Fact]
    public void Advice_waits_while_use_is_falling_and_speaks_again_once_it_has_settled() =>
        Runs(-5).ShouldAllBe(r => r.DaysWaited >= 1 && r.DaysWaited <= 8);

    private static Realised[] Runs(int? step) =>
        [.. Enumerable.Range(101, Histories).Select(seed => Backtest.Run(seed, step))];
}
