using Microsoft.Extensions.DependencyInjection;
using Outlay.Alerts;
using Outlay.Anomalies.Changes;
using Outlay.Anomalies.Watch;
using Outlay.Query;
using Outlay.State;

namespace Outlay.Anomalies;

/// <summary>Composes the watch for anomalies.</summary>
public static class AnomaliesModule
{
    /// <summary>Adds anomalies and their alerts. Needs state, alerts, a query engine and a clock.</summary>
    public static IServiceCollection AddAnomalies(this IServiceCollection services)
    {
        services.AddSingleton(new StateModule(typeof(AnomaliesModule).Assembly));
        services.AddSingleton<ChangeQueries>();
        services.AddSingleton<AnomalyStore>();
        services.AddSingleton<AnomalySeries>();
        services.AddSingleton<AnomalyCauses>();
        services.AddSingleton<PriceOrUsage>();
        services.AddSingleton<FirstSeenScan>();
        services.AddSingleton(s => new AnomalyScan(
            s.GetRequiredService<IQueryEngine>(),
            s.GetRequiredService<AnomalySeries>(),
            s.GetRequiredService<AnomalyCauses>(),
            s.GetRequiredService<PriceOrUsage>(),
            s.GetRequiredService<FirstSeenScan>(),
            s.GetRequiredService<AnomalyStore>(),
            s.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton(s => new AnomalyBook(
            s.GetRequiredService<AnomalyStore>(),
            s.GetRequiredService<AnomalySeries>(),
            s.GetRequiredService<IQueryEngine>(),
            s.GetRequiredService<AnomalyScan>(),
            s.GetRequiredService<AlertSignal>()
        ));
        services.AddSingleton<IAlertSource, AnomalyAlerts>();
        services.AddSingleton<IAlertSource, FirstSeenAlerts>();
        return services;
    }
}
