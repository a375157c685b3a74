namespace Outlay.Forecast;

/// <summary>A central interval that should hold the stated share of outcomes.</summary>
/// <param name="Level">The share, between 0 and 1: 0.8 for the 80 % interval.</param>
/// <param name="Lower">Lower bounds, one per step ahead.</param>
/// <param name="Upper">Upper bounds, one per step ahead.</param>
public sealed record Band(double Level, IReadOnlyList<double> Lower, IReadOnlyList<double> Upper)
{
    internal static Band Around(double level, double quantile, double[] mean, double[] error) =>
        new(
            level,
            [.. mean.Zip(error, (m, e) => m - (quantile * e))],
            [.. mean.Zip(error, (m, e) => m + (quantile * e))]
        );
}

/// <summary>Point forecasts for steps 1..h with their intervals, in the unit of the series.</summary>
/// <param name="Mean">Point forecasts, one per step.</param>
/// <param name="Bands">Intervals in the order they were asked for; empty when the method has none.</param>
public sealed record Prediction(IReadOnlyList<double> Mean, IReadOnlyList<Band> Bands)
{
    internal static Prediction Normal(
        double[] mean,
        double[] error,
        IReadOnlyList<double> levels
    ) =>
        new(
            mean,
            [.. levels.Select(l => Band.Around(l, Distributions.Normal.TwoSided(l), mean, error))]
        );

    internal static Prediction WithoutBands(double[] mean) => new(mean, []);
}
