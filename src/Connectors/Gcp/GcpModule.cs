using Microsoft.Extensions.DependencyInjection;
using Outlay.Connectors.Gcp.BigQuery;
using Outlay.Connectors.Gcp.BillingExport;
using Outlay.Connectors.Gcp.Inventory;
using Outlay.Connectors.Gcp.Storage;
using Outlay.Ingest.Connect;
using Outlay.Ingest.Formats;
using Outlay.Inventory;

namespace Outlay.Connectors.Gcp;

/// <summary>Registers what Outlay knows of Google Cloud.</summary>
public static class GcpModule
{
    /// <summary>Adds Google Cloud's own export formats, the ways to them and scans of its projects.</summary>
    public static IServiceCollection AddGcp(this IServiceCollection services) =>
        services
            .AddSingleton(
                new ReferenceTable(
                    "gcp-services",
                    typeof(BillingExportFormat),
                    "services.csv",
                    new DateOnly(2026, 11, 1)
                )
            )
            .AddSingleton<IExportFormat, BillingExportFormat>()
            .AddSingleton<IConnector, BigQueryConnector>()
            .AddSingleton<IConnector, GoogleStorageConnector>()
            .AddSingleton<IInventoryCollector, GcpInventoryCollector>();
}
