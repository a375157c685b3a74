using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Outlay.State;

namespace Outlay.Lake;

/// <summary>Registers the lake.</summary>
public static class LakeModule
{
    /// <summary>Adds the catalog and the publisher of loads.</summary>
    public static IServiceCollection AddLake(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new StateModule(typeof(LakeModule).Assembly));
        services.AddSingleton<ILakeCatalog, LakeCatalog>();
        services.AddSingleton<ILoadPublisher, LoadPublisher>();
        return services;
    }
}
