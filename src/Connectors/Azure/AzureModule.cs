using Microsoft.Extensions.DependencyInjection;

namespace Outlay.Connectors.Azure;

/// <summary>Registers what Outlay knows of Microsoft Azure.</summary>
public static class AzureModule
{
    /// <summary>Adds the provider's own export formats.</summary>
    public static IServiceCollection AddAzure(this IServiceCollection services) => services;
}
