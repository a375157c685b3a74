using Outlay.Forecast.Choices;
using Outlay.Kernel;

namespace Outlay.Forecast.Outlook;

/// <summary>What everything and each cloud will cost.</summary>
/// <param name="Total">The outlook of everything.</param>
/// <param name="Scenario">The same with what is planned; null without plans.</param>
/// <param name="Rows">Periods, the nearest first.</param>
/// <param name="Choice">How the method was chosen; null when it was not yet.</param>
public sealed record CloudForecast(
    CostOutlook Total,
    CostOutlook? Scenario,
    IReadOnlyList<ForecastRow> Rows,
    ForecastChoice? Choice
);

/// <summary>A period.</summary>
/// <param name="Period">Its days.</param>
/// <param name="Own">The forecast of everything by itself.</param>
/// <param name="Mid">What it will come to: the sum of the clouds, to the cent.</param>
/// <param name="Clouds">What each cloud will come to; empty when they cannot be forecast one by one.</param>
public sealed record ForecastRow(
    DateRange Period,
    PeriodOutlook Own,
    decimal Mid,
    IReadOnlyList<(string? Name, decimal Mid)> Clouds
)
{
    /// <summary>Lower bound of the inner band.</summary>
    public decimal Low => Own.Low + Mid - Own.Mid;

    /// <summary>Upper bound of the inner band.</summary>
    public decimal High => Own.High + Mid - Own.Mid;
}
