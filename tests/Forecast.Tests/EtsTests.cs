using Outlay.Forecast.Methods;
using Outlay.Forecast.Methods.Smoothing;

namespace Outlay.Forecast.Tests;

/// <summary>Exponential smoothing and Theta on numbers that can be followed by hand.</summary>
public sealed class EtsTests
{
    [Fact]
    public void Simple_smoothing_worked_out_by_hand()
    {
        var fit = EtsFit.Given(
            EtsForm.ANN,
            new EtsSmoothing(0.5, 0, 0, 1),
            new EtsState(10, 0, []),
            new TimeSeries([12, 11, 15, 13], 1)
        );

        fit.Fitted.ShouldBe([10, 11, 11, 13]);
        fit.Residuals.ShouldBe([2, 0, 4, 0]);
        fit.Final.Level.ShouldBe(13);
        // Twenty of squares over four observations less alpha and the first level.
        fit.Sigma2.ShouldBe(10);
        fit.LogLikelihood.ShouldBe(-2 * Math.Log(20), 1e-12);
        // Three parameters with the variance leave no degree of freedom for the correction.
        fit.Aicc.ShouldBe(double.PositiveInfinity);

        var forecast = fit.Forecast(3, [0.8]);
        forecast.Mean.ShouldBe([13, 13, 13]);
        var half = forecast.Bands[0].Upper.Select(u => u - 13).ToArray();
        half[0].ShouldBe(1.2815515655446004 * Math.Sqrt(10), 1e-9);
        half[2].ShouldBe(half[0] * Math.Sqrt(1.5), 1e-9);
    }

    [Fact]
    public void The_damped_trend_with_season_worked_out_by_hand()
    {
        var fit = EtsFit.Given(
            EtsForm.AAdA,
            new EtsSmoothing(0.5, 0.25, 0.1, 0.8),
            new EtsState(100, 10, [5, -5]),
            new TimeSeries([107], 2)
        );

        // 100 + 0.8 * 10 and the older season, -5, give 103; the error is 4.
        fit.Fitted[0].ShouldBe(103, 1e-12);
        fit.Final.Level.ShouldBe(110, 1e-12);
        fit.Final.Trend.ShouldBe(9, 1e-12);
        fit.Final.Season[0].ShouldBe(-4.6, 1e-12);
        fit.Final.Season[1].ShouldBe(5, 1e-12);
        var mean = fit.Forecast(2, []).Mean;
        mean[0].ShouldBe(110 + 7.2 + 5, 1e-12);
        mean[1].ShouldBe(110 + 7.2 + 5.76 - 4.6, 1e-12);
    }

    [Fact]
    public void The_multiplicative_form_worked_out_by_hand()
    {
        var fit = EtsFit.Given(
            EtsForm.MAM,
            new EtsSmoothing(0.5, 0.1, 0.2, 1),
            new EtsState(90, 10, [1.2, 0.8]),
            new TimeSeries([88], 2)
        );

        // 100 * 0.8 = 80, so the relative error is a tenth.
        fit.Residuals[0].ShouldBe(0.1, 1e-12);
        fit.Final.Level.ShouldBe(105, 1e-12);
        fit.Final.Trend.ShouldBe(11, 1e-12);
        fit.Final.Season[0].ShouldBe(0.816, 1e-12);
        fit.Forecast(1, []).Mean[0].ShouldBe(116 * 1.2, 1e-12);
    }

    [Theory]
    [InlineData(EtsForm.AAN)]
    [InlineData(EtsForm.AAdN)]
    [InlineData(EtsForm.AAA)]
    public void An_estimate_is_no_less_likely_than_the_parameters_that_made_the_data(EtsForm form)
    {
        var random = new Random(7);
        var values = new double[160];
        var (level, trend, season) = (50.0, 0.5, new[] { 3.0, -1, -4, 2 });
        var phi = form == EtsForm.AAdN ? 0.9 : 1;
        var seasonal = form == EtsForm.AAA;
        for (var t = 0; t < values.Length; t++)
        {
            var e = (2 * random.NextDouble()) - 1;
            values[t] = level + (phi * trend) + (seasonal ? season[t % 4] : 0) + e;
            level += (phi * trend) + (0.4 * e);
            trend = (phi * trend) + (0.1 * e);
            season[t % 4] += 0.2 * e;
        }

        var series = new TimeSeries(values, 4);
        var truth = EtsFit.Given(
            form,
            new EtsSmoothing(0.4, 0.1, seasonal ? 0.2 : 0, phi),
            new EtsState(50, 0.5, seasonal ? [2, -4, -1, 3] : []),
            series
        );

        var fit = Ets.Estimate(series, form);

        fit.Form.ShouldBe(form);
        fit.LogLikelihood.ShouldBeGreaterThanOrEqualTo(truth.LogLikelihood - 1e-6);
        truth.Residuals.ShouldAllBe(r => Math.Abs(r) <= 1 + 1e-9);
    }

