using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Outlay.Alerts;
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
using Outlay.Ingest;
using Outlay.Ingest.Ledger;
using Outlay.Ingest.Runs;
using Outlay.Lake;
using Outlay.State;

namespace Outlay.Testing;

/// <summary>The program's modules, without its faces, over a data folder of their own.</summary>
public sealed class OutlayWorld : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly ServiceProvider _services;

    public OutlayWorld(Action<IServiceCollection>? more = null, string? dataFolder = null)
    {
        var data = new DataFolder(dataFolder ?? _folder.File("data"));
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services
            .AddState(data)
            .AddLake()
            .AddIngest()
            .AddFocusFiles()
            .AddAws()
            .AddAzure()
            .AddGcp()
            .AddOci()
            .AddMappedCsv()
            .AddDuckDbLake()
            .AddDuckDb()
            .AddDuckDbConformance()
            .AddImports()
            .AddSources()
            .AddAlerts();
        services
            .AddDataProtection()
            .SetApplicationName("outlay")
            .PersistKeysToFileSystem(new DirectoryInfo(data.Keys));
        services.Configure<SyncOptions>(o => o.RetryDelay = TimeSpan.FromMilliseconds(20));
        services.Configure<LakeEngineOptions>(o => o.MemoryMb = 512);
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
        _services.GetRequiredService<StateDatabase>().Migrate(_services.GetServices<StateModule>());
    }

    /// <summary>A folder for the test's own files, beside the data folder.</summary>
    public TestFolder Files => _folder;

    public DataFolder Data => Get<DataFolder>();

    public ILakeCatalog Catalog => Get<ILakeCatalog>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Imports files or folders and gives how the run ended.</summary>
    public Task<ImportRun> ImportAsync(params string[] paths) =>
        ImportAsync(new ImportRequest { Paths = paths });

    /// <summary>Imports and gives how the run ended.</summary>
    public Task<ImportRun> ImportAsync(
        ImportRequest request,
        CancellationToken cancellationToken = default
    ) => Get<IImportRunner>().RunAsync(Get<ImportLedger>().Add(request), null, cancellationToken);

    public void Dispose()
    {
        _services.Dispose();
        _folder.Dispose();
    }
}
