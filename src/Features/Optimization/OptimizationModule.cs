using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Outlay.Alerts;
using Outlay.Inventory;
using Outlay.Inventory.Snapshots;
using Outlay.Optimization.Analysis;
using Outlay.Optimization.Findings;
using Outlay.Optimization.Prices.Lists;
using Outlay.Optimization.Scans;
using Outlay.Query;
using Outlay.Query.Bill;
using Outlay.State;

namespace Outlay.Optimization;

/// <summary>Composes scans and optimization.</summary>
public static class OptimizationModule
{
    private const string SecretPurpose = "Outlay.Scans.Secrets";

    /// <summary>Adds scans, findings and their alerts. Needs state, alerts, an engine, data protection and a clock; collectors register themselves.</summary>
    public static IServiceCollection AddOptimization(this IServiceCollection services)
    {
        services.AddSingleton(new StateModule(typeof(OptimizationModule).Assembly));
        services.AddSingleton<SnapshotFolder>();
        services.AddSingleton(s => new Collectors(s.GetServices<IInventoryCollector>()));
        services.AddSingleton(s => new ScanSourceStore(
            s.GetRequiredService<StateDatabase>(),
            new SecretBox(s.GetRequiredService<IDataProtectionProvider>(), SecretPurpose),
            s.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<ScanLedger>();
        services.AddSingleton<ScanSignal>();
        services.AddSingleton<ScanRunner>();
        services.AddSingleton(s => new ScanBook(
            s.GetRequiredService<ScanSourceStore>(),
            s.GetRequiredService<ScanLedger>(),
            s.GetRequiredService<ScanRunner>(),
            s.GetRequiredService<ScanSignal>(),
            s.GetRequiredService<SnapshotFolder>(),
            s.GetRequiredService<Collectors>()
        ));
        services.AddSingleton<FindingStore>();
        services.AddSingleton<SavingLedger>();
        services.AddSingleton<SavingsCheck>();
        services.AddSingleton<AnalysisStore>();
        services.AddSingleton(s => new OptimizationAnalysis(
            s.GetRequiredService<IQueryEngine>(),
            s.GetRequiredService<IBillReader>(),
            s.GetRequiredService<ScanSourceStore>(),
            s.GetRequiredService<SnapshotFolder>(),
            s.GetRequiredService<FindingStore>(),
            s.GetRequiredService<AnalysisStore>(),
            s.GetRequiredService<SavingsCheck>(),
            s.GetRequiredService<PriceListStore>(),
            s.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<PriceListStore>();
        services.AddSingleton(s => new PriceLists(s.GetRequiredService<PriceListStore>()));
        services.AddSingleton(s => new FindingBook(
            s.GetRequiredService<FindingStore>(),
            s.GetRequiredService<SavingLedger>(),
            s.GetRequiredService<SavingsCheck>(),
            s.GetRequiredService<AnalysisStore>(),
            s.GetRequiredService<OptimizationAnalysis>(),
            s.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<IAlertSource, FindingAlerts>();
        return services;
    }

    /// <summary>Adds the worker that runs scans; for the server.</summary>
    public static IServiceCollection AddScanWorker(this IServiceCollection services) =>
        services.AddHostedService<ScanWorker>();
}
