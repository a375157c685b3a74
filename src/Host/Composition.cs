using Outlay.Alerts;
using Outlay.Anomalies;
using Outlay.Budgets;
using Outlay.Connections;
using Outlay.Connections.Syncs;
using Outlay.Connectors.Aws;
using Outlay.Connectors.Azure;
using Outlay.Connectors.FocusFiles;
using Outlay.Connectors.Gcp;
using Outlay.Connectors.MappedCsv;
using Outlay.Connectors.Oci;
using Outlay.Engines.DuckDb.Conformance;
using Outlay.Engines.DuckDb.Lake;
using Outlay.Engines.DuckDb.Query;
using Outlay.Forecast;
using Outlay.Ingest;
using Outlay.Kernel;
using Outlay.Lake;
using Outlay.Optimization;
using Outlay.Spend;
using Outlay.State;

namespace Outlay.Host;

/// <summary>Puts the program together: every module registers itself, the host says which there are.</summary>
internal static class Composition
{
    /// <summary>Everything below the faces.</summary>
    public static IServiceCollection AddOutlay(
        this IServiceCollection services,
        IConfiguration configuration,
        DataFolder folder
    )
    {
        services.AddSingleton(TimeProvider.System);
        services.AddState(folder).AddLake().AddIngest();
        services.AddFocusFiles().AddAws().AddAzure().AddGcp().AddOci().AddMappedCsv();
        services
            .AddDuckDbLake()
            .AddDuckDbConformance(o => o.TempFolder = folder.Temp)
            .AddDuckDb(o => o.TempFolder = folder.Temp);
        services
            .AddImports()
            .AddSources()
            .AddSpend()
            .AddAlerts()
            .AddForecasts()
            .AddBudgets()
            .AddAnomalies()
            .AddOptimization();
        services.AddKeys(configuration, folder);
        services.Configure<SyncOptions>(configuration.GetSection(SyncOptions.Section));
        services.Configure<AlertOptions>(configuration.GetSection(AlertOptions.Section));
        services.Configure<DuckDbOptions>(configuration.GetSection(DuckDbOptions.Section));
        services.Configure<LakeEngineOptions>(configuration.GetSection(LakeEngineOptions.Section));
        services.Configure<IngestOptions>(configuration.GetSection(IngestOptions.Section));
        return services;
    }

    /// <summary>Brings the state database up to date.</summary>
    public static void Migrate(this IServiceProvider services) =>
        services.GetRequiredService<StateDatabase>().Migrate(services.GetServices<StateModule>());

    /// <summary>The data folder, made when missing.</summary>
    public static Result<DataFolder> Folder(string path)
    {
        try
        {
            return new DataFolder(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Problem(
                ProblemKind.Unavailable,
                $"The data folder {path} cannot be made: {e.Message}",
                "Give a folder that this user may write to: --data FOLDER."
            );
        }
    }
}
