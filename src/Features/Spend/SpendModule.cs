using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Outlay.Query;
using Outlay.Spend.Export;
using Outlay.Spend.Overview;
using Outlay.Spend.Rates;
using Outlay.Spend.Views;
using Outlay.State;

namespace Outlay.Spend;

/// <summary>Composes the reading of cost.</summary>
public static class SpendModule
{
    /// <summary>Registers reports, exports and saved views. Needs state, a query engine and a clock.</summary>
    public static IServiceCollection AddSpend(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SpendQueries>();
        services.AddSingleton<OverviewQueries>();
        services.AddSingleton<CostTableExport>();
        services.AddSingleton<ChargeExport>();
        services.AddSingleton<SavedViews>();
        services.AddSingleton<ExchangeRates>();
        services.Replace(
            ServiceDescriptor.Singleton<IExchangeRates>(s => s.GetRequiredService<ExchangeRates>())
        );
        services.AddSingleton(new StateModule(typeof(SpendModule).Assembly));
        return services;
    }
}
