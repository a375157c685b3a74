using Microsoft.Extensions.DependencyInjection;
using Outlay.Forecast.Choices;
using Outlay.Forecast.Outlook;
using Outlay.State;

namespace Outlay.Forecast;

/// <summary>Composes forecasts of cost.</summary>
public static class ForecastModule
{
    /// <summary>Adds outlooks. Needs state, a query engine and a clock.</summary>
    public static IServiceCollection AddForecasts(this IServiceCollection services) =>
        services
            .AddSingleton(new StateModule(typeof(ForecastModule).Assembly))
            .AddSingleton(s => new ForecastChoices(s.GetRequiredService<StateDatabase>()))
            .AddSingleton<CostOutlooks>()
            .AddSingleton<CloudForecasts>();

    /// <summary>Adds the worker that chooses methods; for the server.</summary>
    public static IServiceCollection AddForecastWorker(this IServiceCollection services) =>
        services.AddHostedService<ForecastChoiceWorker>();
}
