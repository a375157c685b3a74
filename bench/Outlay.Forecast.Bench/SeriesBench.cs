using System.Globalization;
using Outlay.Forecast.Backtest;

namespace Outlay.Forecast.Bench;

/// <summary>Mean scores over a set of series, each forecast once from the end of its training part.</summary>
public sealed record SetScore(string Set, string Method, int Series, double Smape, double Mase);

/// <summary>The single reference series, a part of the M3 monthly series and a part of the M4 weekly series.</summary>
public static class SeriesBench
{
    public static IEnumerable<(string Set, List<(TimeSeries Train, double[] Test)> Series)> Sets()
    {
        if (!SharedData.TryFind(out var shared))
        {
            yield break;
        }

        var folder = Path.Combine(shared, "forecasting");
        yield return (
            "single series",
            [.. Directory.GetFiles(Path.Combine(folder, "series")).Order().Select(Single)]
        );
        yield return ("M3 monthly", Competition(Path.Combine(folder, "m3_subset"), 12, 3));
        yield return ("M4 weekly", Competition(Path.Combine(folder, "m4_weekly_subset"), 52, 2));
    }

    public static SetScore Run(
        string set,
        List<(TimeSeries Train, double[] Test)> series,
        IForecastMethod method
    )
    {
        var scores = new (double Smape, double Mase)[series.Count];
        Parallel.For(
            0,
            series.Count,
            i =>
            {
                var (train, test) = series[i];
                var points = method.Fit(train, test.Length, []).Mean;

                // The M4 competition scaled weekly series by their naive error.
                var scale = train.Season == 52 ? new TimeSeries(train.Values.ToArray(), 1) : train;
                scores[i] = (Accuracy.Smape(test, points), Accuracy.Mase(test, points, scale));
            }
        );
        return new SetScore(
            set,
            method.Name,
            series.Count,
            scores.Average(s => s.Smape),
            scores.Average(s => s.Mase)
        );
    }

    private static (TimeSeries, double[]) Single(string path)
    {
        var rows = File.ReadLines(path).Skip(1).Select(l => l.Split(',')).ToList();
        var first = DateOnly.Parse(rows[0][1], CultureInfo.InvariantCulture);
        var second = DateOnly.Parse(rows[1][1], CultureInfo.InvariantCulture);
        var daily = second.DayNumber - first.DayNumber == 1;
        return Split(rows, 2, daily ? 7 : 12, daily ? first : null);
    }

    private static List<(TimeSeries, double[])> Competition(string folder, int season, int value) =>
        [
            .. File.ReadLines(Path.Combine(folder, "series.csv"))
                .Skip(1)
                .Select(l => l.Split(','))
                .GroupBy(r => r[0])
                .Select(g => Split([.. g], value, season, null)),
        ];

    private static (TimeSeries, double[]) Split(
        List<string[]> rows,
        int value,
        int season,
        DateOnly? first
    )
    {
        IEnumerable<double> Part(bool train) =>
            rows.Where(r => r[value + 1] == "train" == train)
                .Select(r => double.Parse(r[value], CultureInfo.InvariantCulture));
        return (new TimeSeries(Part(true), season, first), [.. Part(false)]);
    }
}
