namespace Outlay.Forecast;

/// <summary>One way to forecast a series. Methods hold no state and may be used from many threads.</summary>
public interface IForecastMethod
{
    /// <summary>The name that reports show.</summary>
    string Name { get; }

    /// <summary>Fits the series and forecasts.</summary>
    /// <param name="series">What is known.</param>
    /// <param name="horizon">Steps ahead, at least 1.</param>
    /// <param name="levels">Interval levels between 0 and 1; may be empty.</param>
    Prediction Fit(TimeSeries series, int horizon, IReadOnlyList<double> levels);
}
