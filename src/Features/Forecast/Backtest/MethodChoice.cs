using Outlay.Forecast.Calendar;
using Outlay.Forecast.Methods;
using Outlay.Forecast.Methods.Smoothing;

namespace Outlay.Forecast.Backtest;

/// <summary>The method chosen for a series, with the reports of all that were tried, the best first.</summary>
/// <param name="Method">The chosen one.</param>
/// <param name="Reports">Scores by method, without intervals.</param>
public sealed record ChosenMethod(IForecastMethod Method, IReadOnlyList<BacktestReport> Reports);

/// <summary>
/// Chooses by backtest. The first candidate keeps its place unless another has an error at least three percent smaller: on a handful of
/// origins smaller differences are chance, and a method that changes daily is trusted by nobody.
/// </summary>
public static class MethodChoice
{
    private const double Margin = 0.97;

    /// <summary>What is tried on daily series.</summary>
    public static IReadOnlyList<IForecastMethod> DailyCandidates { get; } =
    [
        new CalendarEnsemble(),
        new SeasonalNaive(),
        new RunRate(),
        new Ets(EtsForm.AAdA),
        new Theta(),
        new OptimisedTheta(),
        new StlEts(),
        new Tsb(),
    ];

    /// <summary>What is tried on monthly and other series.</summary>
    public static IReadOnlyList<IForecastMethod> OtherCandidates { get; } =
    [
        new StandardMethod(),
        new SeasonalNaive(),
        new Drift(),
        new AutoEts(),
        new Theta(),
        new OptimisedTheta(),
    ];

    /// <summary>Chooses from candidates by mean MASE over origins.</summary>
    /// <param name="series">The series; too short for any origin it gets the first candidate.</param>
    /// <param name="origins">Where to forecast from.</param>
    /// <param name="candidates">The favourite first; those of the kind of series when null.</param>
    public static ChosenMethod Choose(
        TimeSeries series,
        IReadOnlyList<Origin> origins,
        IReadOnlyList<IForecastMethod>? candidates = null
    )
    {
        var tried =
            candidates
            ?? (series.Season == 7 && series.First is not null ? DailyCandidates : OtherCandidates);
        if (origins.Count == 0)
        {
            return new ChosenMethod(tried[0], []);
        }

        var reports = tried
            .Select(m => (Method: m, Report: Backtesting.Run(m, series, origins, intervals: false)))
            .ToList();
        var best = reports.MinBy(r => r.Report.Mase);
        var chosen = best.Report.Mase < Margin * reports[0].Report.Mase ? best.Method : tried[0];
        return new ChosenMethod(chosen, [.. reports.Select(r => r.Report).OrderBy(r => r.Mase)]);
    }
}
