using Outlay.Forecast.Methods;
using Outlay.Forecast.Methods.Smoothing;

namespace Outlay.Forecast.Calendar;

/// <summary>
/// The mean of simple smoothing, the damped trend and DOTM on a base without season: three that err differently. The searches are
/// short; a base is flat enough that more evaluations change nothing that shows.
/// </summary>
internal static class FastCore
{
    private const int Longest = 400;
    private const int SimpleEvaluations = 30;
    private const int DampedEvaluations = 70;
    private const int ShortestForTrend = 21;

    public static double[] Forecast(double[] level, int horizon)
    {
        var recent = level.Length > Longest ? level[^Longest..] : level;
        var series = new TimeSeries(recent, 1);
        var simple = Smooth(EtsForm.ANN, series, SimpleEvaluations, horizon);
        if (recent.Length < ShortestForTrend)
        {
            return [.. simple];
        }

        var damped = Smooth(EtsForm.AAdN, series, DampedEvaluations, horizon);
        var line = new ThetaLine(recent, dynamic: true);
        var theta = line.Forecast(line.Best(), horizon);
        return [.. theta.Select((f, h) => (f + simple[h] + damped[h]) / 3)];
    }

    private static IReadOnlyList<double> Smooth(
        EtsForm form,
        TimeSeries series,
        int evaluations,
        int horizon
    )
    {
        var (smoothing, start) = EtsSearch.Additive(form, series, 1, evaluations, 1e-5, 0);
        return EtsFit.Given(form, smoothing, start, series).Forecast(horizon, []).Mean;
    }
}
