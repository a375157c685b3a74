namespace Outlay.Forecast.Methods;

/// <summary>
/// Demand that comes now and then (Croston, Operational Research Quarterly 23, 1972): size and waiting time smoothed at each demand,
/// their ratio is the rate. SBA takes off the bias of that ratio (Syntetos and Boylan 2005). No intervals.
/// </summary>
/// <param name="unbiased">SBA when true.</param>
/// <param name="alpha">The smoothing of both, 0 to 1.</param>
public sealed class Croston(bool unbiased = false, double alpha = 0.1) : IForecastMethod
{
    /// <inheritdoc/>
    public string Name => unbiased ? "SBA" : "Croston";

    /// <inheritdoc/>
    public Prediction Fit(TimeSeries series, int horizon, IReadOnlyList<double> levels)
    {
        var (size, wait, last) = (0.0, 0.0, -1);
        for (var t = 0; t < series.Length; t++)
        {
            if (series[t] == 0)
            {
                continue;
            }

            var gap = t - last;
            (size, wait) =
                wait == 0
                    ? (series[t], gap)
                    : (size + (alpha * (series[t] - size)), wait + (alpha * (gap - wait)));
            last = t;
        }

        var rate = wait == 0 ? 0 : size / wait * (unbiased ? 1 - (alpha / 2) : 1);
        return Prediction.WithoutBands([.. Enumerable.Repeat(rate, horizon)]);
    }
}
