namespace Outlay.Anomalies.Scoring;

/// <summary>
/// The simplest detector that does well on five-minute metrics: the mean of the last twelve samples against mean and deviation of the two
/// thousand before, silent for 3 % of the file after each alarm.
/// </summary>
public static class RecentMean
{
    private const int Recent = 12;
    private const int History = 2_000;

    public static IEnumerable<int> Detect(NabFile file, double threshold)
    {
        var values = file.Values;
        var silence = values.Length * 3 / 100;
        var quietUntil = 0;
        var sums = new double[values.Length + 1];
        var squares = new double[values.Length + 1];
        for (var row = 0; row < values.Length; row++)
        {
            sums[row + 1] = sums[row] + values[row];
            squares[row + 1] = squares[row] + (values[row] * values[row]);
        }

        for (var row = file.Probation; row < values.Length; row++)
        {
            var end = row + 1 - Recent;
            var start = Math.Max(0, end - History);
            var count = end - start;
            var mean = (sums[end] - sums[start]) / count;
            var variance = ((squares[end] - squares[start]) / count) - (mean * mean);
            var deviation = Math.Sqrt(Math.Max(0, variance));
            var recent = (sums[row + 1] - sums[end]) / Recent;
            if (row >= quietUntil && Math.Abs(recent - mean) > threshold * deviation)
            {
                quietUntil = row + silence;
                yield return row;
            }
        }
    }
}
