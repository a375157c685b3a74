using Outlay.Anomalies.Arrivals;
using Outlay.Anomalies.Detection;

namespace Outlay.Anomalies.Tests.Arrivals;

public sealed class ArrivalWatchTests
{
    private static readonly DateOnly First = new(2025, 1, 1);

    [Fact]
    public void A_value_is_raised_on_the_day_its_cost_passes_the_floor()
    {
        var arrival = Watch(Costs(200, (60, 4), (61, 4), (70, 4), (80, 4))).ShouldHaveSingleItem();

        arrival.FirstSeen.ShouldBe(First.AddDays(60));
        arrival.Raised.ShouldBe(First.AddDays(70));
        arrival.Cost.ShouldBe(16);
        arrival.IsReturn.ShouldBeFalse();
        arrival.Dimension.ShouldBe("service");
        arrival.Value.ShouldBe("bedrock");
    }

    [Fact]
    public void Small_money_is_not_raised() => Watch(Costs(200, (60, 4), (61, 5))).ShouldBeEmpty();

    [Theory]
    [InlineData(29, 0)]
    [InlineData(30, 1)]
    public void What_is_there_when_history_begins_is_known(int day, int alerts) =>
        Watch(Costs(200, (day, 100))).Count.ShouldBe(alerts);

    [Theory]
    [InlineData(90, 0)]
    [InlineData(91, 1)]
    public void A_value_counts_as_new_again_after_a_long_silence(int silence, int returns)
    {
        var arrivals = Watch(Costs(300, (60, 100), (60 + silence, 100)));

        arrivals.Count(a => a.IsReturn).ShouldBe(returns);
        arrivals.Count(a => !a.IsReturn).ShouldBe(1);
    }

    [Fact]
    public void Days_that_are_not_complete_raise_nothing()
    {
        var series = new DailySeries("bedrock", First, Costs(100, (60, 100)), First.AddDays(59));

        new ArrivalWatch(ArrivalSettings.Default).Watch("service", series, First).ShouldBeEmpty();
    }

    private static IReadOnlyList<Arrival> Watch(double[] values) =>
        new ArrivalWatch(ArrivalSettings.Default).Watch(
            "service",
            DailySeries.Complete("bedrock", First, values),
            First
        );

    private static double[] Costs(int days, params (int Day, double Cost)[] costs)
    {
        var values = new double[days];
        foreach (var (day, cost) in costs)
        {
            values[day] = cost;
        }

        return values;
    }
}
