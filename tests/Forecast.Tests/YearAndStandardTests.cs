using Outlay.Forecast.Backtest;
using Outlay.Forecast.Calendar;
using Outlay.Forecast.Methods;

namespace Outlay.Forecast.Tests;

public sealed class YearAndStandardTests
{
    [Fact]
    public void After_two_years_a_part_of_the_yearly_swing_is_foreseen()
    {
        // From the middle of February on the swing rises; a method without it stays behind.
        double Swing(int t) => 1 + (0.3 * Math.Sin(2 * Math.PI * (t - 45) / 365.25));
        var all = Made.Bill(820, shape: Swing);
        var young = new TimeSeries(all.Values[400..776].ToArray(), 7, Made.First.AddDays(400));
        var actual = all.Values[776..820].ToArray();

        var old = new CalendarEnsemble().Fit(all.Head(776), 44, []).Mean;
        var without = new CalendarEnsemble().Fit(young, 44, []).Mean;

        Accuracy
            .TotalError(actual, old)
            .ShouldBeLessThan(0.9 * Accuracy.TotalError(actual, without));
    }

    [Fact]
    public void Two_years_without_a_swing_are_forecast_as_before()
    {
        var points = new CalendarEnsemble().Fit(Made.Bill(790), 31, []).Mean;

        for (var h = 0; h < 31; h++)
        {
            var expected = Made.True(Made.First.AddDays(790 + h));
            points[h].ShouldBe(expected, 0.02 * expected);
        }
    }

    [Fact]
    public void Each_kind_of_series_has_its_standard()
    {
        StandardMethod.For(Made.Bill(40)).ShouldBeOfType<CalendarEnsemble>();
        StandardMethod.For(new TimeSeries([1, 2], 12)).Name.ShouldBe("ETS + DOTM + STL");
        StandardMethod.For(new TimeSeries([1, 2], 52)).Name.ShouldBe("ETS + DOTM + STL, yearly");
    }

    [Theory]
    [InlineData(12, 5)]
    [InlineData(12, 20)]
    [InlineData(12, 60)]
    [InlineData(52, 30)]
    [InlineData(52, 150)]
    public void Short_and_long_lines_are_continued(int season, int length)
    {
        var line = new TimeSeries(Enumerable.Range(0, length).Select(t => 100.0 + t), season);

        var mean = new StandardMethod().Fit(line, 3, []).Mean;

        mean[0].ShouldBe(100 + length, 4);
        mean.ShouldBe(mean.Order());
    }

    [Fact]
    public void A_combination_is_the_mean_of_its_members()
    {
        var series = new TimeSeries([1, 2, 3, 6], 2);

        new Combination("both", new Naive(), new SeasonalNaive())
            .Fit(series, 2, [])
            .Mean.ShouldBe([4.5, 6]);
    }

    [Fact]
    public void Scores_of_the_competition_are_the_published_ones()
    {
        var series = Reference
            .Lines("m3_subset/series.csv")
            .GroupBy(r => r[0])
            .ToDictionary(g => g.Key, g => g.ToList());
        var compared = 0;
        foreach (
            var entry in Reference
                .Lines("m3_subset/competition_forecasts.csv")
                .GroupBy(r => (Series: r[0], Method: r[1]))
        )
        {
            var rows = series[entry.Key.Series];
            var train = new TimeSeries(
                rows.Where(r => r[4] == "train").Select(r => Reference.Number(r[3])),
                12
            );
            double[] actual =
            [
                .. rows.Where(r => r[4] != "train").Select(r => Reference.Number(r[3])),
            ];
            double[] forecast = [.. entry.Select(r => Reference.Number(r[3]))];

            Accuracy.Smape(actual, forecast).ShouldBe(Reference.Number(entry.First()[4]), 1e-4);
            Accuracy
                .Mase(actual, forecast, train)
                .ShouldBe(Reference.Number(entry.First()[5]), 1e-4);
            compared++;
        }

        compared.ShouldBe(31 * 5);
    }
}
