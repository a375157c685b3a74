using Microsoft.Extensions.DependencyInjection;

namespace Outlay.Connectors.Aws;

/// <summary>Registers what Outlay knows of Amazon Web Services.</summary>
public static class AwsModule
{
    /// <summary>Adds the provider's own export formats.</summary>
    public static IServiceCollection AddAws(this IServiceCollection services) => services;
}
