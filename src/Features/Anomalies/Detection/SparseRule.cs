namespace Outlay.Anomalies.Detection;

/// <summary>Series that are mostly zero have no level: a day stands against the median log of the days with cost.</summary>
internal static class SparseRule
{
    private const int FewestDays = 5;

    /// <summary>What a day with cost is expected to cost, and how far off it is.</summary>
    internal readonly record struct Judgement(
        double Expected,
        double Upper,
        double Score,
        bool IsFlagged
    );

    /// <summary>Absent when there are too few days with cost to compare with.</summary>
    public static Judgement? Judge(
        ReadOnlySpan<double> values,
        int at,
        int origin,
        DetectionSettings settings
    )
    {
        Span<double> logs = stackalloc double[settings.SparseDays];
        var count = 0;
        for (var day = Math.Max(origin, at - settings.SparseDays); day < at; day++)
        {
            if (values[day] > 0)
            {
                logs[count++] = Math.Log(values[day]);
            }
        }

        if (count < FewestDays)
        {
            return null;
        }

        logs = logs[..count];
        var median = Median.Of(logs);
        foreach (ref var log in logs)
        {
            log = Math.Abs(log - median);
        }

        var scale = Math.Max(1.4826 * Median.Of(logs), settings.SparseMinimumScale);
        var expected = Math.Exp(median);
        var upper = Math.Max(
            Math.Exp(median + (settings.SparseSensitivity * scale)),
            settings.SparseFactor * expected
        );
        var score = values[at] > 0 ? (Math.Log(values[at]) - median) / scale : 0;
        return new(expected, upper, score, values[at] > upper);
    }
}