    [Fact]
    public void A_growing_swing_is_fitted_best_by_the_multiplicative_form()
    {
        double[] season = [0.6, 1.1, 1.4, 0.9];
        var random = new Random(3);
        var series = new TimeSeries(
            Enumerable
                .Range(0, 80)
                .Select(t =>
                    (100 + (5 * t)) * season[t % 4] * (1 + (0.02 * (random.NextDouble() - 0.5)))
                ),
            4
        );

        var fit = AutoEts.Estimate(series);
        var forecast = fit.Forecast(8, [0.95]);

        fit.Form.ShouldBe(EtsForm.MAM);
        for (var h = 0; h < 8; h++)
        {
            var truth = (100 + (5 * (80 + h))) * season[h % 4];
            forecast.Mean[h].ShouldBe(truth, 0.02 * truth);
            forecast.Bands[0].Lower[h].ShouldBeLessThan(forecast.Mean[h]);
            forecast.Bands[0].Upper[h].ShouldBeGreaterThan(forecast.Mean[h]);
        }
    }

    [Fact]
    public void A_form_that_a_series_cannot_carry_becomes_a_simpler_one()
    {
        Ets.Estimate(new TimeSeries([3, 4], 7), EtsForm.AAdA).Form.ShouldBe(EtsForm.ANN);
        Ets.Estimate(new TimeSeries(Enumerable.Range(0, 30).Select(t => t % 3.0), 1), EtsForm.ANA)
            .Form.ShouldBe(EtsForm.ANN);
        Ets.Estimate(new TimeSeries(Enumerable.Range(0, 60).Select(t => t % 7.0), 7), EtsForm.MAM)
            .Form.ShouldBe(EtsForm.AAA);
    }

    [Fact]
    public void A_state_that_does_not_suit_the_form_is_refused() =>
        Should.Throw<ArgumentException>(() =>
            EtsFit.Given(
                EtsForm.ANA,
                new EtsSmoothing(0.5, 0, 0.1, 1),
                new EtsState(1, 0, []),
                new TimeSeries([1, 2], 2)
            )
        );

    [Fact]
    public void Theta_adds_half_the_slope_to_the_smoothed_level()
    {
        var line = new TimeSeries(Enumerable.Range(0, 50).Select(t => 2.0 * t), 1);

        var forecast = new Theta().Fit(line, 3, [0.8]);

        // The best alpha for a line is the edge, whose level is the last value: 98 and one slope-half a step.
        (forecast.Mean[1] - forecast.Mean[0]).ShouldBe(1, 1e-9);
        forecast.Mean[0].ShouldBe(99, 0.01);
        forecast.Bands[0].Upper[2].ShouldBeGreaterThan(forecast.Mean[2]);
    }

    [Fact]
    public void Theta_removes_and_restores_a_season()
    {
        double[] season = [0.5, 1, 1.5];
        var series = new TimeSeries(Enumerable.Range(0, 60).Select(t => 100 * season[t % 3]), 3);

        var mean = new Theta().Fit(series, 3, []).Mean;
        var optimised = new OptimisedTheta(dynamic: true, SeasonKind.Additive)
            .Fit(series, 3, [])
            .Mean;

        for (var h = 0; h < 3; h++)
        {
            mean[h].ShouldBe(100 * season[h], 1);
            optimised[h].ShouldBe(100 * season[h], 1);
        }
    }

    [Fact]
    public void A_series_needs_finite_values_and_a_season()
    {
        Should.Throw<ArgumentException>(() => new TimeSeries([], 1));
        Should.Throw<ArgumentException>(() => new TimeSeries([double.NaN], 1));
        Should.Throw<ArgumentException>(() => new TimeSeries([1], 0));
    }
}
