using Outlay.Forecast.Calendar;
using Outlay.Forecast.Methods;
using Outlay.Forecast.Methods.Smoothing;

namespace Outlay.Forecast;

/// <summary>
/// The method to begin with for a kind of series: days by the calendar ensemble; months by the mean of exponential smoothing, DOTM
/// and STL; weeks by the same, with a season of the year that never changes. Combinations of few statistical methods are what the M
/// competitions found hard to beat (Makridakis, Spiliotis and Assimakopoulos, International Journal of Forecasting 36, 2020).
/// </summary>
public sealed class StandardMethod : IForecastMethod
{
    private static readonly CalendarEnsemble Days = new();
    private static readonly Combination Months = new(
        "ETS + DOTM + STL",
        new AutoEts(),
        new OptimisedTheta(),
        new StlEts()
    );

    private static readonly Combination Weeks = new(
        "ETS + DOTM + STL, yearly",
        new WithoutSeason(new AutoEts()),
        new OptimisedTheta(),
        new StlEts(EtsForm.AAdN, null)
    );

    /// <inheritdoc/>
    public string Name => "standard";

    /// <inheritdoc/>
    public Prediction Fit(TimeSeries series, int horizon, IReadOnlyList<double> levels) =>
        For(series).Fit(series, horizon, levels);

    /// <summary>The method for a series by its season and whether its days are known.</summary>
    public static IForecastMethod For(TimeSeries series) =>
        series.Season == 7 && series.First is not null ? Days
        : series.Season > EtsForms.LongestSeason ? Weeks
        : Months;
}
