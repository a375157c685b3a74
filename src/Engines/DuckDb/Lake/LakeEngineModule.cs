using Microsoft.Extensions.DependencyInjection;
using Outlay.Lake;

namespace Outlay.Engines.DuckDb.Lake;

/// <summary>Registers the engine side of imports.</summary>
public static class LakeEngineModule
{
    /// <summary>Adds the engine that writes the lake.</summary>
    public static IServiceCollection AddDuckDbLake(this IServiceCollection services)
    {
        services.AddOptions<LakeEngineOptions>();
        services.AddSingleton<ILakeEngine, DuckDbLakeEngine>();
        return services;
    }
}
