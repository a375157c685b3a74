using Microsoft.Extensions.DependencyInjection;
using Outlay.Focus.Conformance;
using Outlay.Ingest.Formats;
using Outlay.Ingest.Ledger;
using Outlay.Ingest.Mapping;
using Outlay.Ingest.Runs;
using Outlay.Lake;

namespace Outlay.Connections;

/// <summary>Registers imports as faces see them.</summary>
public static class ConnectionsModule
{
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

    /// <summary>Adds the workers that run queued imports and check what they brought in; for the server.</summary>
    public static IServiceCollection AddImportWorker(this IServiceCollection services) =>
        services.AddHostedService<ImportWorker>().AddHostedService<ConformanceWorker>();
}
