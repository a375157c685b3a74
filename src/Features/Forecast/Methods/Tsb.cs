namespace Outlay.Forecast.Methods;

/// <summary>
/// Demand that may die out (Teunter, Syntetos and Babai, European Journal of Operational Research 214, 2011): the chance of demand is
/// smoothed at every step, its size at each demand. No intervals.
/// </summary>
/// <param name="alpha">The smoothing of the size, 0 to 1.</param>
/// <param name="beta">The smoothing of the chance, 0 to 1.</param>
public sealed class Tsb(double alpha = 0.1, double beta = 0.1) : IForecastMethod
{
    /// <inheritdoc/>
    public string Name => "TSB";

    /// <inheritdoc/>
    public Prediction Fit(TimeSeries series, int horizon, IReadOnlyList<double> levels)
    {
        var demands = 0;
        var size = 0.0;
        foreach (var value in series.Values)
        {
            if (value != 0)
            {
                size = demands == 0 ? value : size;
                demands++;
            }
        }

        var chance = demands / (double)series.Length;
        foreach (var value in series.Values)
        {
            chance += beta * ((value != 0 ? 1 : 0) - chance);
            if (value != 0)
            {
                size += alpha * (value - size);
            }
        }

        return Prediction.WithoutBands([.. Enumerable.Repeat(chance * size, horizon)]);
    }
}
