using System.Diagnostics;
using Outlay.Anomalies.Causes;
using Outlay.Anomalies.Detection;

namespace Outlay.Anomalies.Bench;

/// <summary>How long a night's work takes.</summary>
internal static class Timings
{
    public static void Print()
    {
        var series = Enumerable.Range(0, 10_000).Select(Series).ToArray();
        var detector = new AnomalyDetector(DetectionSettings.Default);
        detector.DetectAll(series[..200]);
        Print("10,000 series of 400 days", 3, () => detector.DetectAll(series));

        var table = Leaves(50_000, [4, 12, 30, 60, 200, 2_000]);
        var ranking = new RootCauseRanking(RankingSettings.Default);
        Print("50,000 leaves of 6 dimensions", 9, () => ranking.Rank(table));
    }

    private static void Print(string name, int times, Action work)
    {
        work();
        var took = Enumerable
            .Range(0, times)
            .Select(_ =>
            {
                var clock = Stopwatch.StartNew();
                work();
                return clock.Elapsed.TotalMilliseconds;
            })
            .Order()
            .ToArray();
        Console.WriteLine(
            $"{name, -32}median {took[times / 2], 7:F0} ms, worst {took[^1], 7:F0} ms on {Environment.ProcessorCount} cores"
        );
    }

    private static DailySeries Series(int number)
    {
        var random = new Random(number);
        var scale = Math.Pow(10, random.NextDouble() * 4);
        var values = new double[400];
        for (var day = 0; day < values.Length; day++)
        {
            var weekday = number % 3 > 0 && day % 7 > 4 ? 0.5 : 1;
            var isIdle = number % 10 == 9 && random.NextDouble() < 0.6;
            var fee = number % 5 == 0 && day % 30 == 0 ? 2 : 0;
            var spike = random.NextDouble() < 0.005 ? 3 : 1;
            values[day] = isIdle
                ? 0
                : scale * ((weekday * spike * (1 + (0.05 * random.NextDouble()))) + fee);
        }

        return DailySeries.Complete($"series {number}", new DateOnly(2024, 1, 1), values);
    }

    private static LeafTable Leaves(int count, int[] cardinalities)
    {
        var random = new Random(7);
        var codes = cardinalities
            .Select(cardinality =>
                Enumerable.Range(0, count).Select(_ => random.Next(cardinality)).ToArray()
            )
            .ToArray();
        var expected = Enumerable.Range(0, count).Select(_ => 100 * random.NextDouble()).ToArray();
        var actual = expected
            .Select(
                (e, leaf) =>
                    e
                    * (codes[1][leaf] == 3 && codes[2][leaf] == 7 ? 4 : 1)
                    * (0.95 + (0.1 * random.NextDouble()))
            )
            .ToArray();
        return new(["a", "b", "c", "d", "e", "f"], codes, expected, actual);
    }
}
