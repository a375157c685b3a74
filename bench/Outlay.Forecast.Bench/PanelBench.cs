using System.Globalization;
using Outlay.Forecast.Backtest;

namespace Outlay.Forecast.Bench;

/// <summary>The mean scores of a method on the panel; shares are fractions; the last are the scaled errors of each task.</summary>
public sealed record PanelScore(
    string Method,
    double Mase,
    double Wape,
    double MonthEnd,
    double NextMonth,
    double Coverage80,
    double Coverage95,
    double Msis95,
    double Wis,
    double Bias,
    double TotalCoverage80,
    double TotalCoverage95,
    IReadOnlyList<double> Tasks
);

/// <summary>
/// The panel of 48 made daily spend series at four origins, 31 days ahead: scaled error on all series, shares of the bill without the
/// sparse ones, the running month at mid-month origins and the next month at month ends.
/// </summary>
public sealed class PanelBench
{
    private const int Horizon = 31;

    private static readonly double[] Levels = [0.8, 0.95];

    private static readonly DateOnly[] Origins =
    [
        new(2024, 2, 9),
        new(2024, 4, 30),
        new(2024, 6, 20),
        new(2024, 7, 31),
    ];

    private readonly List<(TimeSeries Series, bool Sparse)> _panel;

    private PanelBench(List<(TimeSeries, bool)> panel) => _panel = panel;

    /// <summary>Reads the panel; every <paramref name="every"/>-th series only.</summary>
    public static PanelBench? Read(int every = 1)
    {
        if (!SharedData.TryFind(out var folder))
        {
            return null;
        }

        var rows = File.ReadLines(Path.Combine(folder, "forecasting", "panel_daily.csv"))
            .Select(l => l.Split(','))
            .ToList();
        var first = DateOnly.Parse(rows[1][0], CultureInfo.InvariantCulture);
        return new PanelBench([
            .. Enumerable
                .Range(1, rows[0].Length - 1)
                .Where(c => (c - 1) % every == 0)
                .Select(c =>
                {
                    var values = rows.Skip(1)
                        .Select(r => double.Parse(r[c], CultureInfo.InvariantCulture))
                        .ToList();
                    var sparse = values.Count(v => v == 0) > 0.3 * values.Count;
                    return (new TimeSeries(values, 7, first), sparse);
                }),
        ]);
    }

    /// <summary>Runs a method over all series and origins, on all cores.</summary>
    public PanelScore Run(IForecastMethod method, bool intervals)
    {
        var tasks = _panel.SelectMany(p => Origins.Select(o => (p.Series, p.Sparse, o))).ToList();
        var scores = new Dictionary<string, double>[tasks.Count];
        Parallel.For(
            0,
            tasks.Count,
            i => scores[i] = Score(method, tasks[i].Series, tasks[i].Sparse, tasks[i].o, intervals)
        );
        double Mean(string key) =>
            scores
                .Where(s => s.ContainsKey(key))
                .Select(s => s[key])
                .DefaultIfEmpty(double.NaN)
                .Average();
        return new PanelScore(
            method.Name,
            Mean("mase"),
            Mean("wape"),
            Mean("month end"),
            Mean("next month"),
            Mean("80"),
            Mean("95"),
            Mean("msis"),
            Mean("wis"),
            Mean("bias"),
            Mean("total 80"),
            Mean("total 95"),
            [.. scores.Select(t => t["mase"])]
        );
    }

    private static Dictionary<string, double> Score(
        IForecastMethod method,
        TimeSeries series,
        bool sparse,
        DateOnly origin,
        bool intervals
    )
    {
        var known = origin.DayNumber - series.First!.Value.DayNumber + 1;
        var training = series.Head(known);
        var actual = series.Values.Slice(known, Math.Min(Horizon, series.Length - known)).ToArray();
        var forecast = intervals ? DailyForecast.Of(training, Horizon, method) : null;
        var points = (forecast?.Points ?? method.Fit(training, Horizon, []).Mean)
            .Take(actual.Length)
            .ToList();
        var scores = new Dictionary<string, double>
        {
            ["mase"] = Accuracy.Mase(actual, points, training),
        };
        if (!sparse)
        {
            scores["wape"] = Accuracy.Wape(actual, points);
            scores["bias"] = Accuracy.Bias(actual, points);
            AddMonth(scores, training, origin, actual, points, forecast);
        }

        if (forecast is not null)
        {
            var bands = Levels.Select(forecast.Interval).ToList();
            scores["80"] = Accuracy.Coverage(actual, bands[0]);
            scores["95"] = Accuracy.Coverage(actual, bands[1]);
            scores["msis"] = Accuracy.Msis(actual, bands[1], training);
            scores["wis"] = Accuracy.Wis(actual, points, bands) / Accuracy.Scale(training);
        }

        return scores;
    }

    private static void AddMonth(
        Dictionary<string, double> scores,
        TimeSeries training,
        DateOnly origin,
        double[] actual,
        List<double> points,
        DailyForecast? forecast
    )
    {
        var next = origin.AddDays(1);
        var days = DateTime.DaysInMonth(next.Year, next.Month);
        var past = training.Values[^(next.Day - 1)..].ToArray().Sum();
        var left = Math.Min(days - next.Day + 1, actual.Length);
        var total = past + actual.Take(left).Sum();
        var month = forecast?.Month(next.Year, next.Month);
        var ours = month?.Point ?? past + points.Take(left).Sum();
        scores[next.Day == 1 ? "next month" : "month end"] = Math.Abs(ours - total) / total;
        if (month is not null)
        {
            bool Holds(double tail) =>
                total >= month.Quantile(tail) && total <= month.Quantile(1 - tail);
            scores["total 80"] = Holds(0.1) ? 1 : 0;
            scores["total 95"] = Holds(0.025) ? 1 : 0;
        }
    }
}
