using Microsoft.Extensions.DependencyInjection;

namespace Outlay.Connectors.Gcp;

/// <summary>Registers what Outlay knows of Google Cloud.</summary>
public static class GcpModule
{
    /// <summary>Adds the provider's own export formats.</summary>
    public static IServiceCollection AddGcp(this IServiceCollection services) => services;
}
