namespace Outlay.Anomalies.Scoring;

/// <summary>The scoring of the Numenta Anomaly Benchmark (Lavin and Ahmad, 2015): early hits in a window earn most, false alarms cost.</summary>
public static class NabScore
{
    /// <summary>Weights of false and missed alarms.</summary>
    public readonly record struct Profile(double False, double Missed)
    {
        public static Profile Standard => new(0.11, 1);

        public static Profile LowFalse => new(0.22, 1);
    }

    /// <summary>Zero for silence, one hundred for perfection.</summary>
    public static double Of(
        IReadOnlyList<NabFile> files,
        Func<NabFile, IEnumerable<int>> detector,
        Profile profile
    )
    {
        var windows = files.Sum(file => file.Windows.Count);
        var score = files.Sum(file => Of(file, detector(file), profile));
        var silence = -profile.Missed * windows;
        return 100 * (score - silence) / (windows - silence);
    }

    private static double Of(NabFile file, IEnumerable<int> detections, Profile profile)
    {
        var best = new double?[file.Windows.Count];
        var score = 0d;
        foreach (var row in detections.Where(row => row >= file.Probation))
        {
            var window = file.Windows.ToList().FindIndex(w => w.Left <= row && row <= w.Right);
            if (window < 0)
            {
                score += profile.False * FalseAlarm(file, row);
                continue;
            }

            var (left, right) = file.Windows[window];
            var place = -(right - row + 1) / (double)(right - left + 1);
            best[window] = Math.Max(best[window] ?? double.MinValue, Sigmoid(place) / Sigmoid(-1));
        }

        return score + best.Sum(hit => hit ?? -profile.Missed);
    }

    private static double FalseAlarm(NabFile file, int row)
    {
        var previous = file.Windows.Where(w => w.Right < row).ToList();
        if (previous.Count == 0)
        {
            return -1;
        }

        var (left, right) = previous[^1];
        return Sigmoid((row - right) / (double)Math.Max(1, right - left));
    }

    private static double Sigmoid(double place) =>
        place > 3 ? -1 : (2 / (1 + Math.Exp(5 * place))) - 1;
}
