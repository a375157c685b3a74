namespace Outlay.Anomalies.Scoring;

/// <summary>Cheap rules in use elsewhere, for comparison alone.</summary>
public static class Baselines
{
    /// <summary>OptScale: more than 30 % over the mean of the last seven days.</summary>
    public static SeriesAnswer OptScale(LabelledSeries series) =>
        Rule(series, 7, (value, mean, _) => value > 1.3 * mean);

    /// <summary>More than 30 % over the mean of the last thirty days.</summary>
    public static SeriesAnswer Mean30(LabelledSeries series) =>
        Rule(series, 30, (value, mean, _) => value > 1.3 * mean);

    /// <summary>SundaySky: 25 % and two standard deviations and ten units of money off the mean of thirty days.</summary>
    public static SeriesAnswer ThreeGates(LabelledSeries series) =>
        Rule(
            series,
            30,
            (value, mean, deviation) =>
                Math.Abs(value - mean) > 0.25 * mean
                && Math.Abs(value - mean) > 2 * deviation
                && Math.Abs(value - mean) > 10
        );

    /// <summary>Three standard deviations off the mean of thirty days.</summary>
    public static SeriesAnswer RollingZ(LabelledSeries series) =>
        Rule(series, 30, (value, mean, deviation) => Math.Abs(value - mean) > 3 * deviation);

    private static SeriesAnswer Rule(
        LabelledSeries series,
        int window,
        Func<double, double, double, bool> isOff
    )
    {
        var values = series.Values;
        var flags = new int[values.Length];
        var expected = (double[])values.Clone();
        for (var day = window; day < values.Length; day++)
        {
            var last = values.AsSpan(day - window, window).ToArray();
            var mean = last.Average();
            var deviation = Math.Sqrt(last.Sum(v => (v - mean) * (v - mean)) / window);
            expected[day] = mean;
            flags[day] = isOff(values[day], mean, deviation) ? Math.Sign(values[day] - mean) : 0;
        }

        return SeriesAnswer.FromFlags(flags, expected);
    }
}
