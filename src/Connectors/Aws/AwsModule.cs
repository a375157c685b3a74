using Microsoft.Extensions.DependencyInjection;
using Outlay.Connectors.Aws.CostExplorer;
using Outlay.Connectors.Aws.Cur;
using Outlay.Connectors.Aws.Exports;
using Outlay.Connectors.Aws.Inventory;
using Outlay.Ingest.Connect;
using Outlay.Ingest.Formats;
using Outlay.Inventory;

namespace Outlay.Connectors.Aws;

/// <summary>Registers what Outlay knows of Amazon Web Services.</summary>
public static class AwsModule
{
    /// <summary>Adds AWS's own export formats and the ways to them.</summary>
    public static IServiceCollection AddAws(this IServiceCollection services) =>
        services
            .AddSingleton(
                new ReferenceTable(
                    "aws-services",
                    typeof(CurFormat),
                    "services.csv",
                    new DateOnly(2026, 11, 1)
                )
            )
            .AddSingleton<IExportFormat, CurFormat>()
            .AddSingleton<IConnector, AwsExportConnector>()
            .AddSingleton<IConnector, CostExplorerConnector>()
            .AddSingleton<IInventoryCollector, AwsInventoryCollector>();
}
