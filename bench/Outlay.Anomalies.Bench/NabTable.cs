using Outlay.Anomalies.Scoring;
using Outlay.Testing;

namespace Outlay.Anomalies.Bench;

/// <summary>The simple detector of five-minute metrics on the benchmark files that are here.</summary>
internal static class NabTable
{
    public static void Print()
    {
        if (!SharedData.TryFind(out var data))
        {
            Console.WriteLine("The files of the Numenta Anomaly Benchmark are not here.");
            return;
        }

        var files = NabFile.Read(Path.Combine(data, "anomalies", "nab"));
        var windows = files.Sum(f => f.Windows.Count);
        Console.WriteLine($"NAB, {files.Count} files, {windows} windows   standard  low-FP");
        foreach (var threshold in (double[])[1.5, 1.75, 2, 2.77])
        {
            var standard = NabScore.Of(
                files,
                f => RecentMean.Detect(f, threshold),
                NabScore.Profile.Standard
            );
            var lowFalse = NabScore.Of(
                files,
                f => RecentMean.Detect(f, threshold),
                NabScore.Profile.LowFalse
            );
            Console.WriteLine($"recent mean, {threshold, -18}{standard, 8:F1}{lowFalse, 8:F1}");
        }
    }
}
