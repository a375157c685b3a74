using System.Runtime.CompilerServices;
using Outlay.Ingest.Connect;
using Outlay.Kernel;

namespace Outlay.Connections.Sources;

/// <summary>A folder of this machine that is looked at again and again; its files are read where they are.</summary>
internal sealed class FolderConnector : IConnector
{
    public const string Path = "path";

    public string Kind => "folder";

    public string Title => "Watched folder";

    public string Provider => "Any vendor";

    public string Summary =>
        "A folder that something else fills: every export that Outlay reads, from any vendor. New and changed files are loaded, the others are recognised.";

    public IReadOnlyList<SettingField> Fields { get; } =
    [
        new(
            Path,
            "Folder",
            "A path on the machine that runs Outlay, or a share that is mounted there."
        )
        {
            IsRequired = true,
            Example = "/data/exports",
        },
    ];

    public IReadOnlyList<Problem> Check(SettingValues settings) =>
        settings[Path] is { } path && !System.IO.Path.IsPathFullyQualified(path)
            ?
            [
                new Problem(
                    ProblemKind.Invalid,
                    $"{path} is no absolute path.",
                    "Write it from the root on, such as /data/exports.",
                    Path
                ),
            ]
            : [];

    public IReadOnlyList<SetupSnippet> Snippets(SettingValues settings) => [];

    public string? LocalFolder(SettingValues settings) => settings[Path];

    public async IAsyncEnumerable<TestStep> TestAsync(
        SettingValues settings,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await Task.Yield();
        yield return Look(settings[Path]!);
    }

    public Task<Result<RemoteListing>> DiscoverAsync(
        SettingValues settings,
        BillingPeriod from,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException("The files of a folder are read where they are.");

    public Task<Result<PaidCalls>> FetchAsync(
        SettingValues settings,
        RemoteFile file,
        Stream target,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException("The files of a folder are read where they are.");

    private static TestStep Look(string path)
    {
        const string Name = "Look into the folder";
        if (!Directory.Exists(path))
        {
            return new TestStep(
                Name,
                null,
                new Problem(
                    ProblemKind.NotFound,
                    $"There is no folder {path} on the machine that runs Outlay.",
                    "Check the spelling, and that a share is mounted.",
                    Path
                )
            );
        }

        try
        {
            var files = Directory
                .EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Take(1000)
                .Count();
            return new TestStep(Name, files == 1 ? "1 file" : $"{files} files");
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return new TestStep(
                Name,
                null,
                new Problem(
                    ProblemKind.Forbidden,
                    $"{path} cannot be read: {e.Message}",
                    "Give the user that runs Outlay the right to read it.",
                    Path
                )
            );
        }
    }
}
