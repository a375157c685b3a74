using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Outlay.Alerts;
using Outlay.Connections.Sources;
using Outlay.Connections.Syncs;
using Outlay.Focus.Conformance;
using Outlay.Ingest.Connect;
using Outlay.Ingest.Formats;
using Outlay.Ingest.Ledger;
using Outlay.Ingest.Mapping;
using Outlay.Ingest.Runs;
using Outlay.Lake;
using Outlay.State;
using Quartz;

namespace Outlay.Connections;

/// <summary>Registers imports, connections and syncs as faces see them.</summary>
public static class ConnectionsModule
{
    private const string SecretPurpose = "Outlay.Connections.Secrets";

    /// <summary>Adds the façade.</summary>
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.AddSingleton<ImportQueue>();
        services.AddSingleton<EndedRuns>();
        services.AddSingleton<UploadFolder>();
        services.AddSingleton<ConformanceCheck>();
        services.AddSingleton<LoadDetails>();
        services.AddSingleton(s => new Imports(
            s.GetRequiredService<ImportLedger>(),
            s.GetRequiredService<IImportRunner>(),
            s.GetRequiredService<ILakeCatalog>(),
            s.GetRequiredService<IConformanceChecker>(),
            s.GetRequiredService<ImportQueue>(),
            s.GetRequiredService<UploadFolder>(),
            s.GetRequiredService<LoadDetails>(),
            s.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton(s => new ColumnMapping(
            s.GetRequiredService<ILakeEngine>(),
            s.GetRequiredService<ExportFormats>(),
            s.GetRequiredService<ColumnMaps>()
        ));
        return services;
    }

    /// <summary>Adds connections and their syncs; connectors register themselves, and data protection is the host's.</summary>
    public static IServiceCollection AddSources(this IServiceCollection services)
    {
        services.AddOptions<SyncOptions>();
        services.AddSingleton(new StateModule(typeof(ConnectionsModule).Assembly));
        services.AddSingleton<IConnector, FolderConnector>();
        services.AddSingleton(s => new Connectors(s.GetServices<IConnector>()));
        services.AddSingleton(s => new ConnectionStore(
            s.GetRequiredService<StateDatabase>(),
            new SecretBox(s.GetRequiredService<IDataProtectionProvider>(), SecretPurpose),
            s.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<SyncLedger>();
        services.AddSingleton<IAlertSource, SyncAlerts>();
        services.AddSingleton<SyncQueue>();
        services.AddSingleton<LandingFolder>();
        services.AddSingleton<Retrying>();
        services.AddSingleton<DeliveryFetch>();
        services.AddSingleton<PeriodImport>();
        services.AddSingleton<SyncRunner>();
        services.AddSingleton(s => new ConnectionBook(
            s.GetRequiredService<ConnectionStore>(),
            s.GetRequiredService<SyncLedger>(),
            s.GetRequiredService<LandingFolder>(),
            s.GetRequiredService<ILakeCatalog>(),
            s.GetRequiredService<Connectors>()
        ));
        services.AddSingleton(s => new SyncBook(
            s.GetRequiredService<ConnectionStore>(),
            s.GetRequiredService<SyncLedger>(),
            s.GetRequiredService<SyncRunner>(),
            s.GetRequiredService<SyncQueue>(),
            s.GetRequiredService<TimeProvider>()
        ));
        return services;
    }

    /// <summary>Adds the workers that run queued imports and check what they brought in; for the server.</summary>
    public static IServiceCollection AddImportWorker(this IServiceCollection services) =>
        services.AddHostedService<ImportWorker>().AddHostedService<ConformanceWorker>();

    /// <summary>Adds the workers that run syncs and keep their schedule; for the server.</summary>
    public static IServiceCollection AddSyncWorker(
        this IServiceCollection services,
        DataFolder folder
    )
    {
        services.AddQuartz(quartz =>
            quartz.UsePersistentStore(store =>
                store
                    .UseSqlite(
                        new SqliteConnectionStringBuilder
                        {
                            DataSource = folder.ScheduleFile,
                        }.ToString()
                    )
                    .ProvisionSchema()
            )
        );
        return services
            .AddQuartzHostedService()
            .AddHostedService<SyncWorker>()
            .AddHostedService<ScheduleKeeper>();
    }
}
