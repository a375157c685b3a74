using Microsoft.Extensions.DependencyInjection;

namespace Outlay.State;

/// <summary>Registers the state database.</summary>
public static class StateServices
{
    /// <summary>Adds the data folder and the database in it.</summary>
    public static IServiceCollection AddState(this IServiceCollection services, DataFolder folder)
    {
        services.AddSingleton(folder);
        services.AddSingleton<StateDatabase>();
        return services;
    }
}
