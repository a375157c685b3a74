using System.Globalization;

namespace Outlay.Forecast.Backtest;

/// <summary>What a forecast from one origin said about the total of its horizon, and what came.</summary>
/// <param name="From">The first day, when the series has days.</param>
/// <param name="Known">How many observations were known.</param>
/// <param name="Actual">The total that came.</param>
/// <param name="Forecast">The total forecast.</param>
/// <param name="Low">The tenth percentile of the total; NaN without intervals.</param>
/// <param name="High">The ninetieth percentile of the total; NaN without intervals.</param>
public sealed record TotalOutcome(
    DateOnly? From,
    int Known,
    double Actual,
    double Forecast,
    double Low,
    double High
)
{
    /// <summary>The error as a share of the actual total.</summary>
    public double Error => Accuracy.Share(Math.Abs(Actual - Forecast), Math.Abs(Actual));
}

/// <summary>Scores of one method on one series, means over the origins. Intervals' scores are NaN when none were asked for.</summary>
/// <param name="Method">The name of the method.</param>
/// <param name="Mase">Scaled by the seasonal naive of the training values.</param>
/// <param name="Rmsse">Squared errors, scaled likewise.</param>
/// <param name="Smape">In percent.</param>
/// <param name="Wape">A share.</param>
/// <param name="Bias">A share, above zero when forecasts are too low.</param>
/// <param name="Coverage80">Share of steps within the 80 % band.</param>
/// <param name="Coverage95">Share of steps within the 95 % band.</param>
/// <param name="Msis95">Scaled interval score of the 95 % band.</param>
/// <param name="Wis">Weighted interval score, in units.</param>
/// <param name="Totals">Totals by origin, the oldest first.</param>
public sealed record BacktestReport(
    string Method,
    double Mase,
    double Rmsse,
    double Smape,
    double Wape,
    double Bias,
    double Coverage80,
    double Coverage95,
    double Msis95,
    double Wis,
    IReadOnlyList<TotalOutcome> Totals
)
{
    /// <summary>How many totals came within a share of the forecast.</summary>
    public int Within(double share) => Totals.Count(t => t.Error <= share);

    /// <summary>One line for a page: "within 4 % in 5 of the last 6 months; the 80 % band held 82 %".</summary>
    /// <param name="share">The share that counts as a hit.</param>
    public string Summary(double share = 0.04)
    {
        var hits = string.Create(
            CultureInfo.InvariantCulture,
            $"within {100 * share:0.#} % in {Within(share)} of the last {Totals.Count} months"
        );
        return double.IsNaN(Coverage80)
            ? hits
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{hits}; the 80 % band held {100 * Coverage80:0} %"
            );
    }
}
