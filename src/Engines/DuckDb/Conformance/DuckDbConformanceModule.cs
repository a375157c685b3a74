using Microsoft.Extensions.DependencyInjection;
using Outlay.Focus.Conformance;

namespace Outlay.Engines.DuckDb.Conformance;

/// <summary>Registers the conformance check.</summary>
public static class DuckDbConformanceModule
{
    /// <summary>Adds <see cref="IConformanceChecker"/>.</summary>
    public static IServiceCollection AddDuckDbConformance(
        this IServiceCollection services,
        Action<DuckDbConformanceOptions>? configure = null
    )
    {
        services.AddOptions<DuckDbConformanceOptions>().Configure(configure ?? (_ => { }));
        services.AddSingleton<IConformanceChecker, DuckDbConformanceChecker>();
        return services;
    }
}
