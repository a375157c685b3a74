using CsCheck;
using Outlay.Anomalies.Detection;

namespace Outlay.Anomalies.Tests;

/// <summary>Daily cost of our own making.</summary>
internal static class CostExample
{
    public static readonly DateOnly First = new(2023, 11, 1);

    private static readonly AnomalyDetector Detector = new(DetectionSettings.Default);

    /// <summary>Random series with weekends, noise, growth, fees, idle days and anomalies.</summary>
    public static Gen<double[]> Series(int days) =>
        from seed in Gen.Int[0, 1_000_000]
        from isIdle in Gen.Bool
        from hasFees in Gen.Bool
        select Make(seed, days, isIdle && seed % 3 == 0, hasFees);

    public static double[] Calm(int days, double level = 100, int seed = 1)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, days).Select(_ => level * (0.98 + (0.04 * random.NextDouble()))),
        ];
    }

    public static SeriesDetection Detect(double[] values) =>
        Detector.Detect(DailySeries.Complete("series", First, values));

    public static SeriesDetection Detect(double[] values, DetectionSettings settings) =>
        new AnomalyDetector(settings).Detect(DailySeries.Complete("series", First, values));

    public static int[] Flags(SeriesDetection detection) => [.. detection.Days.Select(d => d.Flag)];

    private static double[] Make(int seed, int days, bool isIdle, bool hasFees)
    {
        var random = new Random(seed);
        var weekend = 0.3 + (0.7 * random.NextDouble());
        var noise = 0.2 * random.NextDouble();
        var values = new double[days];
        var level = 50d;
        for (var day = 0; day < days; day++)
        {
            level *= random.NextDouble() < 0.01 ? 0.5 + random.NextDouble() : 1;
            var spike = random.NextDouble() < 0.02 ? 3 * random.NextDouble() : 1;
            var weekday = day % 7 > 4 ? weekend : 1;
            var fee = hasFees && First.AddDays(day).Day == 1 ? 40 : 0;
            var cost = level * weekday * spike * (1 + (noise * (random.NextDouble() - 0.5)));
            values[day] = isIdle && random.NextDouble() < 0.5 ? 0 : cost + fee;
        }

        return values;
    }
}
