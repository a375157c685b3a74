using System.Diagnostics;
using System.Globalization;
using Outlay.Forecast;
using Outlay.Forecast.Bench;
using Outlay.Forecast.Calendar;
using Outlay.Forecast.Methods;
using Outlay.Forecast.Methods.Smoothing;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
IForecastMethod[] singles =
[
    new SeasonalNaive(),
    new Naive(),
    new Drift(),
    new Theta(),
    new OptimisedTheta(),
    new OptimisedTheta(dynamic: false),
    new Ets(EtsForm.AAdA),
    new AutoEts(),
    new StlEts(EtsForm.AAdN, null, robust: true),
];

if (PanelBench.Read() is { } panel)
{
    var scores = new List<(PanelScore Score, double Seconds)>();
    foreach (
        var method in singles
            .Prepend(new RunRate())
            .Prepend(new Tsb())
            .Prepend(new CalendarEnsemble())
    )
    {
        var watch = Stopwatch.StartNew();
        var score = panel.Run(method, intervals: method is CalendarEnsemble);
        scores.Add((score, watch.Elapsed.TotalSeconds));
    }

    var naive = scores.Single(s => s.Score.Method == "seasonal naive").Score;
    var rate = scores.Single(s => s.Score.Method == "run-rate").Score;
    Console.WriteLine(
        "Panel: 48 daily series x 4 origins, 31 days ahead. Shares in %; rel = MASE against another; win = tasks won against seasonal naive."
    );
    Console.WriteLine(
        $"{"method", -20} {"MASE", 6} {"relSN", 6} {"relRR", 6} {"win", 5} {"WAPE", 6} {"bias", 6} {"EOM", 6} {"next", 6} {"cov80", 6} {"cov95", 6} {"tot80", 6} {"tot95", 6} {"MSIS", 6} {"WIS", 6} {"s", 6}"
    );
    foreach (var (s, seconds) in scores)
    {
        var won = s.Tasks.Zip(naive.Tasks, (a, b) => a < b ? 100.0 : 0).Average();
        Console.WriteLine(
            $"{s.Method, -20} {s.Mase, 6:0.000} {s.Mase / naive.Mase, 6:0.00} {s.Mase / rate.Mase, 6:0.00} {won, 5:0} {100 * s.Wape, 6:0.00} {100 * s.Bias, 6:0.0} {100 * s.MonthEnd, 6:0.00} {100 * s.NextMonth, 6:0.00} {s.Coverage80, 6:0.000} {s.Coverage95, 6:0.000} {s.TotalCoverage80, 6:0.000} {s.TotalCoverage95, 6:0.000} {s.Msis95, 6:0.00} {s.Wis, 6:0.000} {seconds, 6:0.0}"
        );
    }
}

foreach (var (set, series) in SeriesBench.Sets())
{
    Console.WriteLine();
    Console.WriteLine($"{set}: {series.Count} series");
    Console.WriteLine($"{"method", -20} {"sMAPE", 7} {"MASE", 6}");
    foreach (var method in singles.Prepend(new StandardMethod()))
    {
        var score = SeriesBench.Run(set, series, method);
        Console.WriteLine($"{score.Method, -20} {score.Smape, 7:0.000} {score.Mase, 6:0.000}");
    }
}

Console.WriteLine();
Console.WriteLine(
    $"1,000 series of 400 days with intervals: {SpeedBench.Run().TotalSeconds:0.0} s on {Environment.ProcessorCount} cores"
);
