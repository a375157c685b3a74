using Outlay.Forecast.Backtest;

namespace Outlay.Forecast.Tests;

public sealed class AccuracyTests
{
    [Fact]
    public void Scores_of_every_reference_forecast_are_the_published_ones()
    {
        var compared = 0;
        foreach (var row in Reference.Lines("expected_metrics.csv"))
        {
            var forecast = Reference.Forecast(row[0], row[1]);
            var (train, test) = Reference.Series(row[0]);
            var mean = forecast.Select(r => r[0]).ToArray();
            double[] ours =
            [
                Accuracy.MeanAbsoluteError(test, mean),
                Accuracy.RootMeanSquaredError(test, mean),
                Accuracy.Smape(test, mean),
                Accuracy.Mase(test, mean, train),
                Accuracy.Rmsse(test, mean, train),
                Accuracy.Wape(test, mean),
                .. Banded(test, mean, forecast, train),
            ];
            for (var i = 0; i < ours.Length; i++)
            {
                if (row[2 + i] is not ("" or "NA"))
                {
                    var expected = Reference.Number(row[2 + i]);
                    ours[i]
                        .ShouldBe(
                            expected,
                            1e-8 * Math.Max(1, Math.Abs(expected)),
                            $"{row[0]} {row[1]} {i}"
                        );
                    compared++;
                }
            }
        }

        compared.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void Scores_worked_out_by_hand()
    {
        var train = new TimeSeries([10, 12, 11, 15], 1);
        double[] actual = [10, 20];
        double[] forecast = [12, 16];
        var band = new Band(0.8, [11, 15], [13, 21]);

        Accuracy.MeanAbsoluteError(actual, forecast).ShouldBe(3);
        Accuracy.Scale(train).ShouldBe(7.0 / 3, 1e-12);
        Accuracy.Mase(actual, forecast, train).ShouldBe(9.0 / 7, 1e-12);
        Accuracy.Wape(actual, forecast).ShouldBe(0.2, 1e-12);
        Accuracy.TotalError(actual, forecast).ShouldBe(2.0 / 30, 1e-12);
        Accuracy.Bias(actual, forecast).ShouldBe(2.0 / 30, 1e-12);
        Accuracy.Coverage(actual, band).ShouldBe(0.5);
        // Widths 2 and 6, one value one unit below its band: (2 + 10 + 6) / 2 over the scale.
        Accuracy.Msis(actual, band, train).ShouldBe(9 / (7.0 / 3), 1e-12);
        Accuracy.Wis(actual, forecast, [band]).ShouldBe(((0.5 * 3) + (0.1 * 9)) / 1.5, 1e-12);
        Accuracy.Smape([0, 10], [0, 30]).ShouldBe(50, 1e-12);
        Accuracy.Rmsse(actual, forecast, train).ShouldBe(Math.Sqrt(10 / 7.0), 1e-12);
    }

    [Fact]
    public void A_series_that_never_moved_has_a_scale_all_the_same() =>
        Accuracy.Scale(new TimeSeries([5, 5, 5], 1)).ShouldBe(1);

    private static double[] Banded(
        double[] test,
        double[] mean,
        List<double[]> forecast,
        TimeSeries train
    )
    {
        if (double.IsNaN(forecast[0][1]))
        {
            return [];
        }

        var b80 = new Band(0.8, [.. forecast.Select(r => r[1])], [.. forecast.Select(r => r[2])]);
        var b95 = new Band(0.95, [.. forecast.Select(r => r[3])], [.. forecast.Select(r => r[4])]);
        return
        [
            Accuracy.Coverage(test, b80),
            Accuracy.Coverage(test, b95),
            Accuracy.Msis(test, b95, train),
            Accuracy.Wis(test, mean, [b80, b95]),
        ];
    }
}
