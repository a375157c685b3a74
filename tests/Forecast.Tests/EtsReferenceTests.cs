using Outlay.Forecast.Methods.Smoothing;

namespace Outlay.Forecast.Tests;

/// <summary>The recursion with R's parameters, and our own estimates beside R's.</summary>
public sealed class EtsReferenceTests
{
    private static readonly double[] Levels = [0.8, 0.95];

    private static readonly Lazy<
        ILookup<(string, string), (double Fitted, double Residual)>
    > Passes = new(() =>
        Reference
            .Lines("expected_ets_fitted.csv")
            .ToLookup(r => (r[0], r[1]), r => (Reference.Number(r[3]), Reference.Number(r[4])))
    );

    public static TheoryData<string, EtsForm> Cases
    {
        get
        {
            var cases = new TheoryData<string, EtsForm>();
            foreach (var series in Reference.Seasonal)
            {
                foreach (var form in Enum.GetValues<EtsForm>())
                {
                    // The sparse series has zeros, on which R fits no multiplicative form.
                    if (form != EtsForm.MAM || series != "syn_intermittent_o44")
                    {
                        cases.Add(series, form);
                    }
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_recursion_with_Rs_parameters_gives_Rs_fit(string name, EtsForm form)
    {
        var fit = WithParametersOfR(name, form, out var expected);

        var pass = Passes.Value[(name, $"ets_{form}")].ToList();
        pass.Count.ShouldBe(fit.Fitted.Count);
        var size = pass.Max(p => Math.Abs(p.Fitted));
        for (var t = 0; t < pass.Count; t++)
        {
            fit.Fitted[t].ShouldBe(pass[t].Fitted, 1e-8 * size, $"fitted {t + 1}");
            fit.Residuals[t].ShouldBe(pass[t].Residual, form == EtsForm.MAM ? 1e-8 : 1e-8 * size);
        }

        Close(fit.LogLikelihood, Reference.Number(expected["loglik"]), 1e-8);
        Close(fit.Aicc, Reference.Number(expected["aicc"]), 1e-8);
        Close(fit.Sigma2, Reference.Number(expected["sigma2"]), 1e-6);
        Close(fit.Final.Level, Reference.Number(expected["final_l"]), 1e-8);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Forecasts_and_intervals_with_Rs_parameters_are_Rs(string name, EtsForm form)
    {
        var fit = WithParametersOfR(name, form, out _);
        var expected = Reference.Forecast(name, $"ets_{form}");

        var forecast = fit.Forecast(expected.Count, Levels);

        for (var h = 0; h < expected.Count; h++)
        {
            Close(forecast.Mean[h], expected[h][0], 1e-8);
            if (form != EtsForm.MAM)
            {
                Near(forecast.Bands[0].Lower[h], expected[h][1], expected[h]);
                Near(forecast.Bands[0].Upper[h], expected[h][2], expected[h]);
                Near(forecast.Bands[1].Lower[h], expected[h][3], expected[h]);
                Near(forecast.Bands[1].Upper[h], expected[h][4], expected[h]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Our_estimate_is_as_likely_as_Rs_and_forecasts_alike(string name, EtsForm form)
    {
        var (train, test) = Reference.Series(name);
        var expected = Reference.Number(Reference.Parameter(name, $"ets_{form}")["loglik"]);

        var fit = Ets.Estimate(train, form);

        fit.Form.ShouldBe(form);
        fit.LogLikelihood.ShouldBeGreaterThan(expected - 0.5);
        var points = Reference.Forecast(name, $"ets_{form}").Select(r => r[0]).ToArray();
        var ours = fit.Forecast(test.Length, []).Mean;
        var apart =
            points.Zip(ours, (p, o) => Math.Abs(p - o)).Average() / points.Average(Math.Abs);
        var wall = form is EtsForm.AAdA or EtsForm.MAM ? 0.05 : 0.02;

        // A likelihood above R's is a different and better optimum, whose forecasts need not agree.
        (apart <= wall || fit.LogLikelihood > expected + 0.1).ShouldBeTrue(
            $"{apart:P2} apart, log-likelihood {fit.LogLikelihood} against {expected}"
        );
    }

    [Theory]
    [MemberData(nameof(Reference.SeasonalSeries), MemberType = typeof(Reference))]
    public void The_automatic_choice_has_an_AICc_no_worse_than_Rs_best_form(string name)
    {
        var best = Enum.GetValues<EtsForm>()
            .Where(f => f != EtsForm.MAM || name != "syn_intermittent_o44")
            .Min(f => Reference.Number(Reference.Parameter(name, $"ets_{f}")["aicc"]));

        AutoEts.Estimate(Reference.Series(name).Train).Aicc.ShouldBeLessThan(best + 1);
    }

    private static EtsFit WithParametersOfR(
        string name,
        EtsForm form,
        out Dictionary<string, string> expected
    )
    {
        var values = Reference.Parameter(name, $"ets_{form}");
        expected = values;
        double Value(string key, double absent) =>
            values.TryGetValue(key, out var text) ? Reference.Number(text) : absent;
        var train = Reference.Series(name).Train;
        var season = form >= EtsForm.ANA ? train.Season : 0;
        return EtsFit.Given(
            form,
            new EtsSmoothing(
                Value("alpha", 0),
                Value("beta", 0),
                Value("gamma", 0),
                Value("phi", 1)
            ),
            new EtsState(
                Value("init_l", 0),
                Value("init_b", 0),
                [.. Enumerable.Range(1, season).Select(s => Value($"init_s{s}", double.NaN))]
            ),
            train
        );
    }

    private static void Near(double actual, double expected, double[] row) =>
        actual.ShouldBe(expected, 1e-6 * Math.Max(Math.Abs(row[0]), row[4] - row[3]));

    private static void Close(double actual, double expected, double relative) =>
        actual.ShouldBe(expected, relative * Math.Max(1e-9, Math.Abs(expected)));
}
