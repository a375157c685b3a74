using Microsoft.Extensions.DependencyInjection;
using Outlay.Connectors.Oci.CostReport;
using Outlay.Ingest.Formats;

namespace Outlay.Connectors.Oci;

/// <summary>Registers what Outlay knows of Oracle Cloud.</summary>
public static class OciModule
{
    /// <summary>Adds Oracle Cloud's own export formats.</summary>
    public static IServiceCollection AddOci(this IServiceCollection services) =>
        services
            .AddSingleton(
                new ReferenceTable(
                    "oci-services",
                    typeof(CostReportFormat),
                    "services.csv",
                    new DateOnly(2026, 11, 1)
                )
            )
            .AddSingleton<IExportFormat, CostReportFormat>();
}
