using Microsoft.Extensions.DependencyInjection;
using Outlay.Forecast.Outlook;

namespace Outlay.Forecast;

/// <summary>Composes forecasts of cost.</summary>
public static class ForecastModule
{
    /// <summary>Adds outlooks. Needs a query engine and a clock.</summary>
    public static IServiceCollection AddForecasts(this IServiceCollection services) =>
        services.AddSingleton<CostOutlooks>();
}
