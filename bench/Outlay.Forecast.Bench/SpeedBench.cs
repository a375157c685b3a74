using System.Diagnostics;

namespace Outlay.Forecast.Bench;

/// <summary>A thousand made daily series of 400 days, forecast two months ahead with intervals, on all cores.</summary>
public static class SpeedBench
{
    private const int Count = 1000;
    private const int Days = 400;
    private const int Horizon = 62;

    public static TimeSpan Run()
    {
        var series = Enumerable.Range(0, Count).Select(Make).ToArray();
        _ = DailyForecast.Of(series[0], Horizon);
        var watch = Stopwatch.StartNew();
        Parallel.ForEach(
            series,
            s =>
            {
                var forecast = DailyForecast.Of(s, Horizon);
                _ = (forecast.Interval(0.8), forecast.Interval(0.95));
                _ = forecast.Sum(forecast.First, forecast.First.AddDays(30)).Quantile(0.9);
            }
        );
        return watch.Elapsed;
    }

    private static TimeSeries Make(int seed)
    {
        var random = new Random(seed);
        var first = new DateOnly(2023, 1, 1);
        var level = Math.Exp(3 + (6 * random.NextDouble()));
        var weekend = 0.5 + (0.7 * random.NextDouble());
        var fee = seed % 3 == 0 ? 3 * level : 0;
        var growth = 0.002 * (random.NextDouble() - 0.3);
        return new TimeSeries(
            Enumerable
                .Range(0, Days)
                .Select(t =>
                {
                    var day = first.AddDays(t);
                    var shape = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
                        ? weekend
                        : 1;
                    var noise = 1 + (0.1 * (random.NextDouble() - 0.5));
                    return (level * Math.Exp(growth * t) * shape * noise)
                        + (day.Day == 1 ? fee : 0);
                }),
            7,
            first
        );
    }
}
