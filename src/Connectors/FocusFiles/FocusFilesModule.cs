using Microsoft.Extensions.DependencyInjection;
using Outlay.Ingest.Formats;

namespace Outlay.Connectors.FocusFiles;

/// <summary>Registers FOCUS files as a format.</summary>
public static class FocusFilesModule
{
    /// <summary>Adds FOCUS files of every version.</summary>
    public static IServiceCollection AddFocusFiles(this IServiceCollection services) =>
        services.AddSingleton<IExportFormat, FocusFormat>();
}
