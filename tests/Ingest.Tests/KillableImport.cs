using System.Runtime.CompilerServices;
using Outlay.Testing;

namespace Outlay.Ingest.Tests;

/// <summary>Lets this assembly be started as a process that only imports one file, so that a test can kill it.</summary>
internal static class KillableImport
{
    public const string Folder = "OUTLAY_TEST_IMPORT_FOLDER";
    public const string File = "OUTLAY_TEST_IMPORT_FILE";

    [ModuleInitializer]
    internal static void RunWhenAsked()
    {
        if (
            Environment.GetEnvironmentVariable(Folder) is { Length: > 0 } folder
            && Environment.GetEnvironmentVariable(File) is { Length: > 0 } file
        )
        {
            Environment.Exit(Import(folder, file));
        }
    }

    private static int Import(string folder, string file)
    {
        using var world = new OutlayWorld(dataFolder: folder);
        var run = world.ImportAsync(file).GetAwaiter().GetResult();
        Console.Error.WriteLine(run.Message);
        return run.State is ImportState.Succeeded or ImportState.Unchanged ? 0 : 1;
    }
}
