using Outlay.Forecast.Backtest;

namespace Outlay.Forecast.Choices;

/// <summary>The method that is used for a scope, and how it did on the scope's own past.</summary>
/// <param name="MadeOn">The day of the backtest.</param>
/// <param name="Method">Name of the method.</param>
/// <param name="Months">The last whole months: what was forecast on the eve of each, and what came.</param>
/// <param name="Coverage80">Share of days within the 80 % band.</param>
/// <param name="Tried">Every method that was tried with its scaled error (MASE), the best first.</param>
public sealed record ForecastChoice(
    DateOnly MadeOn,
    string Method,
    IReadOnlyList<ForecastMonth> Months,
    double Coverage80,
    IReadOnlyList<TriedMethod> Tried
)
{
    private const double Hit = 0.04;

    /// <summary>How many months came within four percent of their forecast.</summary>
    public int Hits => Months.Count(m => m.Error <= Hit);

    internal static ForecastChoice Of(
        DateOnly madeOn,
        ChosenMethod chosen,
        BacktestReport report
    ) =>
        new(
            madeOn,
            chosen.Method.Name,
            [
                .. report.Totals.Select(t => new ForecastMonth(
                    t.From!.Value,
                    t.Actual,
                    t.Forecast,
                    t.Low,
                    t.High
                )),
            ],
            report.Coverage80,
            [.. chosen.Reports.Select(r => new TriedMethod(r.Method, r.Mase))]
        );
}

/// <summary>A month that was forecast on its eve.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Actual">What it came to.</param>
/// <param name="Forecast">What was forecast.</param>
/// <param name="Low">Lower bound of the 80 % band.</param>
/// <param name="High">Upper bound.</param>
public sealed record ForecastMonth(
    DateOnly Month,
    double Actual,
    double Forecast,
    double Low,
    double High
)
{
    /// <summary>Error as a share of what came; 0 when nothing came and nothing was forecast.</summary>
    public double Error =>
        Actual == 0
            ? Forecast == 0
                ? 0
                : 1
            : Math.Abs(Actual - Forecast) / Math.Abs(Actual);
}

/// <summary>A method that was tried.</summary>
/// <param name="Method">Its name.</param>
/// <param name="Mase">Mean error over that of saying the same as a week before.</param>
public sealed record TriedMethod(string Method, double Mase);
