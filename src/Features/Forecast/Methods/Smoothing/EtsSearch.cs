namespace Outlay.Forecast.Methods.Smoothing;

/// <summary>Finds smoothing parameters within the usual region: 0 &lt; beta &lt; alpha &lt; 1, 0 &lt; gamma &lt; 1 - alpha, 0.8 ≤ phi ≤ 0.98.</summary>
internal static class EtsSearch
{
    private const double Edge = 1e-4;
    private const double PhiLow = 0.8;
    private const double PhiHigh = 0.98;

    private static readonly double[][] Starts =
    [
        [0.5, 0.2, 0.1, 0.95],
        [0.15, 0.1, 0.1, 0.6],
        [0.85, 0.02, 0.3, 0.99],
    ];

    public static (EtsSmoothing, EtsState) Additive(
        EtsForm form,
        TimeSeries series,
        int starts,
        int evaluations,
        double tolerance = 1e-8,
        int rebuilds = 4
    )
    {
        var concentrated = new EtsStart(form, series);
        double[]? best = null;
        var value = double.PositiveInfinity;
        var n = Count(form);
        foreach (var start in Starts.Take(starts))
        {
            var (point, squares) = NelderMead.Minimise(
                p => concentrated.SumOfSquares(Smoothing(form, p)),
                [.. Pick(form, start)],
                [.. Enumerable.Repeat(0.1, n)],
                new double[n],
                [.. Enumerable.Repeat(1.0, n)],
                evaluations,
                tolerance,
                rebuilds
            );
            if (best is null || squares < value)
            {
                (best, value) = (point, squares);
            }
        }

        var smoothing = Smoothing(form, best!);
        return (smoothing, concentrated.Best(smoothing));
    }

    /// <summary>Shares of the allowed ranges, each in 0..1, in the order alpha, beta, gamma, phi as far as the form has them.</summary>
    internal static EtsSmoothing Smoothing(EtsForm form, double[] shares)
    {
        var at = 0;
        var alpha = Edge + ((1 - (2 * Edge)) * shares[at++]);
        var beta = form.HasTrend() ? Within(Edge, alpha, shares[at++]) : 0;
        var gamma = form.HasSeason() ? Within(Edge, 1 - alpha, shares[at++]) : 0;
        var phi = form.IsDamped() ? Within(PhiLow, PhiHigh, shares[at]) : 1;
        return new EtsSmoothing(alpha, beta, gamma, phi);
    }

    internal static int Count(EtsForm form) =>
        1 + (form.HasTrend() ? 1 : 0) + (form.HasSeason() ? 1 : 0) + (form.IsDamped() ? 1 : 0);

    private static IEnumerable<double> Pick(EtsForm form, double[] start)
    {
        yield return start[0];
        if (form.HasTrend())
        {
            yield return start[1];
        }

        if (form.HasSeason())
        {
            yield return start[2];
        }

        if (form.IsDamped())
        {
            yield return start[3];
        }
    }

    private static double Within(double low, double high, double share) =>
        low + ((Math.Max(low, high) - low) * share);
}
