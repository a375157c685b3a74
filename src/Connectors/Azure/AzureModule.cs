using Microsoft.Extensions.DependencyInjection;
using Outlay.Connectors.Azure.CostDetails;
using Outlay.Connectors.Azure.Exports;
using Outlay.Connectors.Azure.Inventory;
using Outlay.Ingest.Connect;
using Outlay.Ingest.Formats;
using Outlay.Inventory;

namespace Outlay.Connectors.Azure;

/// <summary>Registers what Outlay knows of Microsoft Azure.</summary>
public static class AzureModule
{
    /// <summary>Adds Azure's own export formats.</summary>
    public static IServiceCollection AddAzure(this IServiceCollection services) =>
        services
            .AddSingleton(
                new ReferenceTable(
                    "azure-services",
                    typeof(CostDetailsFormat),
                    "services.csv",
                    new DateOnly(2026, 11, 1)
                )
            )
            .AddSingleton(
                new ReferenceTable(
                    "azure-regions",
                    typeof(CostDetailsFormat),
                    "regions.csv",
                    new DateOnly(2026, 11, 1)
                )
            )
            .AddSingleton<IExportFormat, CostDetailsFormat>()
            .AddSingleton<IConnector, AzureExportConnector>()
            .AddSingleton<IInventoryCollector, AzureInventoryCollector>();
}
