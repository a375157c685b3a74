namespace Outlay.Anomalies.Detection;

/// <summary>How a weekday stands to its week: the median, over its last eight, of the day to the mean of the seven days that end with it.</summary>
internal sealed class WeekdayLayer
{
    private const int Week = 7;
    private const int Kept = 8;
    private readonly double[] _ratios;
    private readonly double[] _medians = [1, 1, 1, 1, 1, 1, 1];
    private double _mean = 1;

    public WeekdayLayer(int days) => _ratios = new double[days];

    public double this[DateOnly date] => _medians[(int)date.DayOfWeek] / _mean;

    public void Clear()
    {
        Array.Fill(_medians, 1);
        _mean = 1;
    }

    /// <summary>Learns day <paramref name="at"/> of cleaned cost; <paramref name="origin"/> is the first day that counts.</summary>
    public void Learn(ReadOnlySpan<double> clean, int at, int origin, DateOnly date)
    {
        if (at - Week + 1 < origin)
        {
            return;
        }

        var mean = 0d;
        for (var back = 0; back < Week; back++)
        {
            mean += clean[at - back];
        }

        mean /= Week;
        _ratios[at] = mean > 0 ? clean[at] / mean : 1;

        Span<double> last = stackalloc double[Kept];
        var count = 0;
        for (var day = at; day - Week + 1 >= origin && count < Kept; day -= Week)
        {
            last[count++] = _ratios[day];
        }

        var weekday = (int)date.DayOfWeek;
        _medians[weekday] = Median.Of(last[..count]);
        _mean = Math.Max(Mean(), 1e-9);
    }

    private double Mean()
    {
        var sum = 0d;
        foreach (var median in _medians)
        {
            sum += median;
        }

        return sum / Week;
    }
}
