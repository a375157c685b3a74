using Microsoft.Extensions.DependencyInjection;
using Outlay.Connectors.Azure.CostDetails;
using Outlay.Connectors.Azure.Exports;
using Outlay.Ingest.Connect;
using Outlay.Ingest.Formats;

namespace Outlay.Connectors.Azure;

/// <summary>Registers what Outlay knows of Microsoft Azure.</summary>
public static class AzureModule
{
    /// <summary>Adds Azure's own export formats.</summary>
    public static IServiceCollection AddAzure(this IServiceCollection services) =>
        services
            .AddSingleton<IExportFormat, CostDetailsFormat>()
            .AddSingleton<IConnector, AzureExportConnector>();
}
