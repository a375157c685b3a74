using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Outlay.Ingest.Formats;
using Outlay.Ingest.Ledger;
using Outlay.Ingest.Mapping;
using Outlay.Ingest.Runs;
using Outlay.State;

namespace Outlay.Ingest;

/// <summary>Registers imports.</summary>
public static class IngestModule
{
    /// <summary>Adds the ledger and the runner; formats and the engine register themselves.</summary>
    public static IServiceCollection AddIngest(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<IngestOptions>();
        services.AddSingleton(new StateModule(typeof(IngestModule).Assembly));
        services.AddSingleton<ImportLedger>();
        services.AddSingleton<ConformanceLedger>();
        services.AddSingleton<SourceTotalsCache>();
        services.AddSingleton<ColumnMaps>();
        services.AddSingleton<ReferenceData>();
        services.AddSingleton<ExportFormats>();
        services.AddSingleton<BadRowPolicy>();
        services.AddSingleton<FileReader>();
        services.AddSingleton<DeliveryCheck>();
        services.AddSingleton<DeliveryLoader>();
        services.AddSingleton<IImportRunner, ImportRunner>();
        return services;
    }
}
