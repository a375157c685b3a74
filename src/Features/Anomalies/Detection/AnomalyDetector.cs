namespace Outlay.Anomalies.Detection;

/// <summary>
/// The daily causal detector: what it says of a day rests on that day and the days before it alone. Level, weekdays and recurring charges of
/// calendar days make the expected cost; a point rule and a cumulative sum (Page, 1954) flag; a level that holds for days is accepted.
/// </summary>
/// <param name="settings">Its constants.</param>
public sealed class AnomalyDetector(DetectionSettings settings)
{
    /// <summary>Scores one series.</summary>
    /// <param name="series">Daily cost.</param>
    /// <returns>Every day with its verdict, and the alerts.</returns>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public SeriesDetection Detect(DailySeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        foreach (var value in series.Values.Span)
        {
            if (!double.IsFinite(value))
            {
                throw new ArgumentException(
                    $"The series {series.Key} holds a value that is not a number.",
                    nameof(series)
                );
            }
        }

        return new SeriesScorer(series, settings).Run();
    }

    /// <summary>Scores many series on all cores; results come in the order of the series.</summary>
    /// <param name="series">Daily cost of each.</param>
    /// <exception cref="AggregateException">A value is not finite.</exception>
    public IReadOnlyList<SeriesDetection> DetectAll(IReadOnlyList<DailySeries> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var results = new SeriesDetection[series.Count];
        Parallel.For(0, results.Length, i => results[i] = Detect(series[i]));
        return results;
    }
}
