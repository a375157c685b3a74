using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Outlay.Query;
using Outlay.Query.Bill;

namespace Outlay.Engines.DuckDb.Query;

/// <summary>Registers the engine that answers queries.</summary>
public static class DuckDbModule
{
    /// <summary>Adds the embedded query engine over the lake's catalog.</summary>
    public static IServiceCollection AddDuckDb(
        this IServiceCollection services,
        Action<DuckDbOptions>? configure = null
    )
    {
        services.AddOptions<DuckDbOptions>();
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IExchangeRates, NoExchangeRates>();
        services.AddSingleton<QueryRunner>();
        services.AddSingleton<IQueryEngine, DuckDbQueryEngine>();
        services.AddSingleton<IBillReader, DuckDbBillReader>();
        return services;
    }
}
