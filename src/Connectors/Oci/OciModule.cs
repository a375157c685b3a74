using Microsoft.Extensions.DependencyInjection;

namespace Outlay.Connectors.Oci;

/// <summary>Registers what Outlay knows of Oracle Cloud.</summary>
public static class OciModule
{
    /// <summary>Adds the provider's own export formats.</summary>
    public static IServiceCollection AddOci(this IServiceCollection services) => services;
}
