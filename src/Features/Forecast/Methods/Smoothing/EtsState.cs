namespace Outlay.Forecast.Methods.Smoothing;

/// <summary>How fast level (alpha), trend (beta) and season (gamma) follow the errors, and how the trend fades (phi, 1 for not at all).</summary>
public sealed record EtsSmoothing(double Alpha, double Beta, double Gamma, double Phi);

/// <summary>What the model knows after an observation.</summary>
/// <param name="Level">In the unit of the series.</param>
/// <param name="Trend">In the unit of the series per step.</param>
/// <param name="Season">One entry per step of the season, the newest first: additive in units, multiplicative as factors.</param>
public sealed record EtsState(double Level, double Trend, IReadOnlyList<double> Season);
