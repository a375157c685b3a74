using Outlay.Forecast.Methods;

namespace Outlay.Forecast.Tests;

public sealed class NaiveFamilyTests
{
    private static readonly double[] Levels = [0.8, 0.95];

    [Theory]
    [MemberData(nameof(Reference.AllSeries), MemberType = typeof(Reference))]
    public void Means_and_intervals_are_those_of_R(string name)
    {
        var (train, test) = Reference.Series(name);

        Compare(name, "naive", new Naive().Fit(train, test.Length, Levels));
        Compare(name, "snaive", new SeasonalNaive().Fit(train, test.Length, Levels));
        Compare(name, "drift", new Drift().Fit(train, test.Length, Levels));
        Compare(name, "mean", new HistoricalMean().Fit(train, test.Length, Levels));
    }

    [Fact]
    public void A_line_is_continued_by_the_drift_without_error()
    {
        var forecast = new Drift().Fit(new TimeSeries([1, 3, 5, 7], 1), 3, Levels);

        forecast.Mean.ShouldBe([9, 11, 13]);
        forecast.Bands[1].Upper.ShouldBe([9, 11, 13]);
    }

    [Fact]
    public void The_seasonal_naive_repeats_the_season_and_widens_once_a_season()
    {
        var forecast = new SeasonalNaive().Fit(new TimeSeries([1, 2, 3, 4], 2), 4, [0.8]);

        forecast.Mean.ShouldBe([3, 4, 3, 4]);
        var width = forecast.Bands[0].Upper.Zip(forecast.Mean, (u, m) => u - m).ToArray();
        width[0].ShouldBe(2 * 1.2815515655446004, 1e-12);
        width[2].ShouldBe(width[0] * Math.Sqrt(2), 1e-12);
    }

    [Fact]
    public void The_mean_uses_Students_quantile()
    {
        var band = new HistoricalMean().Fit(new TimeSeries([1, 2, 3, 4, 5], 1), 1, [0.95]).Bands[0];

        // qt(0.975, 4) of any statistical table.
        band.Upper[0].ShouldBe(3 + (2.7764451051977987 * Math.Sqrt(2.5 * 1.2)), 1e-9);
    }

    private static void Compare(string series, string method, Prediction actual)
    {
        var expected = Reference.Forecast(series, method);
        expected.Count.ShouldBe(actual.Mean.Count);
        for (var h = 0; h < expected.Count; h++)
        {
            double[] row =
            [
                actual.Mean[h],
                actual.Bands[0].Lower[h],
                actual.Bands[0].Upper[h],
                actual.Bands[1].Lower[h],
                actual.Bands[1].Upper[h],
            ];
            for (var c = 0; c < row.Length; c++)
            {
                row[c]
                    .ShouldBe(
                        expected[h][c],
                        1e-8 * Math.Max(1, Math.Abs(expected[h][c])),
                        $"{series} {method} step {h + 1} column {c}"
                    );
            }
        }
    }
}
