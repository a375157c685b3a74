using Outlay.Cli;
using Outlay.Ingest.Formats;
using Outlay.Kernel;
using Outlay.State;

namespace Outlay.Host;

/// <summary>Opens the program without a server, for verbs that run and end.</summary>
internal sealed class HostProgram : IProgram
{
    public Result<OpenProgram> Open(string? dataFolder) => Open(dataFolder, mustExist: true);

    public Result<OpenProgram> OpenOrCreate(string? dataFolder) =>
        Open(dataFolder, mustExist: false);

    public Result<OpenProgram> OpenScratch()
    {
        var folder = Directory.CreateTempSubdirectory("outlay-");
        var configuration = SettingsReader.Configuration([]);
        return Compose(configuration, new DataFolder(folder.FullName), folder);
    }

    private static Result<OpenProgram> Open(string? dataFolder, bool mustExist)
    {
        var configuration = SettingsReader.Configuration(
            dataFolder is null ? [] : [new("Data", dataFolder)]
        );
        var settings = SettingsReader.Read(configuration);
        if (!settings.IsOk)
        {
            return settings.Problem;
        }

        var path = Path.GetFullPath(settings.Value.Data);
        if (mustExist && !Directory.Exists(path))
        {
            return new Problem(
                ProblemKind.NotFound,
                $"There is no data folder {path}.",
                "Make one with outlay ingest PATH or outlay demo, or name another with --data."
            );
        }

        var folder = Composition.Folder(path);
        return folder.IsOk ? Compose(configuration, folder.Value, scratch: null) : folder.Problem;
    }

    private static Result<OpenProgram> Compose(
        IConfiguration configuration,
        DataFolder folder,
        DirectoryInfo? scratch
    )
    {
        var services = new ServiceCollection();
        services.AddSingleton(configuration);
        services.AddLogging(logging =>
        {
            logging.AddConfiguration(configuration.GetSection("Logging"));
            logging.AddSimpleConsole(o => o.SingleLine = true);
        });
        services.AddOutlay(configuration, folder);
        var provider = services.BuildServiceProvider();
        provider.Migrate();
        var owned = new Owned(provider, scratch);
        if (provider.GetRequiredService<ReferenceData>().Check() is [var wrong, ..])
        {
            provider.Dispose();
            return wrong;
        }

        return new OpenProgram(folder.Root, provider, owned);
    }

    private sealed class Owned(ServiceProvider provider, DirectoryInfo? scratch) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await provider.DisposeAsync();
            scratch?.Delete(recursive: true);
        }
    }
}
