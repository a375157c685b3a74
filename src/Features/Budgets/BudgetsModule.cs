using Microsoft.Extensions.DependencyInjection;
using Outlay.Alerts;
using Outlay.Forecast.Outlook;
using Outlay.Query;
using Outlay.State;

namespace Outlay.Budgets;

/// <summary>Composes budgets.</summary>
public static class BudgetsModule
{
    /// <summary>Adds budgets and their alerts. Needs state, alerts, a query engine, outlooks and a clock.</summary>
    public static IServiceCollection AddBudgets(this IServiceCollection services)
    {
        services.AddSingleton(new StateModule(typeof(BudgetsModule).Assembly));
        services.AddSingleton<BudgetStore>();
        services.AddSingleton(s => new BudgetBook(
            s.GetRequiredService<BudgetStore>(),
            s.GetRequiredService<AlertSignal>(),
            s.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton(s => new BudgetQueries(
            s.GetRequiredService<BudgetStore>(),
            s.GetRequiredService<IQueryEngine>(),
            s.GetRequiredService<CostOutlooks>()
        ));
        services.AddSingleton<IAlertSource, BudgetAlerts>();
        return services;
    }
}
