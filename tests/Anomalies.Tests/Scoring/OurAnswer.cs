using Outlay.Anomalies.Detection;

namespace Outlay.Anomalies.Scoring;

/// <summary>The product's detector as the scorer of the panel asks for it.</summary>
public static class OurAnswer
{
    public static SeriesAnswer Of(CostPanel panel, LabelledSeries series, AnomalyDetector detector)
    {
        var detection = detector.Detect(
            DailySeries.Complete(series.Key, panel.First, series.Values)
        );
        return new(
            [
                .. detection.Alerts.Select(a => new AlertStart(
                    a.Start.DayNumber - panel.First.DayNumber,
                    a.Direction
                )),
            ],
            [.. detection.Days.Select(d => d.FrozenExpected ?? d.Actual)]
        );
    }

    /// <summary>The same flags, joined to alerts as those of the simple rules are.</summary>
    public static SeriesAnswer OfFlags(
        CostPanel panel,
        LabelledSeries series,
        AnomalyDetector detector
    )
    {
        var days = detector
            .Detect(DailySeries.Complete(series.Key, panel.First, series.Values))
            .Days;
        return SeriesAnswer.FromFlags(
            [.. days.Select(d => d.Flag)],
            [.. days.Select(d => d.FrozenExpected ?? d.Actual)]
        );
    }
}
