using Outlay.Query;

namespace Outlay.Forecast.Outlook;

/// <summary>A forecast as JSON, the same from the REST API, MCP and the command line.</summary>
/// <param name="Scope">Filter, switches, metric and currency in URL form.</param>
/// <param name="Metric">Which cost.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="CompleteThrough">The last day whose cost is complete; what follows is forecast.</param>
/// <param name="Method">How the days are forecast.</param>
/// <param name="Record">How good the method was on the scope's own past; null while it is being tried.</param>
/// <param name="Periods">This month, the next one, this quarter and this year.</param>
/// <param name="Days">The days to come, through the end of the next month.</param>
public sealed record ForecastDocument(
    string Scope,
    string Metric,
    string Currency,
    DateOnly CompleteThrough,
    string Method,
    ForecastRecordDocument? Record,
    IReadOnlyList<ForecastPeriodDocument> Periods,
    IReadOnlyList<ForecastDayDocument> Days
)
{
    /// <summary>The document of a forecast.</summary>
    /// <param name="scope">What was asked.</param>
    /// <param name="forecast">The answer.</param>
    public static ForecastDocument Of(CostQuery scope, CloudForecast forecast)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(forecast);
        var shown = forecast.Rows[1].Period.Last;
        return new(
            CostQueryUrl.Format(scope),
            CostWords.Metrics.Of(scope.Metric),
            forecast.Total.History.Currency.Code,
            forecast.Total.History.Last,
            forecast.Total.Method,
            forecast.Choice is { } choice
                ? new(choice.MadeOn, choice.Months.Count, choice.Hits, choice.Coverage80)
                : null,
            [.. forecast.Rows.Select(ForecastPeriodDocument.Of)],
            [
                .. forecast
                    .Total.Days.Where(d => d.Day <= shown)
                    .Select(d => new ForecastDayDocument(
                        d.Day,
                        Cents(d.Mid),
                        Cents(d.Low),
                        Cents(d.High)
                    )),
            ]
        );
    }

    internal static decimal Cents(decimal amount) => decimal.Round(amount, 2);
}

/// <summary>How good forecasts of a scope were.</summary>
/// <param name="On">The day of the trial.</param>
/// <param name="Months">Whole months that were forecast on their eve.</param>
/// <param name="WithinFourPercent">How many of them came within four percent.</param>
/// <param name="Coverage80">Share of days within the 80 % band.</param>
public sealed record ForecastRecordDocument(
    DateOnly On,
    int Months,
    int WithinFourPercent,
    double Coverage80
);

/// <summary>What a period will come to.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Actual">What its complete days cost.</param>
/// <param name="Forecast">What it will come to.</param>
/// <param name="Low">Lower bound of the 80 % range.</param>
/// <param name="High">Upper bound of the 80 % range.</param>
/// <param name="Clouds">What each cloud will come to; they add up to the forecast. Empty when there are too many or too few days.</param>
public sealed record ForecastPeriodDocument(
    DateOnly From,
    DateOnly To,
    decimal Actual,
    decimal Forecast,
    decimal Low,
    decimal High,
    IReadOnlyList<ForecastCloudDocument> Clouds
)
{
    internal static ForecastPeriodDocument Of(ForecastRow row) =>
        new(
            row.Period.From,
            row.Period.Last,
            row.Own.Actual,
            ForecastDocument.Cents(row.Mid),
            ForecastDocument.Cents(row.Low),
            ForecastDocument.Cents(row.High),
            [.. row.Clouds.Select(c => new ForecastCloudDocument(c.Name, c.Mid))]
        );
}

/// <summary>What a cloud will come to.</summary>
/// <param name="Cloud">Its name; null for charges without one.</param>
/// <param name="Forecast">The amount.</param>
public sealed record ForecastCloudDocument(string? Cloud, decimal Forecast);

/// <summary>The forecast of a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Forecast">The amount.</param>
/// <param name="Low">Lower bound of the 80 % range.</param>
/// <param name="High">Upper bound of the 80 % range.</param>
public sealed record ForecastDayDocument(DateOnly Day, decimal Forecast, decimal Low, decimal High);
