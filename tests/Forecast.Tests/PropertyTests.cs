using CsCheck;
using Outlay.Forecast.Backtest;
using Outlay.Forecast.Calendar;
using Outlay.Forecast.Methods;

namespace Outlay.Forecast.Tests;

public sealed class PropertyTests
{
    private static readonly Gen<double[]> Histories = Gen.Select(
        Gen.Double[10, 1000],
        Gen.Double[0, 0.4],
        Gen.Double[0, 5],
        Gen.Int[30, 220],
        Gen.Int[1, 10000],
        (level, noise, fee, days, seed) =>
            Made.Bill(days, level, fee * level, noise, seed).Values.ToArray()
    );

    private static readonly Gen<double[]> Rough = Gen.OneOf(
        Gen.Const(0.0),
        Gen.Double[0, 1000]
    ).Array[1, 150];

    private static readonly IForecastMethod[] Methods =
    [
        .. MethodChoice.DailyCandidates,
        new Croston(),
        new HistoricalMean(),
        new Drift(),
    ];

    public static TheoryData<string> Names => [.. Methods.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_bill_in_another_currency_has_the_forecast_in_that_currency(string name)
    {
        var method = Methods.First(m => m.Name == name);
        Histories.Sample(
            history =>
            {
                // A power of two changes no rounding, so that searches take the same path.
                var plain = method.Fit(new TimeSeries(history, 7, Made.First), 20, []).Mean;
                var scaled = method
                    .Fit(new TimeSeries(history.Select(v => 4 * v), 7, Made.First), 20, [])
                    .Mean;

                for (var h = 0; h < plain.Count; h++)
                {
                    scaled[h].ShouldBe(4 * plain[h], 1e-6 * Math.Abs(plain[h]) + 1e-9);
                }
            },
            iter: 20
        );
    }

    [Fact]
    public void Sums_of_a_scaled_bill_are_scaled_with_their_quantiles() =>
        Histories.Sample(
            history =>
            {
                var plain = DailyForecast.Of(new TimeSeries(history, 7, Made.First), 31);
                var scaled = DailyForecast.Of(
                    new TimeSeries(history.Select(v => 0.5 * v), 7, Made.First),
                    31
                );
                var (a, b) = (
                    plain.Sum(plain.First, plain.Last),
                    scaled.Sum(plain.First, plain.Last)
                );

                b.Quantile(0.9).ShouldBe(a.Quantile(0.9) / 2, 1e-6 * a.Point);
                b.ProbabilityAbove(a.Point * 0.55)
                    .ShouldBe(a.ProbabilityAbove(a.Point * 1.1), 1e-6);
            },
            iter: 20
        );

    [Fact]
    public void Costs_that_never_were_negative_are_not_forecast_negative() =>
        Rough.Sample(
            history =>
            {
                var forecast = DailyForecast.Of(new TimeSeries(history, 7, Made.First), 40);

                forecast.Points.ShouldAllBe(p => p >= 0 && double.IsFinite(p));
                forecast.Interval(0.95).Lower.ShouldAllBe(l => l >= 0);
                forecast
                    .Sum(forecast.First, forecast.Last)
                    .Quantile(0.01)
                    .ShouldBeGreaterThanOrEqualTo(0);
            },
            iter: 60
        );

    [Fact]
    public void Widths_never_shrink_with_the_horizon_whatever_the_history() =>
        Rough.Sample(
            history =>
            {
                var forecast = DailyForecast.Of(new TimeSeries(history, 7, Made.First), 40);
                var upper = forecast.Interval(0.8).Upper;
                for (var h = 1; h < 40; h++)
                {
                    (upper[h] - forecast.Points[h]).ShouldBeGreaterThanOrEqualTo(
                        upper[h - 1] - forecast.Points[h - 1] - 1e-6
                    );
                }
            },
            iter: 60
        );

    [Fact]
    public void A_forecast_of_the_past_is_the_forecast_that_was_made_then() =>
        Histories.Sample(
            history =>
            {
                var known = history.Length - 10;
                var whole = new TimeSeries(history, 7, Made.First);
                var then = new TimeSeries(history[..known], 7, Made.First);

                new CalendarEnsemble()
                    .Fit(whole.Head(known), 10, [])
                    .Mean.ShouldBe(new CalendarEnsemble().Fit(then, 10, []).Mean);
            },
            iter: 20
        );
}
