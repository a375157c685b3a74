using Microsoft.Extensions.DependencyInjection;
using Outlay.Ingest.Formats;

namespace Outlay.Connectors.MappedCsv;

/// <summary>Registers files whose columns a person has explained.</summary>
public static class MappedCsvModule
{
    /// <summary>Adds them; after all formats that know their files by themselves.</summary>
    public static IServiceCollection AddMappedCsv(this IServiceCollection services) =>
        services.AddSingleton<IExportFormat, MappedFormat>();
}
