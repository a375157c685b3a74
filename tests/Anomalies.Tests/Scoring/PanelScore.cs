namespace Outlay.Anomalies.Scoring;

/// <summary>The first day of an alert and its sign.</summary>
public readonly record struct AlertStart(int Day, int Sign);

/// <summary>What a detector says of one series: its alerts, and the expected cost that impact is measured against.</summary>
public sealed record SeriesAnswer(IReadOnlyList<AlertStart> Alerts, double[] Expected)
{
    /// <summary>Flags of one sign with gaps of at most two days are one alert.</summary>
    public static SeriesAnswer FromFlags(int[] flags, double[] expected)
    {
        var alerts = new List<AlertStart>();
        Dictionary<int, int> last = new() { [1] = -100, [-1] = -100 };
        for (var day = 0; day < flags.Length; day++)
        {
            if (flags[day] == 0)
            {
                continue;
            }

            if (day - last[flags[day]] > 3)
            {
                alerts.Add(new(day, flags[day]));
            }

            last[flags[day]] = day;
        }

        return new(alerts, expected);
    }
}

/// <summary>How well alerts meet the labels of a panel.</summary>
public sealed record PanelScore(
    double Precision,
    double Recall,
    double FalsePerSeriesYear,
    double DelayDays,
    double MoneyRecall,
    double ImpactError
)
{
    public double F1 => 2 * Precision * Recall / (Precision + Recall);

    public static PanelScore Of(CostPanel panel, Func<LabelledSeries, SeriesAnswer> detector)
    {
        var tally = new Tally();
        var days = 0;
        foreach (var series in panel.Series)
        {
            tally.Add(series, detector(series), panel.Warmup);
            days += series.Values.Length - panel.Warmup;
        }

        return new(
            tally.Hits / (double)Math.Max(1, tally.Hits + tally.False),
            tally.Hits / (double)tally.Labels,
            tally.False / (days / 365.0),
            tally.Delays.DefaultIfEmpty().Average(),
            tally.HitMoney / tally.Money,
            tally.Errors.Count == 0
                ? double.NaN
                : tally.Errors.Order().ElementAt(tally.Errors.Count / 2)
        );
    }

    private sealed class Tally
    {
        public int Hits { get; private set; }
        public int False { get; private set; }
        public int Labels { get; private set; }
        public double Money { get; private set; }
        public double HitMoney { get; private set; }
        public List<double> Delays { get; } = [];
        public List<double> Errors { get; } = [];

        public void Add(LabelledSeries series, SeriesAnswer answer, int warmup)
        {
            var alerts = answer.Alerts.Where(a => a.Day >= warmup).ToList();
            foreach (var label in series.Labels)
            {
                Labels++;
                Money += Math.Abs(label.Impact);
                var hits = alerts.Where(a => IsHit(a, label)).ToList();
                if (hits.Count == 0)
                {
                    continue;
                }

                Hits++;
                HitMoney += Math.Abs(label.Impact);
                Delays.Add(hits[0].Day - label.Start);
                Errors.Add(ImpactError(series, answer, label));
            }

            False += alerts.Count(a => !series.Labels.Any(l => IsHit(a, l) || IsAftermath(a, l)));
        }

        private static double ImpactError(LabelledSeries series, SeriesAnswer answer, Label label)
        {
            var impact = 0d;
            for (var day = label.Start; day <= label.End; day++)
            {
                impact += series.Values[day] - answer.Expected[day];
            }

            return Math.Abs(Math.Abs(impact) - Math.Abs(label.Impact)) / Math.Abs(label.Impact);
        }

        private static bool IsHit(AlertStart alert, Label label) =>
            label.Start <= alert.Day && alert.Day <= label.End && alert.Sign == label.Sign;

        private static bool IsAftermath(AlertStart alert, Label label) =>
            alert.Day > label.End && alert.Day <= label.End + (IsLasting(label) ? 7 : 3);

        private static bool IsLasting(Label label) =>
            label.Type is "ramp" || label.Type.StartsWith("shift", StringComparison.Ordinal);
    }
}
