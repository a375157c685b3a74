using Outlay.Forecast.Methods;

namespace Outlay.Forecast.Calendar;

/// <summary>
/// Series with cost on few days. Nobody knows which days come, so each gets the same rate and sums are right: the mean of the last
/// 120 days, or TSB when the days with cost become rare.
/// </summary>
internal static class SparseRate
{
    private const int Looked = 180;
    private const int Averaged = 120;
    private const double Zeros = 0.3;

    public static bool Suits(ReadOnlySpan<double> y)
    {
        var recent = y[Math.Max(0, y.Length - Looked)..];
        return recent.Count(0.0) > Zeros * recent.Length;
    }

    public static double[] Forecast(double[] y, int horizon)
    {
        var recent = y[Math.Max(0, y.Length - Averaged)..];
        var half = recent.Length / 2;
        var (early, late) = (Demands(recent.AsSpan(0, half)), Demands(recent.AsSpan(half)));
        var rate =
            2 * late < early
                ? new Tsb().Fit(new TimeSeries(recent, 1), 1, []).Mean[0]
                : recent.Average();
        return [.. Enumerable.Repeat(rate, horizon)];
    }

    private static int Demands(ReadOnlySpan<double> y) => y.Length - y.Count(0.0);
}
